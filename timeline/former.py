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
    withdrawn = last.kind == Change.Kind.WITHDRAWN if last else _is_withdrawn(noun, key)
    return Former(noun, key, renamed=False) if withdrawn else None


def _is_withdrawn(noun, key):
    return noun == Noun.MEETING and Meeting.objects.withdrawn().filter(key=key).exists()
