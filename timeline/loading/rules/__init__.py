"""What no database constraint can hold, one small function a rule."""

from . import links, meetings, offices, series, statements, vocabulary, wording
from .registry import RULES, Finding, Severity, examine

__all__ = [
    "RULES",
    "Finding",
    "Severity",
    "examine",
    "links",
    "meetings",
    "offices",
    "series",
    "statements",
    "vocabulary",
    "wording",
]
