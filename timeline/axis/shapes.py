"""What the axis of the chronology is made of: shapes with their places, and what they stand for."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..dates import month_words
from .marks import Drawn

LABELS, PAD = 226, 8  # widths: the names of the lanes, the right end
HEAD, DENSITY, LANE = 50, 54, 24  # heights: years, bars, a lane


class Bar(NamedTuple):
    """How many meetings a month holds, ``chosen`` as high as those that the filters choose.

    ``label`` is empty where the number would crowd.
    """

    x: float
    y: float
    width: float
    height: float
    chosen: float
    label: str
    middle: float

    @property
    def label_y(self):
        return self.y - 4

    @property
    def outline(self):
        """The bar as path data."""
        return self._outline(self.height)

    @property
    def outline_of_chosen(self):
        """The foot of the bar that stands for what the filters choose; "" if they choose nothing of it."""
        return self._outline(self.chosen) if self.chosen else ""

    def _outline(self, height):
        top = round(self.y + self.height - height, 1)
        return f"M{self.x:g} {top:g}h{self.width:g}v{height:g}h-{self.width:g}z"


class Crowd(NamedTuple):
    """The crowded months of the lanes of a level, as one path: strokes in a folded year, pills in the open one."""

    rank: int
    path: str
    off: bool


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
        return f"{self.y + 4:g}"


class Cell(NamedTuple):
    """A format's month in the open year: one meeting, or several as a pill with their number."""

    lane: Lane
    x: float
    width: float
    first: date
    count: int
    one: Drawn | None
    brackets: list
    off: bool

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
        return f"{self.x + self.width / 2:g}"

    @property
    def hit(self):
        """The whole cell, which is what a finger has to hit."""
        return f"M{self.x:g} {self.lane.top:g}h{self.width:g}v{LANE}h-{self.width:g}z"

    @property
    def pill(self):
        """The middle line of the pill, which is 16 units thick and round at its ends."""
        inset = 9.5 if self.count > 99 else 12
        return f"M{self.x + inset:g} {self.lane.y:g}h{self.width - 2 * inset:g}"


class Column(NamedTuple):
    """A month of the open year with its pills, as one link where a link each would repeat too long a query string."""

    x: float
    width: float
    first: date
    bottom: float
    cells: list

    month, words = Cell.month, Cell.words

    @property
    def count(self):
        """How many meetings the pills stand for."""
        return sum(cell.count for cell in self.cells)

    @property
    def hit(self):
        """The whole column below the bars."""
        return f"M{self.x:g} {HEAD + DENSITY}h{self.width:g}V{self.bottom:g}h-{self.width:g}z"


@dataclass(frozen=True)
class Year:
    """A fold of the axis, in which ``count`` meetings begin, of which the filters choose ``chosen``.

    Folded it has ``drawn`` meetings or ``strokes``; open ``letters``, ``pills``, ``cells`` and, for the cells with
    several meetings, ``columns`` if these are links instead.
    """

    year: int
    x: float
    width: float
    count: int
    chosen: int
    is_open: bool
    bars: list
    drawn: list = field(default_factory=list)
    strokes: list = field(default_factory=list)
    letters: list = field(default_factory=list)
    pills: list = field(default_factory=list)
    cells: list = field(default_factory=list)
    columns: list = field(default_factory=list)

    @property
    def end(self):
        return self.x + self.width

    @property
    def chosen_bars(self):
        """The part of the bars that the filters choose, as path data."""
        return "".join(bar.outline_of_chosen for bar in self.bars)

    @property
    def text_x(self):
        return self.x + 9

    @property
    def number_x(self):
        return self.end - 9


@dataclass(frozen=True)
class Axis:
    """The time axis of the chronology; ``ranges`` are the outlines of the periods that the filters ask for.

    ``filtered`` tells that what the filters leave out is drawn faint.
    """

    years: list
    lanes: list
    count: int
    width: float
    height: float
    ranges: list = field(default_factory=list)
    filtered: bool = False

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
