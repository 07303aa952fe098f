"""How the meetings lie in time, as the database counts them: what the axis knows without reading every meeting."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from .marks import LEADERS

SINGLY = 300  # a record of at most so many meetings is drawn meeting by meeting


class Group(NamedTuple):
    """Meetings of one format that began in one month; those with the same partial date stand apart, with its end.

    ``first``: the first day of the month; ``until``: the last day of the partial date, or ``None``; ``last``: the
    latest end of any; ``held``: how many of ``count`` took place; ``only``: the number of the meeting, if it is one.
    """

    format_key: str
    rank: int
    first: date
    until: date | None
    count: int
    held: int
    last: date
    only: int

    @classmethod
    def load(cls, meetings):
        """The groups of a queryset of meetings, with one query."""
        return [
            cls(key, rank, date.fromisoformat(f"{month}-01"), *rest) for key, rank, month, *rest in meetings.by_month()
        ]

    @property
    def stands(self):
        """A day of the month in which the group is drawn: its own, or the one in the middle of a partial date."""
        return self.first + (self.until - self.first) / 2 if self.until else self.first

    @property
    def month_known(self):
        """Whether the meetings surely began in the month of ``first``."""
        return not self.until or (self.until.year, self.until.month) == (self.first.year, self.first.month)

    @property
    def place(self):
        """Where it is drawn: year, format, month."""
        return self.stands.year, self.format_key, self.stands.month


@dataclass(frozen=True)
class Census:
    """The groups of the record, and of what the filters choose in it (``None`` if they leave nothing out)."""

    groups: list
    chosen: list | None = None

    @classmethod
    def take(cls, meetings, chosen=None):
        """Counts a queryset of meetings and, if there are filters, those of them that they choose; a query each."""
        return cls(Group.load(meetings), None if chosen is None else Group.load(chosen))

    @cached_property
    def count(self):
        """How many meetings there are."""
        return sum(group.count for group in self.groups)

    @property
    def is_small(self):
        """Whether every meeting is drawn for itself."""
        return self.count <= SINGLY

    @cached_property
    def years(self):
        """Every year from the first to the last in which a meeting lies."""
        if not self.groups:
            return range(0)
        return range(min(group.first.year for group in self.groups), max(group.last.year for group in self.groups) + 1)

    @cached_property
    def by_format(self):
        """How many meetings there are of each format."""
        return _counted(self.groups, lambda group: group.format_key)

    @cached_property
    def by_year(self):
        """How many meetings began in each year."""
        return _counted(self.groups, lambda group: group.first.year)

    @cached_property
    def chosen_by_year(self):
        """How many of the chosen meetings began in each year."""
        return self.by_year if self.chosen is None else _counted(self.chosen, lambda group: group.first.year)

    @cached_property
    def by_month(self):
        """How many meetings surely began in each month, by year and month."""
        known = [group for group in self.groups if group.month_known]
        return _counted(known, lambda group: (group.first.year, group.first.month))

    @cached_property
    def leaders_met(self):
        """The months in which leaders surely met, as year and month."""
        met = [group for group in self.groups if group.rank == LEADERS and group.held and group.month_known]
        return {(group.first.year, group.first.month) for group in met}

    @cached_property
    def places(self):
        """The groups by where they are drawn: year, format, month."""
        places = defaultdict(list)
        for group in self.groups:
            places[group.place].append(group)
        return dict(places)

    @cached_property
    def chosen_places(self):
        """How many chosen meetings are drawn in each place."""
        return _counted(self.groups if self.chosen is None else self.chosen, lambda group: group.place)

    def singles(self, year):
        """The numbers of the meetings that are alone in their place of a year."""
        alone = [groups[0] for place, groups in self.places.items() if place[0] == year and len(groups) == 1]
        return [group.only for group in alone if group.count == 1]

    def drawn_singly(self, meetings, open_year):
        """Those of ``meetings`` (the queryset that was counted) that the axis draws for themselves."""
        return meetings if self.is_small else meetings.filter(pk__in=self.singles(open_year))


def _counted(groups, place_of):
    counts = Counter()
    for group in groups:
        counts[place_of(group)] += group.count
    return counts
