"""What is wrong with a fixture, said so that its author finds the place."""

from difflib import get_close_matches
from typing import NamedTuple

from django.utils.translation import gettext as _


class Fault(NamedTuple):
    """One broken rule: in which file, at which record and field; parts that do not apply are empty."""

    file: str
    record: str
    field: str
    rule: str

    def __str__(self):
        return ": ".join(part for part in self if part)


class LoadError(Exception):
    """Nothing was loaded; ``faults`` lists everything that is wrong."""

    def __init__(self, faults):
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def did_you_mean(word, known):
    """`` – did you mean “summit”?`` with the nearest of the ``known`` words, or nothing if none is near."""
    near = get_close_matches(str(word), [str(name) for name in known], n=1)
    return _(" – did you mean “%(word)s”?") % {"word": near[0]} if near else ""
