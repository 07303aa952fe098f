"""A meeting as a mark: level by shape and mass, status by fill, a partial date by a bracket."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..dates import date_words
from ..models import Meeting, Precision

RADIUS = {2: 5.75, 3: 5, 4: 4.25, 5: 3.25}  # leaders are a lozenge, the others discs that shrink with the level
LOZENGE = 7.5
LEADERS = 1


class MeetingMark(NamedTuple):
    """A meeting as the axis knows it; ``number`` is its primary key, ``told`` whether the title says the status."""

    key: str
    title: str
    start: date
    end: date
    precision: str
    status: str
    format_key: str
    rank: int
    number: int = 0
    told: bool = False

    @classmethod
    def load(cls, meetings):
        """The marks of a queryset of meetings, oldest first, with one query."""
        title = f"title_{get_language()}"
        fields = ("key", "start", "end", "precision", "status", "format__key", "format__rank", "pk")
        rows = meetings.oldest_first().values_list("title_en", title, "status", *fields)
        return [
            cls(key, own or english, *rest, told=_says(english, status)) for english, own, status, key, *rest in rows
        ]

    @property
    def name(self):
        """All that a mark says to those who cannot see it: date, title and, if only the mark shows it, status."""
        words = {"date": date_words(self.start, self.end, self.precision), "title": self.title}
        if self.told or self.status == Meeting.Status.HELD:
            return _("%(date)s: %(title)s") % words
        words["status"] = Meeting.Status(self.status).label
        return _("%(date)s: %(title)s (%(status)s)") % words

    @property
    def stands(self):
        """The day on which the mark stands: the first, or the middle of a period in which no day is known."""
        return self.start if self.precision == Precision.DAY else self.start + (self.end - self.start) / 2

    @property
    def month_known(self):
        """Whether the meeting surely began in the month of its first day."""
        return self.precision == Precision.DAY or (self.start.year, self.start.month) == (self.end.year, self.end.month)


def _says(title_en, status):
    """Whether a title holds the word of the status, as those of meetings that were not held do in every language."""
    return status in title_en.casefold()


class Mark(NamedTuple):
    """A meeting's sign: its level by shape and mass, its status by fill."""

    rank: int
    shape: str
    hollow: bool
    arrow: str


class Drawn(NamedTuple):
    """A meeting in its place: its mark, the bracket of a partial date, whether the filters leave it out."""

    key: str
    name: str
    x: float
    mark: Mark
    bracket: str
    off: bool


def mark(rank, status, x, y, grow=1.0):
    """The mark of a meeting: solid if held, hollow if not, a cross if cancelled, with an arrow if postponed."""
    arrow = f"M{x + 6:.1f} {y:.1f}h8m-3-3l3 3-3 3" if status == Meeting.Status.POSTPONED else ""
    return Mark(rank, _shape(rank, status, x, y, grow), status != Meeting.Status.HELD, arrow)


def _shape(rank, status, x, y, grow):
    if status == Meeting.Status.CANCELLED:
        return f"M{x - 4:.1f} {y - 4:.1f}l8 8m0-8l-8 8"
    if rank == LEADERS:
        d = LOZENGE * grow
        return f"M{x:.1f} {y - d:.1f}l{d:.1f} {d:.1f} {-d:.1f} {d:.1f} {-d:.1f} {-d:.1f}z"
    r = RADIUS[rank] * grow
    return f"M{x - r:.2f} {y:.1f}a{r:.2f} {r:.2f} 0 1 0 {2 * r:.2f} 0a{r:.2f} {r:.2f} 0 1 0 {-2 * r:.2f} 0z"


def bracket(left, right, y):
    """The dashed bracket under a date of which no day is known."""
    return f"M{left:.1f} {y:.1f}v4H{right:.1f}v-4"


def draw(meeting, scale, y, off=False, grow=1.0):
    """A meeting (``MeetingMark``) in its place on a scale, at the height ``y``."""
    x = scale.of(meeting.stands)
    dated = meeting.precision == Precision.DAY
    under = "" if dated else bracket(scale.of(meeting.start), scale.of(meeting.end), y + 6)
    return Drawn(meeting.key, meeting.name, round(x, 1), mark(meeting.rank, meeting.status, x, y, grow), under, off)
