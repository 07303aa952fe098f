"""The time axis of the record: rows -> geometry, without HTML. Templates draw it; colours come from the stylesheets."""

from typing import NamedTuple

RADIUS = {2: 5.75, 3: 5, 4: 4.25, 5: 3.25}  # leaders are a lozenge, the others discs that shrink with the level
LOZENGE = 7.5
CROSS = 4


class Mark(NamedTuple):
    """A meeting's sign: its level by shape and mass, its status by fill. ``shape`` and ``arrow`` are SVG path data."""

    rank: int
    shape: str
    hollow: bool
    arrow: str


def mark(rank, status, x, y, grow=1.0):
    """The mark of a meeting: solid if held, hollow if not, a cross if cancelled, with an arrow if postponed."""
    arrow = f"M{x + 6:.1f} {y:.1f}h8m-3-3l3 3-3 3" if status == "postponed" else ""
    return Mark(rank, _shape(rank, status, x, y, grow), status != "held", arrow)


def _shape(rank, status, x, y, grow):
    if status == "cancelled":
        return f"M{x - CROSS:.1f} {y - CROSS:.1f}l8 8m0-8l-8 8"
    if rank == 1:
        d = LOZENGE * grow
        return f"M{x:.1f} {y - d:.1f}l{d:.1f} {d:.1f} {-d:.1f} {d:.1f} {-d:.1f} {-d:.1f}z"
    r = RADIUS[rank] * grow
    return f"M{x - r:.2f} {y:.1f}a{r:.2f} {r:.2f} 0 1 0 {2 * r:.2f} 0a{r:.2f} {r:.2f} 0 1 0 {-2 * r:.2f} 0z"


def bracket(left, right, y):
    """The dashed bracket under a date that is known only to its period."""
    return f"M{left:.1f} {y:.1f}v4H{right:.1f}v-4"
