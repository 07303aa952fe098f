"""One row of the years, for a single meeting, issue or person."""

from dataclasses import dataclass
from typing import NamedTuple

from .marks import Drawn, draw
from .scale import Scale, years_of

WIDTH = 1248
TALLEST = 30  # of the strokes


class Fold(NamedTuple):
    """Where a year begins."""

    year: int
    x: float

    @property
    def text_x(self):
        return self.x + 8


@dataclass(frozen=True)
class Strip:
    """One row of the years: the meetings chosen, ticks for the others, arcs from earlier to later ones.

    ``strokes`` stand for chosen meetings that are too many to be drawn, as high as their months are full.
    """

    years: list
    ticks: str
    strokes: str
    arcs: list
    drawn: list
    here: Drawn | None
    base: float
    width: float

    @property
    def height(self):
        return self.base + 42

    @property
    def fold_top(self):
        return self.base - 22

    @property
    def text_y(self):
        return self.base + 34


def strip(meetings, chosen_keys, arcs=(), here=None, months=None):
    """One row of the years of ``meetings`` (marks): those with ``chosen_keys`` as marks, the others as ticks.

    ``arcs``: pairs of keys, the earlier meeting first; ``here``: the key of the meeting that is being read.
    ``months`` (``Months``) stand in for those of a large record: ``meetings`` are then only those that are drawn.
    """
    years = months.years if months else years_of(meetings)
    scale, base = Scale(years, right=WIDTH), 88 if arcs else 40
    chosen = [one for one in meetings if one.key in chosen_keys and one.key != here]
    current = next((draw(one, scale, base, grow=1.3) for one in meetings if one.key == here), None)
    x_of = {one.key: scale.of(one.stands) for one in meetings}
    others = [_middle(month) for month in months.others] if months else _unchosen(meetings, chosen_keys)
    return Strip(
        years=[Fold(year, scale.left[year]) for year in years],
        ticks="".join(f"M{scale.of(day):.1f} {base - 4}v8" for day in others),
        strokes=_strokes(months.chosen, scale, base) if months and not meetings else "",
        arcs=[_arc(x_of[a], x_of[b], base) for a, b in arcs if {a, b} <= x_of.keys() and x_of[b] - x_of[a] > 1],
        drawn=[draw(one, scale, base) for one in chosen],
        here=current,
        base=base,
        width=scale.right,
    )


def _unchosen(meetings, chosen_keys):
    return [one.stands for one in meetings if one.key not in chosen_keys]


def _middle(month):
    return month.replace(day=16)


def _strokes(counts, scale, base):
    most = max(counts.values(), default=1)
    heights = {month: max(2, round(TALLEST * count / most)) for month, count in counts.items()}
    return "".join(f"M{scale.of(_middle(month)):.1f} {base}v-{height}" for month, height in heights.items())


def _arc(left, right, base):
    high = base - 10 - min(58, (right - left) * 0.55 + 12)
    return f"M{left:.1f} {base - 8}C{left:.1f} {high:.1f} {right:.1f} {high:.1f} {right:.1f} {base - 8}"
