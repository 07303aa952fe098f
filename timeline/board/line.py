"""One thing to be fixed."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import get_language

from ..dates import date_words, edtf


@dataclass(frozen=True)
class Line:
    """A record that lacks something: its kind (a model's name) and number, its names by language, and the facts.

    ``dates`` are first day, last day and precision of the meeting, if there is one; ``unpublished`` says that no reader
    sees the record. ``facts`` are plain values of which the group makes a sentence.
    """

    model: str
    pk: int
    names: dict
    dates: tuple = ()
    unpublished: bool = False
    facts: dict = field(default_factory=dict)

    @property
    def name(self):
        """What it is called in the reader's language, or in the first that has a name."""
        return in_words(self.names)

    @property
    def when(self):
        """The date of the meeting in words, as far as it is known; empty without a meeting."""
        return date_words(*self.dates) if self.dates else ""

    @property
    def edtf(self):
        """The same as digits (EDTF)."""
        return edtf(*self.dates) if self.dates else ""


def in_words(names):
    """The name in the active language, or in the first of the site's that has one."""
    wanted = [get_language() or settings.LANGUAGE_CODE, *(code for code, _name in settings.LANGUAGES)]
    return next((names[code] for code in wanted if names.get(code)), "")
