"""The chronology: every meeting that answers the query string, in order of time."""

from functools import cached_property
from http import HTTPStatus

from django.views.generic import TemplateView

from ..axis import MeetingMark
from ..cards import cards
from ..filters import MeetingFilter
from ..models import Meeting
from ..paging import NoSuchPage, Page, page_of


class MeetingList(TemplateView):
    """``/`` and ``/meetings/``; with ``year`` in the address, the meetings of that year."""

    template_name = "timeline/meeting_list.html"

    @cached_property
    def meetings(self):
        """Those among which the query string chooses."""
        published = Meeting.objects.published()
        return published.in_year(self.kwargs["year"]) if "year" in self.kwargs else published

    @cached_property
    def selection(self):
        """The query string, read and checked."""
        return MeetingFilter(self.request.GET, queryset=self.meetings)

    def get(self, request, *args, **kwargs):
        faults, page = self.page()
        context = self.get_context_data(page=page, faults=faults)
        return self.render_to_response(context, status=HTTPStatus.BAD_REQUEST if faults else HTTPStatus.OK)

    def page(self):
        """The faults of the query string, and the page asked for; an empty page if there are faults."""
        nothing = Page(Meeting.objects.none(), 1, 1, 0)
        if not self.selection.is_valid():
            return self.selection.faults, nothing
        try:
            return [], page_of(self.selection)
        except NoSuchPage as beyond:
            return [beyond.fault], nothing

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page, faults = context["page"], context["faults"]
        listed = cards(page.rows) if not faults else []
        return context | {
            "cards": listed,
            "filter": self.selection,
            "chips": self.selection.chips() if not faults else [],
            "facets": self.selection.facets() if not faults else [],
            "total": self.meetings.count(),
            "sort": self.selection.query.get("sort", ["date"])[0],
            "year": self.kwargs.get("year"),
        } | self.axis(listed)
