"""What a rule is, and how all rules are asked of the record."""

from enum import StrEnum
from typing import NamedTuple

from timeline.models import Meeting

from ..schema import label, named_by


class Severity(StrEnum):
    """An error contradicts the record; a warning wants a look; a note says what is not known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Rule(NamedTuple):
    """A rule, as a sentence that holds of every good record, and the function that finds where it does not."""

    name: str
    severity: Severity
    sentence: str
    find: object


class Finding(NamedTuple):
    """Where a rule does not hold: the record, and in words what is there instead."""

    rule: str
    severity: Severity
    sentence: str
    model: str
    key: tuple
    record: str
    words: str


RULES = []


def rule(severity):
    """Register a function of the record that yields ``(entry, words)`` wherever its docstring does not hold."""

    def register(find):
        RULES.append(Rule(find.__name__, severity, find.__doc__.strip(), find))
        return find

    return register


def examine(picture):
    """Every finding of every rule, in the order of the rules and of the record's keys."""
    return [
        finding
        for one in RULES
        for finding in sorted(_findings(one, picture), key=lambda finding: list(map(str, finding.key)))
    ]


def _findings(one, picture):
    for entry, words in one.find(picture):
        severity = Severity.NOTE if _is_unfinished(entry, picture) else one.severity
        model = entry.model._meta.label_lower
        yield Finding(one.name, severity, one.sentence, model, entry.key, label(entry.model, entry.key), words)


def _is_unfinished(entry, picture):
    """Whether it belongs to a meeting that is not published: that may have holes."""
    if "meeting" in named_by(entry.model):
        entry = picture.get(Meeting, entry.meeting)
    return entry.model is Meeting and entry.state != Meeting.State.PUBLISHED
