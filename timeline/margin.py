"""Meetings as they stand in the chronicle: years as headings, dates in the margin. Nothing here asks the database."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .dates import date_words, day_words, edtf, month_words, range_words
from .models import Precision

DAY_NOT_KNOWN = "··"


class MarginDate(NamedTuple):
    """A date in the margin: the day large, the month under it (in Japanese over it), the year for screen readers.

    ``doubt`` says what is not known; ``repeated`` stands for a date that the entry above already has; ``machine`` is
    the date for the time element, "" where it is an interval.
    """

    day: str
    unit: str
    month: str
    year: str
    doubt: str
    repeated: str
    machine: str
    is_range: bool


@dataclass(frozen=True)
class Entry:
    """A meeting in the chronicle; ``opens_month`` where it is the first of its month in the list."""

    card: object
    when: MarginDate
    opens_month: bool
    is_same_day: bool


@dataclass(frozen=True)
class YearPart:
    """The entries of one year; ``year`` is ``None`` in a list that does not follow time."""

    year: int | None
    entries: list


def in_years(cards, follows_time=True):
    """The cards as entries under their years; under one part without a year if the list does not follow time."""
    if not follows_time:
        return [YearPart(None, [Entry(card, margin_date(card), False, False) for card in cards])]
    parts, last = [], None
    for card in cards:
        if last is None or last.start.year != card.start.year:
            parts.append(YearPart(card.start.year, []))
        parts[-1].entries.append(_entry(card, last))
        last = card
    return parts


def _entry(card, last):
    opens = last is None or (last.start.year, last.start.month) != (card.start.year, card.start.month)
    same = last is not None and card.precision == Precision.DAY and _date_of(card) == _date_of(last)
    return Entry(card, margin_date(card, same), opens, same)


def _date_of(card):
    return card.start, card.end, card.precision


def margin_date(card, same_day=False):
    """The ``MarginDate`` of a card; ``same_day`` where the entry above has the same date."""
    machine = edtf(card.start, card.end, card.precision)
    words = _partial(card) if card.precision != Precision.DAY else _repeated(card) if same_day else _days(card)
    blank = {"day": "", "unit": "", "month": "", "year": str(card.start.year), "doubt": "", "repeated": ""}
    is_range = card.precision == Precision.DAY and card.start != card.end
    return MarginDate(**blank | words, machine="" if "/" in machine else machine, is_range=is_range)


def _partial(card):
    if card.precision == Precision.YEAR:
        return {"day": DAY_NOT_KNOWN, "doubt": _("month and day not known")}
    ends = [card.start] if card.start.replace(day=1) == card.end.replace(day=1) else [card.start, card.end]
    months = range_words(*(month_words(day, with_year=False) for day in ends))
    return {"day": DAY_NOT_KNOWN, "month": months, "doubt": _("day not known")}


def _repeated(card):
    words = {"date": date_words(card.start, card.end, card.precision)}
    return {"repeated": _("same day"), "month": _("as above, %(date)s") % words}


def _days(card):
    ends = [card.start] if card.start == card.end else [card.start, card.end]
    months = dict.fromkeys(_month_beside_day(day) for day in ends)
    unit = "日" if get_language() == "ja" else ""
    return {"day": range_words(*(str(day.day) for day in ends)), "unit": unit, "month": range_words(*months)}


def _month_beside_day(day: date):
    """The month as it stands beside a day: "March", "марта", "3月"."""
    if get_language() == "ja":
        return month_words(day, with_year=False)
    return day_words(day, with_year=False).split(" ", 1)[1]
