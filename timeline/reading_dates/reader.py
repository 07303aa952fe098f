"""The reader: all readings of a text, of which there must be exactly one."""

import calendar
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from ..dates import date_words, edtf
from . import eras
from .forms import Parts, all_parts
from .plain import RANGE, made_plain

LONGEST = 80  # characters; no date is longer


class When(NamedTuple):
    """A date as the record holds it: first and last day, and whether days, months or only years are known."""

    start: date
    end: date
    precision: str


class UnreadableDate(ValueError):
    """A text that is no date, or several: a sentence for the editor, and as ``readings`` each ``When`` it may be."""

    def __init__(self, sentence, readings=()):
        super().__init__(sentence)
        self.readings = list(readings)


def read_when(text):
    """The ``When`` that ``text`` says: a day, month or year, or a range of them. Raises ``UnreadableDate``."""
    plain, weekdays = made_plain(text) if len(text) <= LONGEST else ("", [])
    readings, faults = set(), []
    for first, last in _ends(plain):
        try:
            readings.add(_when(first, last))
        except UnreadableDate as fault:
            faults.append(fault)
    if len(readings) > 1:
        raise _ambiguous(text, sorted(readings))
    if not readings:
        raise faults[0] if faults else UnreadableDate(_not_understood(plain))
    when = readings.pop()
    _check_weekdays(when, weekdays)
    return when


def read_period(text):
    """The ``When`` of one day, month or year. Raises ``UnreadableDate``, also for a range."""
    when = read_when(text)
    if _period(Parts(*_known(when))) != when:
        raise UnreadableDate(_("One date is wanted here: a day, a month or a year, no range."))
    return when


def read_day(text):
    """The ``date`` of one whole day. Raises ``UnreadableDate``, also for a month, a year or a range."""
    when = read_when(text)
    if when.precision != "day" or when.start != when.end:
        raise UnreadableDate(_("One whole date is wanted here: day, month and year."))
    return when.start


def _ends(plain):
    """Every pair of ``Parts`` that may be the two ends of what is written; twice the same for a date alone."""
    if RANGE not in plain:
        yield from ((parts, parts) for parts in sorted(all_parts(plain), key=str))
    for first, last in _halves(plain):
        for left in sorted(all_parts(first), key=str):
            for right in sorted(all_parts(last), key=str):
                yield _completed(left, right), _completed(right, left)


def _halves(plain):
    """The text cut in two at its mark of a range, or at each hyphen and slash if it has none."""
    marks = RANGE if RANGE in plain else "-/"
    cuts = [at for at, sign in enumerate(plain) if sign in marks]
    return [(plain[:at].strip(), plain[at + 1 :].strip()) for at in cuts]


def _completed(parts, other):
    """One end of a range with what only the other end says: "15" of "15–16 December 2016"."""
    month = other.month if parts.day and not parts.month else parts.month
    era = parts.era or (other.era if not parts.year else None)
    return Parts(parts.year or other.year, month, parts.day, era)


def _when(first, last):
    """The ``When`` from one end to the other. Raises ``UnreadableDate`` if there is none."""
    if not (first.year and last.year):
        raise UnreadableDate(_("Write the year with four digits."))
    if first.known_to != last.known_to:
        raise UnreadableDate(_("Both ends of a range are known alike: two days, two months or two years."))
    if (first.day and not first.month) or (last.day and not last.month):
        raise UnreadableDate(_("Write the month, too."))
    begun, ended = _period(first), _period(last)
    if ended.end < begun.start:
        raise UnreadableDate(_("The range ends before it starts."))
    return When(begun.start, ended.end, begun.precision)


def _period(parts):
    """The ``When`` of one day, month or year. Raises ``UnreadableDate`` if the calendar or its era has none."""
    try:
        first = date(parts.year, parts.month or 1, parts.day or 1)
    except ValueError:
        raise UnreadableDate(_("There is no such day in the calendar.")) from None
    last = first if parts.day else _last_day(parts)
    if parts.era:
        return _in_era(parts, first, last)
    return When(first, last, parts.known_to)


def _last_day(parts):
    month = parts.month or 12
    return date(parts.year, month, calendar.monthrange(parts.year, month)[1])


def _in_era(parts, first, last):
    """A period told in an era; of its first and last year only the months within the era, if these are whole."""
    if parts.known_to == "year" and not eras.holds(parts.era, first, last):
        first, last = eras.clipped_year(parts.era, parts.year - eras.western_year(parts.era, 1) + 1)
        if first <= last and eras.is_whole_months(first, last):
            return When(first, last, "month")
        raise _outside(parts.era)
    overlaps = eras.holds(parts.era, first, first) or eras.holds(parts.era, last, last)
    if not overlaps:
        raise _outside(parts.era)
    return When(first, last, parts.known_to)


def _outside(era):
    text = _("That is not, or not wholly, within the era %(era)s: write the year of the Western calendar.")
    return UnreadableDate(text % {"era": era})


def _check_weekdays(when, weekdays):
    days = {1: [when.start], 2: [when.start, when.end]}.get(len(weekdays), [])
    if weekdays and [day.weekday() for day in days] != weekdays:
        words = {"date": date_words(*when)}
        raise UnreadableDate(_("The day of the week does not go with %(date)s: look again.") % words, [when])


def _ambiguous(text, readings):
    words = {"text": text.strip(), "readings": " / ".join(date_words(*when) for when in readings)}
    words["written"] = " / ".join(edtf(*when) for when in readings)
    sentence = _("“%(text)s” may be read in several ways: %(readings)s. Write %(written)s.")
    return UnreadableDate(sentence % words, readings)


def _not_understood(plain):
    if plain and not any(len(figures) == 4 for figures in "".join(c if c.isdigit() else " " for c in plain).split()):
        return _("No date is understood here: write the year with four digits, such as 20 March 2017 or 2017-03.")
    return _(
        "No date is understood here. Write it like 20 March 2017, 20.03.2017, 2017年3月20日, 平成29年3月20日, "
        "15–16 December 2016, March 2017 or 2017."
    )


def _known(when):
    numbers = (when.start.year, when.start.month, when.start.day)
    return numbers[: {"day": 3, "month": 2, "year": 1}[when.precision]]
