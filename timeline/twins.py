"""Whether two entries may be one meeting: a pure comparison. The record is asked by ``Meeting.objects.twins_of``.

Of meetings known to the day, neighbouring days are compared, too: the read-out of a side may give the date of its own
time zone (a Saturday evening in Lima is a Sunday in Moscow and in Tokyo). A month or a year has no neighbours: a
meeting of 2011 is none of 2012.
"""

from datetime import date, timedelta
from typing import NamedTuple

NEIGHBOURS = timedelta(days=1)  # the last day of one and the first of the other follow each other
NEAR = timedelta(days=3)  # as far as one source may still tell of the same occasion

SAME_FORMAT, SAME_PEOPLE, SAME_SOURCE = "format", "people", "source"


class Occasion(NamedTuple):
    """What tells a meeting from others; formats, people and sources by any name that both entries share."""

    start: date
    end: date
    format: object = None
    people: frozenset = frozenset()
    sources: frozenset = frozenset()
    to_the_day: bool = True

    def apart(self, other):
        """How far the two are apart: zero if a day belongs to both, else from the last day to the first one after."""
        return max(self.start - other.end, other.start - self.end, timedelta(0))


def grounds(one, other):
    """Why two ``Occasion`` may be the same, as a set of ``SAME_FORMAT``, ``SAME_PEOPLE``, ``SAME_SOURCE``."""
    apart, near = one.apart(other), one.to_the_day and other.to_the_day
    return {
        ground
        for ground, reach, shared in (
            (SAME_FORMAT, NEIGHBOURS, one.format is not None and one.format == other.format),
            (SAME_PEOPLE, NEIGHBOURS, one.people & other.people),
            (SAME_SOURCE, NEAR, one.sources & other.sources),
        )
        if shared and apart <= (reach if near else timedelta(0))
    }
