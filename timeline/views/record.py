"""What the pages of single records share."""

from django.http import Http404
from django.views.generic import DetailView

from .. import bitmaps
from ..axis import SINGLY, MeetingMark, Months, strip
from ..models import Meeting
from ..refusals import StrictPage
from .former import former_page
from .missing import get_or_404_with_hints


class RecordDetail(StrictPage, DetailView):
    """A record's own page, by key; a former key leads on or says why, an unknown one is answered with the nearest."""

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            if answer := former_page(request, self.get_queryset().model, self.kwargs["key"]):
                return answer
            raise

    def get_object(self, queryset=None):
        return get_or_404_with_hints(self.get_queryset(), self.kwargs["key"])


MOST_ROWS = 300  # of a table of meetings on the page of something else


def strip_of(meetings, **how):
    """The strip of the whole published chronology on which ``meetings`` (a queryset) stand out; see ``axis.strip``."""
    chosen, record = bitmaps.bitmap_of(meetings), bitmaps.facets(bitmaps.OF_THE_STRIP)
    months = Months.count(record, chosen)
    if months.is_small:
        marks, months = MeetingMark.load(Meeting.objects.published()), None
    else:
        marks = MeetingMark.load(meetings if chosen.bit_count() <= SINGLY else meetings.none())
    return strip(marks, {mark.key for mark in marks if chosen >> mark.number & 1}, months=months, **how)
