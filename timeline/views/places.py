"""The pages of the places: all cities by country, and the meetings in one."""

from django.views.generic import ListView

from ..arrangement import by_country
from ..models import Meeting, Place
from ..refusals import StrictPage
from .record import MOST_ROWS, RecordDetail, strip_of


class PlaceList(StrictPage, ListView):
    """``/places/``: the cities of the record, by country."""

    template_name = "timeline/place_list.html"

    def get_queryset(self):
        return Place.objects.public().with_counts()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"countries": by_country(self.object_list)}


class PlaceDetail(RecordDetail):
    """``/places/<key>/``: where it lies, and the meetings held there."""

    template_name = "timeline/place_detail.html"
    context_object_name = "place"

    def get_queryset(self):
        return Place.objects.public()

    def get_context_data(self, **kwargs):
        held = Meeting.objects.published().at([self.object.key])
        context = {
            "meetings": list(held.with_statement_count().for_rows().newest_first()[:MOST_ROWS]),
            "meeting_count": held.count(),
            "strip": strip_of(held),
        }
        return super().get_context_data(**kwargs) | context
