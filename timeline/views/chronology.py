"""The chronology: every meeting that answers the query string, in order of time."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from ..axis import Census, MeetingMark, axis, calendar
from ..cards import cards
from ..filters import MeetingFilter, MeetingOfYearFilter
from ..links import changed_query, list_from, query_text
from ..margin import in_years
from ..models import Format, Meeting
from ..refusals import StrictPage
from .filtered import FilteredList
from .former import former_page

ORDERS_OF_TIME = ("date", "-date")


class MeetingList(FilteredList):
    """``/`` and ``/meetings/``; with ``year`` in the address, the meetings that began in that year."""

    template_name = "timeline/meeting_list.html"
    controls = ("kind", "lacks", "office")

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.year = kwargs.get("year")
        self.record = Meeting.objects.published()

    @cached_property
    def census(self):
        """How the published meetings lie in time, and which of them the filters choose."""
        return Census.take(self.selection.bitmaps, self.lanes, self.chosen)

    @cached_property
    def lanes(self):
        """The formats, in their order."""
        return list(Format.objects.all())

    @cached_property
    def selection(self):
        """The query string, read and checked; it chooses among the meetings of the year, if the address has one."""
        if self.year is None:
            return MeetingFilter(self.request.GET)
        return MeetingOfYearFilter(self.request.GET, queryset=self.record.in_year(self.year))

    def get(self, request, *args, **kwargs):
        if self.year is not None and not self.census.by_year[self.year]:
            raise Http404(_("No meeting of that year is recorded."))
        return super().get(request, *args, **kwargs)

    @property
    def count(self):
        """How many meetings the list holds."""
        return self.selection.chosen.bit_count()

    @property
    def statuses(self):
        """What became of the meetings of the list: pairs of status and number, what occurs alone."""
        chosen, having = self.selection.chosen, self.selection.bitmaps["status"]
        counts = [(status, (having.get(status, 0) & chosen).bit_count()) for status in Meeting.Status.values]
        return [(status, count) for status, count in counts if count]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        answered = not context["faults"]
        listed = cards(context["page"].rows) if answered else []
        return context | {
            "cards": listed,
            "years": in_years(listed, self.selection.order_in_force in ORDERS_OF_TIME),
            "chips": self.selection.chips() if answered else [],
            "facets": self.selection.facets() if answered else [],
            "years_offered": self.selection.years() if answered else None,
            "more": any(name in self.request.GET for name in (*self.controls, "source")),
            "total": self.census.count,
            "statuses": self.statuses if answered else [],
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
        kept = query_text(changed_query(self.request.GET, dict.fromkeys(("format", "date", "from", "to"))))
        link_size = len(escape(list_from(self.request.path) + kept))
        marks = MeetingMark.load(shown)
        drawn = axis(self.census, marks, self.lanes, open_year, self.chosen_keys(marks), spans, link_size)
        return {"open_year": open_year, "axis": drawn, "calendar": calendar(self.census, open_year)}

    @cached_property
    def chosen(self):
        """The bitmap of what the query string chooses in the whole record; ``None`` if it leaves nothing out."""
        if not self.selection.is_valid() or not self.selection.narrowing:
            return None
        return self.selection.chosen if self.year is None else MeetingFilter(self.request.GET).chosen

    def chosen_keys(self, marks):
        """The keys of those of ``marks`` that the query string chooses; ``None`` if it leaves nothing out."""
        if self.chosen is None:
            return None
        return {mark.key for mark in marks if self.chosen >> mark.number & 1}


class MeetingCard(StrictPage, TemplateView):
    """``/meetings/<key>/card/``: a meeting in a few lines, for the time axis to show beside its mark."""

    template_name = "timeline/meeting_card.html"

    def get(self, request, key):
        try:
            return super().get(request, key=key)
        except Http404:
            if answer := former_page(request, Meeting, key):
                return answer
            raise

    def get_context_data(self, **kwargs):
        meetings = Meeting.objects.published().filter(key=kwargs["key"])
        get_object_or_404(meetings)
        return super().get_context_data(**kwargs) | {"card": cards(meetings)[0]}

    def render_to_response(self, context, **kwargs):
        return super().render_to_response(context, headers={"X-Robots-Tag": "noindex"}, **kwargs)
