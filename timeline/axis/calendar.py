"""The years as a table: what stands in for the axis on narrow screens."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from ..models import Meeting
from .marks import LEADERS
from .scale import months, years_of


class Month(NamedTuple):
    """How many meetings surely began in a month; ``shade`` is "", some, more or most."""

    count: int
    shade: str
    leaders_met: bool


class Row(NamedTuple):
    """A year of the calendar; ``count`` includes meetings whose month is not known."""

    year: int
    is_open: bool
    months: list
    count: int


@dataclass(frozen=True)
class Calendar:
    """Years down, months across; ``heads`` are pairs of the month's shortest and its full name."""

    heads: list
    rows: list


def calendar(meetings, open_year):
    """The calendar of ``meetings`` (marks); the row of ``open_year`` is the current one."""
    counts = Counter((one.start.year, one.start.month) for one in meetings if one.month_known)
    by_year = Counter(one.start.year for one in meetings)
    met = {(one.start.year, one.start.month) for one in meetings if one.month_known and _leaders_met(one)}
    most = max(counts.values(), default=0)
    rows = [
        Row(year, year == open_year, [_month((year, n), counts, met, most) for n in range(1, 13)], by_year[year])
        for year in years_of(meetings)
    ]
    return Calendar([(letter, word) for _number, letter, word in months()], rows)


def _leaders_met(meeting):
    return meeting.rank == LEADERS and meeting.status == Meeting.Status.HELD


def _month(place, counts, met, most):
    return Month(counts[place], _shade(counts[place], most), place in met)


def _shade(count, most):
    """Thirds of the fullest month."""
    if not count:
        return ""
    return "some" if count * 3 <= most else "more" if count * 3 <= most * 2 else "most"
