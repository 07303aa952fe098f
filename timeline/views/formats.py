"""The pages of the formats: all kinds of meeting, and the meetings of one."""

from django.views.generic import ListView

from ..models import Format, Meeting
from ..refusals import StrictPage
from .record import MOST_ROWS, RecordDetail, strip_of


class FormatList(StrictPage, ListView):
    """``/formats/``: the kinds of meeting, from the leaders down."""

    template_name = "timeline/format_list.html"

    def get_queryset(self):
        return Format.objects.with_counts()


class FormatDetail(RecordDetail):
    """``/formats/<key>/``: what the format is, and its meetings."""

    template_name = "timeline/format_detail.html"
    context_object_name = "format"

    def get_queryset(self):
        return Format.objects.all()

    def get_context_data(self, **kwargs):
        held = Meeting.objects.published().in_format([self.object.key])
        context = {
            "meetings": list(held.with_statement_count().for_rows().newest_first()[:MOST_ROWS]),
            "meeting_count": held.count(),
            "strip": strip_of(held),
        }
        return super().get_context_data(**kwargs) | context
