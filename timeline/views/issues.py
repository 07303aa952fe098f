"""The pages of the issues: the tree, and everything said on one of them in order of time."""

from django.http import Http404
from django.utils.functional import cached_property
from django.views.generic import ListView

from ..arrangement import Notes, by_meeting, by_year, in_pages, tally_of, tree, voices
from ..models import Issue, Meeting, Statement
from ..offices import offices_for
from ..refusals import StrictPage
from .record import RecordDetail, strip_of

MOST_STATEMENTS = 300  # on one page; a meeting is never cut


class IssueList(StrictPage, ListView):
    """``/issues/``: every issue under the one that it is part of, with counts."""

    template_name = "timeline/issue_list.html"

    def get_queryset(self):
        return Issue.objects.public().with_counts()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"tree": tree(self.object_list)}


class IssueDetail(RecordDetail):
    """``/issues/<key>/``: who said what on it, meeting by meeting."""

    template_name = "timeline/issue_detail.html"
    parameters = ("page",)
    context_object_name = "issue"

    def get_queryset(self):
        return Issue.objects.public().select_related("parent")

    def get_context_data(self, **kwargs):
        issue, notes = self.object, Notes()
        statements = list(self.said.filter(meeting__in=self.shown).in_order_of_time().for_lists())
        said = voices(statements, notes, offices_for(statements), under=issue, linked=True)
        context = {
            "years": by_year(by_meeting(said, self.shown)),
            "meeting_count": len(self.sizes),
            "statement_count": sum(self.counts.values()),
            "tally": tally_of(self.counts),
            "children": Issue.objects.public().filter(parent=issue).with_counts(),
            "notes": notes,
            "number": self.number,
            "pages": [(self.sizes[part][0].start, self.sizes[part][-1].start) for part in self.parts if self.sizes],
            "strip": strip_of(self.touching),
            "published_count": Meeting.objects.published().count(),
        }
        return super().get_context_data(**kwargs) | context

    @cached_property
    def said(self):
        """Every published statement on the issue."""
        return Statement.objects.published().about([self.object.key])

    @cached_property
    def counts(self):
        """How many statements each voice made on the issue."""
        return self.said.counted_by("side")

    @property
    def touching(self):
        """Every published meeting that took the issue up."""
        return Meeting.objects.published().touching(self.object)

    @cached_property
    def sizes(self):
        """The number and first day of each of them, in order of time, and how many statements it has on the issue."""
        counted = self.touching.with_statements_on(self.object).oldest_first()
        return list(counted.values_list("pk", "start", "said_count", named=True))

    @cached_property
    def parts(self):
        """The meetings of each page, as slices."""
        return in_pages([meeting.said_count for meeting in self.sizes], MOST_STATEMENTS)

    @cached_property
    def number(self):
        """The page asked for, from 1; raises ``Http404`` if there is no such page."""
        asked = self.request.GET.get("page", "1")
        if not (asked.isascii() and asked.isdecimal() and len(asked) < 7 and 1 <= int(asked) <= len(self.parts)):
            raise Http404
        return int(asked)

    @cached_property
    def shown(self):
        """The meetings of the page asked for, in order of time."""
        numbers = [meeting.pk for meeting in self.sizes[self.parts[self.number - 1]]]
        return list(Meeting.objects.filter(pk__in=numbers).for_rows().oldest_first())
