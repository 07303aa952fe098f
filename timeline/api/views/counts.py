"""How many meetings there are, by year, format, issue …: numbers for charts."""

from rest_framework.response import Response

from ...filters import MeetingCountFilter
from ...links import canonical_query
from .. import problems, serializers
from ..link_header import link_header
from ..shapes import translated
from .base import ApiView


class MeetingCounts(ApiView):
    """How many of the meetings that a query chooses have each value: one row a value."""

    noun = "meeting-counts"
    filter_class = MeetingCountFilter
    serializer_class = serializers.CountsSerializer

    def get(self, request):
        selection = self.filter_class(request.GET)
        if selection.faults:
            raise problems.bad_query(selection.faults)
        counted = selection.counted()
        names = _names(selection, [value for value, _count in counted])
        body = {
            "by": selection.cleaned["by"],
            "count": selection.qs.count(),
            "query": selection.query,
            "data_version": self.data_version,
            "results": [{"value": value, "name": names.get(value), "count": count} for value, count in counted],
        }
        canonical = request.build_absolute_uri(request.path + canonical_query(request.GET))
        up = self.context["addresses"].listing("meetings")
        links = [("self", request.build_absolute_uri(), ""), ("canonical", canonical, ""), ("up", up, "")]
        return Response(body, headers={"Link": link_header(request, links)})


def _names(selection, values):
    """The names of values that are keys of records, by value."""
    question = selection.filters.get(selection.cleaned["by"])
    if not hasattr(question, "named"):
        return {}
    return {key: translated(record, question.named) for key, record in question.find(values).items()}
