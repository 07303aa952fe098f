"""The chronology: every meeting that answers the query string, in order of time."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from ..axis import Census, MeetingMark, axis, calendar
from ..cards import cards
from ..filters import MeetingFilter
from ..margin import in_years
from ..models import Format, Meeting
from .filtered import FilteredList

ORDERS_OF_TIME = ("date", "-date")


class MeetingList(FilteredList):
    """``/`` and ``/meetings/``; with ``year`` in the address, the meetings that began in that year."""

    template_name = "timeline/meeting_list.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.year = kwargs.get("year")
        self.record = Meeting.objects.published()

    @property
    def listed(self):
        """The meetings among which the query string chooses."""
        return self.record if self.year is None else self.record.in_year(self.year)

    @cached_property
    def census(self):
        """How the published meetings lie in time, and which of them the filters choose."""
        return Census.take(self.record, self.chosen)

    @cached_property
    def selection(self):
        """The query string, read and checked; it chooses among the meetings of the year, if the address has one."""
        return MeetingFilter(self.request.GET, queryset=self.listed)

    def get(self, request, *args, **kwargs):
        if self.year is not None and not self.census.by_year[self.year]:
            raise Http404(_("No meeting of that year is recorded."))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        answered = not context["faults"]
        listed = cards(context["page"].rows) if answered else []
        sort = self.selection.query.get("sort", ["date"])[0]
        return context | {
            "cards": listed,
            "years": in_years(listed, sort in ORDERS_OF_TIME),
            "chips": self.selection.chips() if answered else [],
            "facets": self.selection.facets() if answered else [],
            "total": self.census.count,
            "sort": sort,
            "year": self.year,
            **self.drawings(self.open_year(listed)),
        }

    def open_year(self, listed):
        """The year that the axis shows wide: that of the address, or the first in the list, or of the record."""
        first = [card.start.year for card in listed[:1]] or self.census.years
        return self.year or (first[0] if first else None)

    def drawings(self, open_year):
        """The axis and the calendar, with what the filters leave out told apart."""
        shown = self.census.drawn_singly(self.record, open_year)
        spans = self.selection.spans() if self.selection.is_valid() else []
        marks, lanes = MeetingMark.load(shown), Format.objects.all()
        drawn = axis(self.census, marks, lanes, open_year, self.chosen_keys(shown), spans)
        return {"open_year": open_year, "axis": drawn, "calendar": calendar(self.census, open_year)}

    @cached_property
    def chosen(self):
        """What the query string chooses in the whole record; ``None`` if it leaves nothing out."""
        if not self.selection.is_valid() or not self.selection.is_narrowed:
            return None
        return MeetingFilter(self.request.GET, queryset=self.record).choose()

    def chosen_keys(self, shown):
        """The keys of those of ``shown`` that the query string chooses; ``None`` if it leaves nothing out."""
        if self.chosen is None:
            return None
        return set(self.chosen.filter(pk__in=shown.order_by().values("pk")).values_list("key", flat=True))


class MeetingCard(TemplateView):
    """``/meetings/<key>/card/``: a meeting in a few lines, for the time axis to show beside its mark."""

    template_name = "timeline/meeting_card.html"

    def get_context_data(self, **kwargs):
        meetings = Meeting.objects.published().filter(key=kwargs["key"])
        get_object_or_404(meetings)
        return super().get_context_data(**kwargs) | {"card": cards(meetings)[0]}

    def render_to_response(self, context, **kwargs):
        return super().render_to_response(context, headers={"X-Robots-Tag": "noindex"}, **kwargs)
