"""The forms in which a date, or one end of a range, is written once names have become numbers.

``<3>`` stands for a month that was named. A form that may be read in two ways stands here twice, so that both readings
are found.
"""

import re
from typing import NamedTuple

from . import eras

_PIECES = {
    "Y": r"(?P<year>[12][0-9]{3})",
    "M": r"(?P<month>[0-9]{1,2})",
    "D": r"(?P<day>[0-9]{1,2})",
    "N": r"<(?P<month>[0-9]{1,2})>",
    "E": rf"(?P<era>{'|'.join(eras.NAMES)})\s?(?P<year>[0-9]{{1,2}})",
}
_FORMS = (
    *(r"Y-M-D", r"Y-M", r"Y", r"M-D"),  # ISO 8601; M-D ends a range
    *(r"Y\.\s?M\.\s?D\.?", r"D\.\s?M\.\s?Y", r"Y\.M", r"M\.Y", r"D\.\s?M\.?", r"D\.?"),
    *(r"Y/M/D", r"D/M/Y", r"M/D/Y", r"D-M-Y", r"M-D-Y", r"Y/M", r"M/Y", r"M-Y", r"D/M", r"M/D"),
    *(r"D\.?\s?N\s?Y", r"N\s?D\s+Y", r"Y\s?N\s?D", r"N\s?Y", r"Y\s?N", r"D\.?\s?N", r"N\s?D", r"N", r"D\s+Y"),
    *(r"Y年\s?M月\s?D日?", r"Y年\s?M月", r"Y年", r"M月\s?D日?", r"M月", r"D日", r"D日?"),
    *(r"E年\s?M月\s?D日?", r"E年\s?M月", r"E年"),
    *(r"E\.\s?M\.\s?D\.?", r"E\.M", r"E/M/D", r"E-M-D"),
)
_PATTERNS = tuple(re.compile(re.sub("[YMDNE]", lambda piece: _PIECES[piece[0]], form)) for form in _FORMS)
_EIGHT_FIGURES = re.compile(r"(?P<year>[12][0-9]{3})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")


class Parts(NamedTuple):
    """What is written of a date: numbers, or ``None``; ``year`` is ours, ``era`` the one it was told in."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    era: str | None = None

    @property
    def known_to(self):
        """What is known of it: "day", "month" or "year"."""
        return "day" if self.day else "month" if self.month else "year"


def all_parts(text):
    """Everything that ``text`` may say as one date or one end of a range: a set of ``Parts``."""
    found = (pattern.fullmatch(text) for pattern in (*_PATTERNS, _EIGHT_FIGURES))
    return {_parts(match.groupdict()) for match in found if match}


def _parts(found):
    numbers = {name: int(value) for name, value in found.items() if name != "era" and value}
    if era := found.get("era"):
        numbers["year"] = eras.western_year(era, numbers["year"])
    return Parts(**numbers, era=era)
