"""Partial dates: how they are written for programs (EDTF), read from a query, and worded for people.

EDTF is level 1 of the Extended Date/Time Format, ISO 8601-2:2019, as profiled by the Library of Congress
(https://www.loc.gov/standards/datetime/). A date known to the month is ``2014-03``; never a false day.
"""

import calendar
import re
from datetime import date
from typing import NamedTuple

from django.utils.dateformat import format as format_date
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}|XX))?)?(?P<qualifier>[?~%])?")
_OPEN = {"", ".."}

# How a language writes a date, in the letters of Django's ``date`` filter; E is the month as it stands beside a day.
# Nothing breaks a line before "г.".
_DAY = {"en": "j E Y", "ru": "j E Y\u00a0г.", "ja": "Y年n月j日"}
_DAY_OF_YEAR = {"en": "j E", "ru": "j E", "ja": "n月j日"}
_MONTH = {"en": "F Y", "ru": "F Y\u00a0г.", "ja": "Y年n月"}
_MONTH_OF_YEAR = {"en": "F", "ru": "F", "ja": "n月"}
_YEAR = {"en": "Y", "ru": "Y\u00a0г.", "ja": "Y年"}
_FIRST_YEAR = {"en": "Y", "ru": "Y", "ja": "Y年"}
_LAST_YEAR = {"en": "Y", "ru": "Y\u00a0гг.", "ja": "Y年"}
_LAST_OF_SAME_MONTH = {"en": "j E Y", "ru": "j E Y\u00a0г.", "ja": "j日"}
_FIRST_OF_SAME_MONTH = {"en": "j", "ru": "j", "ja": "Y年n月j"}


class Span(NamedTuple):
    """The days that a date may mean, both inclusive; ``None`` where it is open."""

    first: date | None
    last: date | None

    def meets(self, other):
        """Whether a day can lie in both."""
        firsts = [span.first for span in (self, other) if span.first]
        lasts = [span.last for span in (self, other) if span.last]
        return not (firsts and lasts) or max(firsts) <= min(lasts)


def end_of_month(day):
    """The last day of the month in which ``day`` lies."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def edtf(start, end, precision):
    """A date or interval of the record in EDTF: ``2017-03-20``, ``2016-12-15/2016-12-16``, ``2014-03``."""
    letters = {"day": 10, "month": 7, "year": 4}[precision]
    first, last = (day.isoformat()[:letters] for day in (start, end))
    return first if first == last else f"{first}/{last}"


def partial_edtf(day, precision):
    """One end of a tenure in EDTF; ``None`` if it is not known."""
    return edtf(day, day, precision) if day else None


def parse_edtf(text):
    """The ``Span`` of an EDTF date or interval, such as ``2017``, ``2017-03``, ``2016-12/2017-03`` or ``2016-12/..``.

    Raises ``ValueError`` with a sentence for the reader if the text is no such date or ends before it starts.
    """
    parts = text.strip().split("/")
    if len(parts) == 1:
        return _parse_one(parts[0])
    if len(parts) > 2 or set(parts) <= _OPEN:
        raise ValueError(_("Not an EDTF date or interval; write 2017, 2017-03, 2017-03-20 or 2016-12/2017-03."))
    first = None if parts[0] in _OPEN else _parse_one(parts[0]).first
    last = None if parts[1] in _OPEN else _parse_one(parts[1]).last
    if first and last and last < first:
        raise ValueError(_("The interval ends before it starts."))
    return Span(first, last)


def _parse_one(text):
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(_("Not an EDTF date or interval; write 2017, 2017-03, 2017-03-20 or 2016-12/2017-03."))
    year, month = int(found["year"]), int(found["month"] or 0)
    day = int(found["day"]) if found["day"] not in (None, "XX") else None
    try:
        if day is not None:
            return Span(date(year, month, day), date(year, month, day))
        if found["month"]:
            return Span(date(year, month, 1), end_of_month(date(year, month, 1)))
        return Span(date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        raise ValueError(_("There is no such day in the calendar.")) from None


def day_words(day, *, with_year=True):
    """A day as the active language writes it: "20 March 2017", "20 марта 2017 г.", "2017年3月20日"."""
    return _worded(day, _DAY if with_year else _DAY_OF_YEAR)


def month_words(day, *, with_year=True):
    """The month of a day as it stands alone: "March 2014", "март 2014 г.", "2014年3月"."""
    return _worded(day, _MONTH if with_year else _MONTH_OF_YEAR)


def date_words(start, end, precision):
    """The date of a meeting in the active language; a date known to the month or year shows no day.

    "20 March 2017", "15–16 December 2016", "March 2014", "September–November 2014".
    """
    wordings = {"day": _days, "month": _months, "year": _years}
    return wordings[precision](start, end)


def _days(start, end):
    if start == end:
        return day_words(start)
    if start.year != end.year:
        return _range(start, end, _DAY, _DAY)
    if start.month == end.month:
        return _range(start, end, _FIRST_OF_SAME_MONTH, _LAST_OF_SAME_MONTH)
    return _range(start, end, *_year_once(_DAY, _DAY_OF_YEAR))


def _months(start, end):
    if (start.year, start.month) == (end.year, end.month):
        return month_words(start)
    return _range(start, end, *(_year_once(_MONTH, _MONTH_OF_YEAR) if start.year == end.year else (_MONTH, _MONTH)))


def _years(start, end):
    return _worded(start, _YEAR) if start.year == end.year else _range(start, end, _FIRST_YEAR, _LAST_YEAR)


def _year_once(full, short):
    """The year stands at the end of a range, in Japanese at its beginning."""
    return (full, short) if get_language() == "ja" else (short, full)


def partial_words(day, precision):
    """One end of a tenure in the active language: "9 March 2004", "December 2011", "1996"."""
    return {"day": day_words, "month": month_words, "year": lambda day: _worded(day, _YEAR)}[precision](day)


def weekday_words(day):
    """The day of the week in the active language: "Monday", "понедельник", "月曜日"."""
    return _lower_in_russian(format_date(day, "l"))


def range_words(*ends):
    """The ends of a range, already in words, joined as the active language does: "15–16", "9月～11月"."""
    return _dash(ends[0]).join(ends)


def _dash(first):
    """The mark between two ends of a range: Japanese has its own, a date of several words wants room around it."""
    if get_language() == "ja":
        return "～"
    return " – " if " " in first else "–"


def _range(start, end, before, after):
    return range_words(_worded(start, before), _worded(end, after))


def _worded(day, forms):
    return _lower_in_russian(format_date(day, forms.get(get_language(), forms["en"])))


def _lower_in_russian(text):
    """Russian writes months and weekdays small; Django's catalogue starts them with a capital."""
    return text[:1].lower() + text[1:] if get_language() == "ru" else text
