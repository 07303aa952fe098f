"""What the public sees of each record, field by field, under the names that the API has for the fields.

Only what is a record's own: counts, addresses and names of other records are not, they follow from those.
"""

import hashlib
import json
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Model, Prefetch

from ..models import (
    Attendance,
    Format,
    Issue,
    Meeting,
    MeetingLink,
    Noun,
    Office,
    Organisation,
    Participant,
    Place,
    Series,
    Source,
    Statement,
)

MODELS = {
    Noun.FORMAT: Format,
    Noun.ISSUE: Issue,
    Noun.PLACE: Place,
    Noun.PARTICIPANT: Participant,
    Noun.ORGANISATION: Organisation,
    Noun.OFFICE: Office,
    Noun.SOURCE: Source,
    Noun.SERIES: Series,
    Noun.MEETING: Meeting,
    Noun.STATEMENT: Statement,
}
NOUNS = {model: noun for noun, model in MODELS.items()}
IN_THE_API = {  # names of fields that differ from those of the columns
    Noun.MEETING: {
        "start": "dates",
        "end": "dates",
        "precision": "dates",
        "attendances": "participants",
        "links_back": "led_here",
        "links_ahead": "led_to",
    },
    Noun.SOURCE: {"url": "source_url"},
}
NAMED_AFTER_A_LANGUAGE = ("full_name_ru", "reading_ja")
NOT_PART_OF_IT = {"key", "state"}
ROWS = {  # what belongs to a record besides its columns and lists
    Noun.MEETING: ("attendances", "numbers", "links_back", "links_ahead"),
    Noun.PARTICIPANT: ("tenures",),
    Noun.OFFICE: ("tenures",),
    Noun.SERIES: ("numbers",),
}
LOADED_AT_ONCE = 500


@dataclass
class State:
    """A public record: a digest of each field, the key of its meeting or "", and the records that it names."""

    noun: str
    key: str
    meeting: str
    digests: dict
    names: set = field(default_factory=set)


def states(noun, keys=None):
    """The ``State`` of each public record of that kind, in the order of their keys; ``keys``: only of these.

    Of statements, ``keys`` are those of their meetings.
    """
    records = _loaded(noun)
    if keys is not None:
        records = records.filter(**{"meeting__key__in" if noun == Noun.STATEMENT else "key__in": keys})
    order = ("meeting__key", "number") if noun == Noun.STATEMENT else ("key",)
    for record in records.order_by(*order).iterator(chunk_size=LOADED_AT_ONCE):
        yield _state(noun, record)


def key_of(record):
    """The key of a record in the sequence of changes."""
    return f"{record.meeting.key}#{record.number}" if isinstance(record, Statement) else record.key


def _loaded(noun):
    """The public records of a kind, with all that their state holds."""
    match noun:
        case Noun.MEETING:
            links = MeetingLink.objects.published().select_related("earlier", "later").prefetch_related("sources")
            seats = Attendance.objects.select_related("participant")
            return (
                Meeting.objects.published()
                .select_related("format", "place")
                .prefetch_related(
                    "issues",
                    "sources",
                    "numbers__series",
                    Prefetch("attendances", seats),
                    Prefetch("links_back", links.order_by("earlier__key")),
                    Prefetch("links_ahead", links.order_by("later__key")),
                )
            )
        case Noun.STATEMENT:
            said = Statement.objects.published().select_related("meeting", "speaker", "attributed_to", "in_reply_to")
            return said.prefetch_related("issues", "sources")
        case Noun.PARTICIPANT:
            return Participant.objects.public().with_tenures()
        case Noun.OFFICE:
            return Office.objects.public().with_tenures()
        case Noun.SERIES:
            return Series.objects.public().with_numbers()
        case Noun.ISSUE:
            return Issue.objects.public().select_related("parent")
        case Noun.SOURCE:
            return Source.objects.public().with_link_states()
    return MODELS[noun].objects.public()


def _state(noun, record):
    values, names = {}, set()
    for name, value in _values(noun, record):
        values.setdefault(IN_THE_API.get(noun, {}).get(name, name), []).append(_plain(value, names))
    meeting = {Noun.MEETING: lambda: record.key, Noun.STATEMENT: lambda: record.meeting.key}.get(noun, str)()
    digests = {name: _digest(value) for name, value in values.items()}
    return State(Noun(noun).value, key_of(record), meeting, digests, names - {(Noun(noun).value, key_of(record))})


def _values(noun, record):
    """Pairs of a field's name, without its language, and its value."""
    fixed = NOT_PART_OF_IT | ({"meeting", "number"} if noun == Noun.STATEMENT else set())
    for column in _columns(record):
        if column.name not in fixed:
            yield _without_language(column.name), getattr(record, column.name)
    for listed in record._meta.many_to_many:
        yield listed.name, list(getattr(record, listed.name).all())
    if noun == Noun.SOURCE and record.known_link:
        yield "link_state", record.known_link.state  # a check that finds the same again is no change
    for name in ROWS.get(noun, ()):
        yield name, [_row(row, type(record)) for row in getattr(record, name).all()]


def _row(row, owner):
    """A row that belongs to a record, without what points back to the record."""
    both_ends = isinstance(row, MeetingLink)
    told = [column.name for column in _columns(row) if both_ends or column.related_model is not owner]
    lists = {listed.name: list(getattr(row, listed.name).all()) for listed in row._meta.many_to_many}
    return {name: getattr(row, name) for name in told} | lists


def _columns(record):
    return [column for column in record._meta.concrete_fields if column.editable and not column.primary_key]


def _without_language(name):
    base, _, code = name.rpartition("_")
    return base if code in dict(settings.LANGUAGES) and name not in NAMED_AFTER_A_LANGUAGE else name


def _plain(value, names):
    """``value`` with records as their keys, each of which is added to ``names``."""
    if isinstance(value, Model):
        if noun := NOUNS.get(type(value)):
            names.add((noun.value, key_of(value)))
        return key_of(value)
    if isinstance(value, dict):
        return {name: _plain(part, names) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part, names) for part in value]
    return value


def _digest(value):
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
