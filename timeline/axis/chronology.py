"""The axis of the chronology: one lane a format, one fold a year, one year open."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from ..dates import month_words
from .marks import LEADERS, draw
from .scale import Scale, months, years_of

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

    @property
    def label_y(self):
        return self.y - 4


class Lane(NamedTuple):
    """The row of one format; ``y`` is its middle."""

    format: object
    y: float
    count: int

    @property
    def top(self):
        return self.y - LANE / 2

    @property
    def text_y(self):
        return self.y + 4.5


class Cell(NamedTuple):
    """A format's month in the open year: one meeting, or several as a pill with their number."""

    lane: Lane
    x: float
    width: float
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

    @property
    def middle(self):
        return self.x + self.width / 2

    @property
    def pill(self):
        """The outline of the pill, 16 units high."""
        x, y, flat = self.x + 12, self.lane.y - 8, self.width - 24
        return f"M{x:.1f} {y:.1f}h{flat:.1f}a8 8 0 0 1 0 16h{-flat:.1f}a8 8 0 0 1 0-16z"


@dataclass(frozen=True)
class Year:
    """A fold of the axis; ``cells`` and ``letters`` only where it is open, ``drawn`` only where it is not.

    ``count`` meetings begin in it, of which the filters choose ``chosen``.
    """

    year: int
    x: float
    width: float
    count: int
    chosen: int
    is_open: bool
    bars: list
    drawn: list = field(default_factory=list)
    cells: list = field(default_factory=list)
    letters: list = field(default_factory=list)

    @property
    def end(self):
        return self.x + self.width

    @property
    def text_x(self):
        return self.x + 9

    @property
    def number_x(self):
        return self.end - 9


@dataclass(frozen=True)
class Axis:
    """The time axis of the chronology."""

    years: list
    lanes: list
    count: int
    width: float
    height: float

    left: float = LABELS
    label_width: float = LABELS - 8
    number_x: float = LABELS - 16
    base: float = HEAD + DENSITY
    lane_height: int = LANE

    @property
    def last_year(self):
        return self.years[-1].year

    @property
    def right(self):
        return self.width - PAD

    @property
    def sheet_width(self):
        """The part right of the names, which stay in view while it scrolls."""
        return self.width - self.left

    @property
    def open(self):
        """The open year, or ``None``."""
        return next((year for year in self.years if year.is_open), None)

    @property
    def edge(self):
        """The upper edge of the folded years, which rises to the open one on both sides."""
        if not self.open:
            return f"M{self.left} 9.5H{self.right:.1f}"
        before = f"M{self.left} 9.5H{self.open.x - 10:.1f}l10-8" if self.open.x > self.left else ""
        after = f"M{self.open.end:.1f} 1.5l10 8H{self.right:.1f}" if self.open.end < self.right - 10 else ""
        return before + after


def axis(meetings, formats, open_year, chosen_keys=None):
    """The axis of ``meetings`` (marks) with a lane for each of ``formats``, in their order.

    ``open_year`` is drawn wide, or none if it is ``None`` or holds nothing; ``chosen_keys`` are the meetings that the
    filters choose, ``None`` without filters.
    """
    years = years_of(meetings)
    scale = Scale(years, open_year, LABELS, WIDTH - PAD)
    lanes = _lanes(formats, Counter(one.format_key for one in meetings))
    folds = _folds(meetings, scale, open_year, chosen_keys)
    drawn = _drawn(meetings, scale, lanes, chosen_keys)
    opened = [_opened(fold, scale, lanes, drawn) if fold.is_open else _folded(fold, drawn) for fold in folds]
    bottom = max((lane.y for lane in lanes.values()), default=HEAD + DENSITY)
    return Axis(opened, list(lanes.values()), len(meetings), scale.right + PAD, bottom + LANE / 2 + 6)


def _lanes(formats, counts):
    """A lane a format, with a gap where the level changes."""
    lanes, y, rank = {}, HEAD + DENSITY + 20, LEADERS
    for form in formats:
        y += GAP * (form.rank != rank)
        rank = form.rank
        lanes[form.key] = Lane(form, y + LANE / 2, counts[form.key])
        y += LANE
    return lanes


def _folds(meetings, scale, open_year, chosen_keys):
    """The years with their counts and bars, still without marks."""
    counts = Counter(one.start.year for one in meetings)
    chosen = Counter(one.start.year for one in meetings if chosen_keys is None or one.key in chosen_keys)
    bars = _bars(meetings, scale, open_year)
    return [
        Year(year, scale.left[year], scale.width(year), counts[year], chosen[year], year == open_year, bars[year])
        for year in scale.left
    ]


def _bars(meetings, scale, open_year):
    """The bars of each year; a meeting whose month is not known is in none."""
    counts = Counter((one.start.year, one.start.month) for one in meetings if one.month_known)
    step = min(BAR_STEP, TALLEST_BAR / max(counts.values(), default=1))
    bars = defaultdict(list)
    for (year, month), count in sorted(counts.items()):
        label = str(count) if count >= COUNTED_FROM or year == open_year else ""
        bars[year].append(_bar(scale.start_of(year, month), scale.month[year], count * step, label))
    return bars


def _bar(x, room, height, label):
    sizes = x + room * 0.14, HEAD + DENSITY - height, room * 0.72, height
    return Bar(*(round(size, 1) for size in sizes), label, round(x + room / 2, 1))


def _drawn(meetings, scale, lanes, chosen_keys):
    """The meetings in their places, by year, lane and month of the mark."""
    drawn = defaultdict(list)
    for one in meetings:
        if one.format_key in lanes:
            place = one.stands.year, one.format_key, one.stands.month
            off = chosen_keys is not None and one.key not in chosen_keys
            drawn[place].append(draw(one, scale, lanes[one.format_key].y, off))
    return drawn


def _folded(fold, drawn):
    """A folded year with its meetings, from left to right."""
    here = [one for (year, *_place), marks in drawn.items() if year == fold.year for one in marks]
    return replace(fold, drawn=sorted(here, key=lambda one: one.x))


def _opened(fold, scale, lanes, drawn):
    """The open year with a cell for each month in which a lane has meetings, lane by lane."""
    places = [(lane, date(fold.year, month, 1)) for lane in lanes.values() for month in range(1, 13)]
    full = [(lane, first, drawn.get((fold.year, lane.format.key, first.month))) for lane, first in places]
    letters = [(letter, scale.start_of(fold.year, month) + scale.month[fold.year] / 2) for month, letter, _ in months()]
    return replace(fold, cells=[_cell(*place, scale) for place in full if place[-1]], letters=letters)


def _cell(lane, first, drawn, scale):
    x, width = scale.start_of(first.year, first.month), scale.month[first.year]
    return Cell(lane, x, width, first, drawn, all(one.off for one in drawn))
