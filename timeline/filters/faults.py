"""What is wrong with a query string, said so that the reader can mend it."""

import difflib
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

FILE_FORMATS = {"atom", "bib", "csv", "geojson", "html", "ics", "json", "jsonld", "ndjson", "ris", "rss", "xml", "yaml"}
MOST_ALLOWED = 40  # longer lists of allowed values are left to the pages that show them


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: which parameter, which value, why, and what was probably meant.

    ``code`` is for programs (unknown_parameter, unknown_value, repeated, invalid …), ``message`` for people.
    ``allowed`` lists the values there are, or is ``None`` where there are too many or no fixed list.
    """

    param: str
    value: str
    code: str
    message: str
    did_you_mean: str | None = None
    allowed: list | None = None


def not_understood(message, param, value):
    """``message``; to somebody who asks for a file by ``format``, with the word how files are asked for."""
    if param != "format" or value.lower() not in FILE_FORMATS:
        return str(message)
    hint = _("Here “format” is the kind of meeting. A file has a suffix, as in /meetings.csv; the API answers in JSON.")
    return f"{message} {hint}"


def nearest(word, known):
    """The one of ``known`` that ``word`` was probably meant to be, or ``None``."""
    word = slugify(word) or word.casefold().strip()
    folded = {str(value).casefold(): value for value in known}
    if word in folded:
        return folded[word]
    if close := difflib.get_close_matches(word, folded, n=1, cutoff=0.75):
        return folded[close[0]]
    parts = {part: value for key, value in reversed(folded.items()) for part in [key, *key.split("-")]}
    if close := difflib.get_close_matches(word, parts, n=1, cutoff=0.75):
        return parts[close[0]]
    if close := difflib.get_close_matches(word, folded, n=1, cutoff=0.6):
        return folded[close[0]]
    return next((value for key, value in folded.items() if len(word) > 2 and word in key), None)


class FaultyValue(ValidationError):
    """A value that is not understood; carries what the ``Fault`` needs."""

    def __init__(self, message, code, value, known=None):
        super().__init__(message, code=code)
        self.value = value
        self.known = list(known or [])

    def fault(self, param):
        """The ``Fault`` of this value for that parameter."""
        allowed = self.known if 0 < len(self.known) <= MOST_ALLOWED else None
        message = not_understood(self.message, param, self.value)
        return Fault(param, self.value, self.code, message, nearest(self.value, self.known), allowed)
