"""The axis of the chronology: one lane a format, one fold a year, one year open."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..dates import month_words
from .marks import LEADERS, draw
from .scale import MONTH, Scale, months, years_of

WIDTH, LABELS, PAD = 1248, 226, 8  # the whole drawing, the names of the lanes, the right end
HEAD, DENSITY, LANE, GAP = 50, 54, 24, 7  # heights: years, bars, a lane, between two levels
TALLEST_BAR, BAR_STEP, COUNTED_FROM = 36, 5, 4


class Bar(NamedTuple):
    """How many meetings a month holds; ``label`` is empty where the number would crowd."""

    x: float
    y: float
    width: float
    height: float
    label: str
    middle: float


class Lane(NamedTuple):
    """The row of one format."""

    format: object
    y: float
    count: int


class Cell(NamedTuple):
    """A format's month in the open year: one meeting, or several as a pill with their number."""

    lane: Lane
    x: float
    first: date
    drawn: list
    off: bool

    @property
    def one(self):
        """The only meeting of the month, or ``None``."""
        return self.drawn[0] if len(self.drawn) == 1 else None

    @property
    def month(self):
        """The month as a query string takes it: 2017-03."""
        return f"{self.first:%Y-%m}"

    @property
    def words(self):
        """The month as a reader says it."""
        return month_words(self.first)


@dataclass(frozen=True)
class Year:
    """A fold of the axis; ``cells`` and ``letters`` only where it is open, ``drawn`` only where it is not."""

    year: int
    x: float
    width: float
    count: int
    is_open: bool
    bars: list
    drawn: list
    cells: list
    letters: list

    @property
    def end(self):
        return self.x + self.width


@dataclass(frozen=True)
class Axis:
    """The time axis of the chronology."""

    years: list
    lanes: list
    count: int
    width: float
    height: float
    left: float = LABELS
    base: float = HEAD + DENSITY
    lane_height: int = LANE
    month_width: int = MONTH

    @property
    def right(self):
        return self.width - PAD

    @property
    def open(self):
        """The open year, or ``None``."""
        return next((year for year in self.years if year.is_open), None)


def axis(meetings, formats, open_year, chosen_keys=None):
    """The axis of ``meetings`` (marks) with a lane for each of ``formats``, in their order.

    ``open_year`` is drawn wide, or none if it is ``None`` or holds nothing; ``chosen_keys`` are the meetings that the
    filters choose, ``None`` without filters.
    """
    years = years_of(meetings)
    scale = Scale(years, open_year, LABELS, WIDTH - PAD)
    lanes = _lanes(formats, Counter(one.format_key for one in meetings))
    by_year = Counter(one.start.year for one in meetings)
    bars, drawn = _bars(meetings, scale, open_year), _drawn_by_month(meetings, scale, lanes, chosen_keys)
    columns = [_year(year, scale, lanes, by_year[year], bars[year], drawn, year == open_year) for year in years]
    height = (lanes[list(lanes)[-1]].y if lanes else HEAD + DENSITY) + LANE / 2 + 6
    return Axis(columns, list(lanes.values()), len(meetings), scale.right + PAD, height)


def _lanes(formats, counts):
    lanes, y, rank = {}, HEAD + DENSITY + 20, LEADERS
    for form in formats:
        y += GAP * (form.rank != rank)
        rank = form.rank
        lanes[form.key] = Lane(form, y + LANE / 2, counts[form.key])
        y += LANE
    return lanes


def _bars(meetings, scale, open_year):
    """The bars of each year; a meeting whose month is not known is in none."""
    counts = Counter((one.start.year, one.start.month) for one in meetings if one.month_known)
    step = min(BAR_STEP, TALLEST_BAR / max(counts.values(), default=1))
    bars = defaultdict(list)
    for (year, month), count in sorted(counts.items()):
        wide, x = scale.month[year], scale.start_of(year, month)
        label = str(count) if count >= COUNTED_FROM or year == open_year else ""
        top = HEAD + DENSITY - count * step
        bars[year].append(Bar(x + wide * 0.14, top, wide * 0.72, count * step, label, x + wide / 2))
    return bars


def _drawn_by_month(meetings, scale, lanes, chosen_keys):
    """The meetings in their places, by year, lane and month of the mark."""
    drawn = defaultdict(list)
    for one in meetings:
        if one.format_key in lanes:
            place = one.stands.year, one.format_key, one.stands.month
            off = chosen_keys is not None and one.key not in chosen_keys
            drawn[place].append(draw(one, scale, lanes[one.format_key].y, off))
    return drawn


def _year(year, scale, lanes, count, bars, drawn, is_open):
    here = {place: marks for place, marks in drawn.items() if place[0] == year}
    common = {"year": year, "x": scale.left[year], "width": scale.width(year), "count": count, "bars": bars}
    if not is_open:
        loose = sorted((one for marks in here.values() for one in marks), key=lambda one: one.x)
        return Year(**common, is_open=False, drawn=loose, cells=[], letters=[])
    places = [(year, key, month) for key in lanes for month in range(1, 13) if (year, key, month) in here]
    cells = [_cell(lanes[key], date(year, month, 1), scale, here[year, key, month]) for _year, key, month in places]
    letters = [(letter, scale.start_of(year, month) + scale.month[year] / 2) for month, letter, _word in months()]
    return Year(**common, is_open=True, drawn=[], cells=cells, letters=letters)


def _cell(lane, first, scale, drawn):
    return Cell(lane, scale.start_of(first.year, first.month), first, drawn, all(one.off for one in drawn))
