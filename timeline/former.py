"""What became of a key that was public once: renamed, withdrawn for a reason, or just withdrawn."""

from typing import NamedTuple

from .models import Change, FormerKey, Meeting, Noun
from .models.translated import Localised, in_language


class Former(NamedTuple):
    """A key that is no more. ``successor``: the key of the record that stands for it now, or ""."""

    noun: str
    key: str
    renamed: bool
    successor: str = ""
    reason: Localised = Localised("", "")


def former(noun, key):
    """What became of the key of such a record, ``noun`` being the name of its list; ``None`` if it never was public.

    To be asked only when no public record has the key.
    """
    if listed := FormerKey.objects.of(noun, key):
        renamed = listed.kind == FormerKey.Kind.RENAMED
        return Former(noun, key, renamed, listed.successor, in_language(listed, "reason"))
    last = Change.objects.last_of(noun, key)
    if last:
        gone = last.kind == Change.Kind.WITHDRAWN
        return Former(noun, key, renamed=False, reason=_reason_of_its_meeting(last)) if gone else None
    return Former(noun, key, renamed=False) if _is_withdrawn(noun, key) else None


def _reason_of_its_meeting(last):
    """Why the one meeting was withdrawn with which a record went, ``last`` being its end; none if it went by itself."""
    meetings = Change.objects.filter(version=last.version, noun=Noun.MEETING, kind=Change.Kind.WITHDRAWN)
    if last.noun == Noun.STATEMENT:
        meetings = meetings.filter(key=last.key.partition("#")[0])
    keys = list(meetings.values_list("key", flat=True)[:2])
    listed = FormerKey.objects.of(Noun.MEETING, keys[0]) if len(keys) == 1 else None
    return in_language(listed, "reason") if listed else Localised("", "")


def _is_withdrawn(noun, key):
    return noun == Noun.MEETING and Meeting.objects.withdrawn().filter(key=key).exists()
