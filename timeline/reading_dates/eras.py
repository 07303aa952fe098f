"""Japanese years: 平成29年 is 2017. An era ends on the day before the next begins."""

import calendar
from datetime import date, timedelta

ERAS = (
    ("明治", date(1868, 10, 23)),
    ("大正", date(1912, 7, 30)),
    ("昭和", date(1926, 12, 25)),
    ("平成", date(1989, 1, 8)),
    ("令和", date(2019, 5, 1)),
)
LETTERS = {"m": "明治", "t": "大正", "s": "昭和", "h": "平成", "r": "令和"}  # as documents abbreviate them: H29
NAMES = tuple(name for name, _first in ERAS)


def western_year(name, number):
    """The year of our calendar that is the ``number``-th of the era ``name``, counted from 1."""
    return _first(name).year + number - 1


def last_day(name):
    """The last day of an era, or ``None`` for the one that still runs."""
    at = NAMES.index(name)
    return ERAS[at + 1][1] - timedelta(days=1) if at + 1 < len(ERAS) else None


def holds(name, first, last):
    """Whether the days from ``first`` to ``last`` lie in the era."""
    end = last_day(name)
    return _first(name) <= first and (end is None or last <= end)


def clipped_year(name, number):
    """The first and last day of a year that lie in the era: 平成31年 ends on 30 April 2019."""
    year = western_year(name, number)
    first, last = date(year, 1, 1), date(year, 12, 31)
    end = last_day(name)
    return max(first, _first(name)), min(last, end) if end else last


def is_whole_months(first, last):
    """Whether both days stand at the edge of a month."""
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _first(name):
    return dict(ERAS)[name]
