"""The years as a table: what stands in for the axis on narrow screens."""

from dataclasses import dataclass
from typing import NamedTuple

from .scale import months


class Month(NamedTuple):
    """How many chosen meetings surely began in a month; ``shade`` is "", some, more or most."""

    count: int
    shade: str
    leaders_met: bool


class Row(NamedTuple):
    """A year of the calendar; ``count`` includes chosen meetings whose month is not known."""

    year: int
    is_open: bool
    months: list
    count: int


@dataclass(frozen=True)
class Calendar:
    """Years down, months across; ``heads`` are pairs of the month's shortest and its full name.

    ``filtered`` tells that only the meetings are counted that the filters choose.
    """

    heads: list
    rows: list
    filtered: bool


def calendar(census, open_year):
    """The calendar of a ``Census``; the row of ``open_year`` is the current one."""
    counts = census.chosen_by_year
    most = max(census.chosen_by_month.values(), default=0)
    rows = [
        Row(year, year == open_year, [_month((year, n), census, most) for n in range(1, 13)], counts[year])
        for year in census.years
    ]
    heads = [(letter, word) for _number, letter, word in months()]
    return Calendar(heads, rows, census.chosen is not None)


def _month(place, census, most):
    count = census.chosen_by_month[place]
    return Month(count, _shade(count, most), place in census.leaders_met)


def _shade(count, most):
    """Thirds of the fullest month."""
    if not count:
        return ""
    return "some" if count * 3 <= most else "more" if count * 3 <= most * 2 else "most"
