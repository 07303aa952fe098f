"""Changes in words: which record it was, by its name where it still is there, and where it is found."""

from dataclasses import dataclass
from datetime import datetime

from ..models import Meeting, Noun, Source
from ..models.translated import Localised, in_language
from .states import MODELS

NAMED_BY = {Noun.MEETING: "title", Noun.OFFICE: "title"}  # the others are named by ``name``


@dataclass(frozen=True)
class Described:
    """One change: ``what`` is the kind of record, ``name`` what it is called, ``number`` that of a statement.

    ``address`` is the path of its page, "" where there is none any more or never was.
    """

    cursor: int
    at: datetime
    noun: str
    key: str
    what: str
    kind: str
    happened: str
    fields: list
    name: Localised
    number: str
    address: str


def described(changes):
    """Each of ``changes`` as a ``Described``, in their order; one query for each kind of record among them."""
    changes = list(changes)
    wanted = {}
    for change in changes:
        noun, key, _number = _place(change)
        wanted.setdefault(noun, set()).add(key)
    found = {noun: _public(noun, keys) for noun, keys in wanted.items()}
    return [_described(change, found) for change in changes]


def _place(change):
    """Where the name of the record comes from: a statement is named by its meeting and its number there."""
    key, _, number = change.key.partition("#")
    return (Noun.MEETING if change.noun == Noun.STATEMENT else Noun(change.noun)), key, number


def _public(noun, keys):
    records = MODELS[noun].objects.public()
    return {record.key: record for record in records.filter(key__in=keys)}


def _described(change, found):
    noun, key, number = _place(change)
    record = found[noun].get(key)
    gone = record is None or change.kind == change.Kind.WITHDRAWN
    address = "" if gone or not hasattr(record, "get_absolute_url") else record.get_absolute_url()
    return Described(
        cursor=change.pk,
        at=change.at,
        noun=change.noun,
        key=change.key,
        what=change.get_noun_display(),
        kind=change.kind,
        happened=change.get_kind_display(),
        fields=change.fields,
        name=_name(noun, record) if record else Localised(key, ""),
        number=number,
        address=f"{address}#s{number}" if address and number and isinstance(record, Meeting) else address,
    )


def _name(noun, record):
    if isinstance(record, Source):
        return Localised(record.title, record.language)
    return in_language(record, NAMED_BY.get(noun, "name"))
