"""Rules of our own words: no side is taken by a name."""

import re
from typing import NamedTuple

from timeline.models import Format, Issue, Meeting, Place, Series, Statement

from ..schema import columns
from .registry import Severity, rule


class Disputed(NamedTuple):
    """What the sides call differently, in the three languages of the record."""

    russian: re.Pattern
    japanese: re.Pattern
    both: str


DISPUTED = [
    Disputed(
        re.compile(r"\bKurils?\b|\bКурил(?:ы|ах|ам|ами|ьски[ехм]\w*)?\b|クリル|千島"),
        re.compile(r"\bNorthern Territor|\bсеверн\w+ территори|北方領土|北方四島", re.IGNORECASE),
        "South Kuril Islands / Northern Territories",
    ),
    Disputed(
        re.compile(r"\bKunashir\b|Кунашир|クナシル"),
        re.compile(r"\bKunashiri\b|Кунасири|国後"),
        "Kunashir / Kunashiri",
    ),
    Disputed(
        re.compile(r"\bIturup\b|Итуруп|イトゥルップ"),
        re.compile(r"\bEtorofu\b|Эторофу|択捉"),
        "Iturup / Etorofu",
    ),
]
_OURS = [Format, Issue, Place, Series, Meeting]
_NOT_OURS = {"key", "aliases", "venue", "time_zone"}


@rule(Severity.ERROR)
def our_own_text_gives_both_names(picture):
    """Our own text calls a disputed place by both sides' names."""
    for model in _OURS:
        names = [field.name for field in columns(model) if field.name not in _NOT_OURS]
        for entry in picture.all(model):
            for name in names:
                for both in one_sided(entry.values[name]):
                    yield entry, f"{name} names one side's name only, not {both}"


@rule(Severity.WARNING)
def joint_statement_gives_both_names(picture):
    """A statement of both sides calls a disputed place by both names."""
    for statement in picture.all(Statement):
        if statement.side == Statement.Side.JOINT:
            for name in ("text_en", "text_ru", "text_ja"):
                for both in one_sided(statement.values[name]):
                    yield statement, f"{name} names one side's name only, not {both}"


def one_sided(text):
    """Both names of each disputed place that a text calls by one side's name only."""
    if not isinstance(text, str):
        return []
    return [place.both for place in DISPUTED if bool(place.russian.search(text)) != bool(place.japanese.search(text))]
