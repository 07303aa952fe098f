"""What a meeting still lacks before readers may see it."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from ..models import Attendance, Meeting, Side, Statement
from .document import by_name

NEEDED = {
    "title_en": _("Give the meeting a title in English."),
    "summary_en": _("Say in a sentence or two what the meeting was."),
    "issues": _("Choose at least one issue that was talked about."),
    "sources": _("Name at least one source."),
    "confidence": _("Say how well the sources support the meeting."),
}
WISHED = {
    "title_ru": _("There is no Russian title: readers will see the English one, marked as such."),
    "title_ja": _("There is no Japanese title: readers will see the English one, marked as such."),
}
NO_PLACE = _("Choose the place, or say why there is none.")
ONE_SIDE = _("Only one side is listed among the participants, or none: is somebody missing?")
OF_PARTS = {
    Attendance: {
        "side": _("Say for which side the participant sat there."),
        "capacity_en": _("Name the office in which the participant sat there."),
    },
    Statement: {
        "side": _("Say whose statement it is."),
        "issues": _("A statement stands under at least one issue."),
        "sources": _("A statement needs at least one source."),
    },
}


class Gap(NamedTuple):
    """Something that is missing: in which row and field, and how to mend it; a ``hindrance`` forbids publishing."""

    model: type
    key: tuple
    field: str
    words: str
    hindrance: bool


def gaps(rows):
    """Every ``Gap`` in the document of a meeting, those that forbid publishing first."""
    named = by_name(rows)
    found = [gap for (model, key), fields in named.items() for gap in _gaps_of(model, key, fields)]
    (_model, key), facts = next(iter(named.items()))
    sides = {fields.get("side") for (model, _key), fields in named.items() if model is Attendance}
    if len(sides) < len(Side) and facts.get("status", Meeting.Status.HELD) == Meeting.Status.HELD:
        found.append(Gap(Meeting, key, "attendances", ONE_SIDE, hindrance=False))
    return sorted(found, key=lambda gap: not gap.hindrance)


def _gaps_of(model, key, fields):
    if model is Meeting:
        yield from (Gap(model, key, name, words, True) for name, words in NEEDED.items() if not fields.get(name))
        if not fields.get("place") and not fields.get("no_place"):
            yield Gap(model, key, "no_place", NO_PLACE, hindrance=True)
        yield from (Gap(model, key, name, words, False) for name, words in WISHED.items() if not fields.get(name))
    for name, words in OF_PARTS.get(model, {}).items():
        if not fields.get(name):
            yield Gap(model, key, name, words, hindrance=True)
