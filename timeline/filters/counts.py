"""The query string of counts: the same questions as of the list, and by what to count the answers."""

from collections import Counter
from functools import cached_property

from django.db.models import CharField, Count
from django.db.models.functions import Cast, Substr
from django.utils.translation import gettext_lazy as _

from .. import bitmaps
from .faults import Fault
from .meetings import MeetingFilter
from .questions import OneOf

BY = [
    (name, name) for name in ("year", "month", "format", "issue", "participant", "country", "place", "status", "side")
]


class MeetingCountFilter(MeetingFilter):
    """Chooses meetings to be counted."""

    by = OneOf(BY, label=_("By"), help_text=_("What to count by; a meeting counts for each value that it has."))
    page = page_size = sort = None
    needed = ("by",)

    class Meta(MeetingFilter.Meta):
        pass

    def _impossible_combinations(self):
        yield from super()._impossible_combinations()
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
            return self._periods(meetings, _year)
        if by == "month":
            return self._periods(meetings, _month)
        return sorted(self.counts(by, self.chosen).items(), key=lambda pair: (-pair[1], pair[0]))

    @cached_property
    def bitmaps(self):
        """The bitmaps of what is counted by."""
        return bitmaps.facets({self.cleaned["by"], "status"})

    @staticmethod
    def _periods(meetings, name):
        month = Substr(Cast("start", CharField()), 1, len("2017-03"))
        rows = meetings.order_by().values_list(month, "precision").annotate(n=Count("pk"))
        found = Counter()
        for month, precision, n in rows:
            found[name(month, precision)] += n
        return sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))


def _year(month, _precision):
    return month[: len("2017")]


def _month(month, precision):
    return None if precision == "year" else month
