"""The query string of counts: the same questions as of the list, and by what to count the answers."""

from collections import Counter

from django.db.models import Count
from django.db.models.functions import ExtractMonth, ExtractYear
from django.utils.translation import gettext_lazy as _

from .faults import Fault
from .meetings import MeetingFilter
from .strict import OneOf

BY = [
    (name, name) for name in ("year", "month", "format", "issue", "participant", "country", "place", "status", "side")
]


class MeetingCountFilter(MeetingFilter):
    """Chooses meetings to be counted."""

    by = OneOf(BY, label=_("By"), help_text=_("What to count by; a meeting counts for each value that it has."))
    page = page_size = sort = None

    class Meta(MeetingFilter.Meta):
        pass

    def _impossible_combinations(self):
        yield from super(MeetingFilter, self)._impossible_combinations()
        if not self.cleaned.get("by"):
            names = [name for name, _label in BY]
            yield Fault("by", "", "required", str(_("Say by what to count.")), names[0], names)

    def order(self, meetings):
        """As they come: they are only counted."""
        return meetings

    def counted(self):
        """Pairs of a value and how many of the meetings have it: periods in order of time, else the largest first.

        The value is ``None`` for the month of meetings that are dated to the year.
        """
        by, meetings = self.cleaned["by"], self.choose()
        if by == "year":
            return self._periods(meetings, lambda row: str(row["year"]))
        if by == "month":
            return self._periods(meetings, _month)
        return sorted(self.counts(by, meetings).items(), key=lambda pair: (-pair[1], pair[0]))

    @staticmethod
    def _periods(meetings, name):
        rows = meetings.order_by().annotate(year=ExtractYear("start"), month=ExtractMonth("start"))
        found = Counter()
        for row in rows.values("year", "month", "precision").annotate(n=Count("pk")):
            found[name(row)] += row["n"]
        return sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))


def _month(row):
    return None if row["precision"] == "year" else f"{row['year']}-{row['month']:02}"
