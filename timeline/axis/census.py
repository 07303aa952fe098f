"""How the meetings lie in time, counted by bitmaps: what the axis knows without reading every meeting."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ..bitmaps import member
from ..models import Meeting
from .marks import LEADERS

SINGLY = 300  # a record of at most so many meetings is drawn meeting by meeting


class Group(NamedTuple):
    """Meetings of one format that began in one month; those with the same partial date stand apart, with its end.

    ``first``: the first day of the month; ``until``: the last day of the partial date, or ``None``; ``held``: whether
    one of them took place; ``only``: the number of the meeting, if it is one, else ``None``.
    """

    format_key: str
    rank: int
    first: date
    until: date | None
    count: int
    held: bool
    only: int | None

    @classmethod
    def gather(cls, bitmaps, formats, among=None):
        """The groups of all meetings in ``bitmaps``, or of those in the bitmap ``among``."""
        held, periods = bitmaps["status"].get(Meeting.Status.HELD, 0), list(_periods(bitmaps["begun"]))
        for form in formats:
            of_format = bitmaps["format"].get(form.key, 0)
            of_format = of_format if among is None else of_format & among
            for first, until, begun in periods if of_format else ():
                if found := of_format & begun:
                    count = found.bit_count()
                    only = member(found) if count == 1 else None
                    yield cls(form.key, form.rank, first, until, count, bool(found & held), only)

    @property
    def stands(self):
        """A day of the month in which the group is drawn: its own, or the one in the middle of a partial date."""
        return _stands(self.first, self.until)

    @property
    def month_known(self):
        """Whether the meetings surely began in the month of ``first``."""
        return not self.until or (self.until.year, self.until.month) == (self.first.year, self.first.month)

    @property
    def place(self):
        """Where it is drawn: year, format, month."""
        return self.stands.year, self.format_key, self.stands.month


def _periods(begun):
    """The values of the facet ``begun`` as first day of the month and last day or ``None``, each with its bitmap."""
    for value, meetings in begun.items():
        month, _, until = value.partition("/")
        yield date.fromisoformat(f"{month}-01"), date.fromisoformat(until) if until else None, meetings


def _stands(first, until):
    return first + (until - first) / 2 if until else first


def _years(bitmaps):
    """Every year from the first to the last in which a meeting lies."""
    if not bitmaps["begun"]:
        return range(0)
    return range(int(min(bitmaps["begun"])[: len("2017")]), max(int(year) for year in bitmaps["last_year"]) + 1)


@dataclass(frozen=True)
class Months:
    """How meetings lie in time, should they be too many to be drawn singly: every year, and how many in each month.

    ``chosen`` and ``others`` count by the first day of the month; a partial date counts for the month in its middle.
    """

    years: range
    chosen: Counter
    others: Counter

    @classmethod
    def count(cls, bitmaps, chosen):
        """Counts the bitmap ``chosen`` and all others of the record; ``bitmaps`` are those of the strip."""
        found, others = Counter(), Counter()
        for first, until, begun in _periods(bitmaps["begun"]):
            month = _stands(first, until).replace(day=1)
            found[month] += (begun & chosen).bit_count()
            others[month] += (begun & ~chosen).bit_count()
        return cls(_years(bitmaps), +found, +others)

    @property
    def is_small(self):
        """Whether every meeting is drawn for itself after all."""
        return self.chosen.total() + self.others.total() <= SINGLY


@dataclass(frozen=True)
class Census:
    """The groups of the record, of what the filters choose in it (``None`` if they leave nothing out), the years."""

    groups: list
    chosen: list | None
    years: range

    @classmethod
    def take(cls, bitmaps, formats, chosen=None):
        """Counts the record of these formats and, if there are filters, the bitmap of what they choose in it.

        ``bitmaps``: those of the axis, as ``timeline.bitmaps`` gives them.
        """
        among = None if chosen is None else list(Group.gather(bitmaps, formats, chosen))
        return cls(list(Group.gather(bitmaps, formats)), among, _years(bitmaps))

    @cached_property
    def count(self):
        """How many meetings there are."""
        return sum(group.count for group in self.groups)

    @property
    def is_small(self):
        """Whether every meeting is drawn for itself."""
        return self.count <= SINGLY

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
        return _by_month(self.groups)

    @cached_property
    def chosen_by_month(self):
        """How many of the chosen meetings surely began in each month."""
        return self.by_month if self.chosen is None else _by_month(self.chosen)

    @cached_property
    def leaders_met(self):
        """The months in which leaders surely met at a chosen meeting, as year and month."""
        chosen = self.groups if self.chosen is None else self.chosen
        met = [group for group in chosen if group.rank == LEADERS and group.held and group.month_known]
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
        return [group.only for group in alone if group.only]

    def drawn_singly(self, meetings, open_year):
        """Those of ``meetings`` (a queryset of the record) that the axis draws for themselves."""
        return meetings if self.is_small else meetings.filter(pk__in=self.singles(open_year))


def _by_month(groups):
    known = [group for group in groups if group.month_known]
    return _counted(known, lambda group: (group.first.year, group.first.month))


def _counted(groups, place_of):
    counts = Counter()
    for group in groups:
        counts[place_of(group)] += group.count
    return counts
