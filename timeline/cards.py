"""Meetings in a list, read as rows and not as model graphs: the same number of queries for one as for five hundred."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Count
from django.utils.translation import get_language

from .dates import date_words, edtf
from .models import Attendance, Meeting, Number, Statement
from .models.translated import Localised

LANGUAGES = ("en", "ru", "ja")


class Translations(dict):
    """A text by language; the languages it lacks hold ``""``."""

    @property
    def localised(self):
        """The text in the active language, else in the first that has one, as ``Localised``."""
        for language in (get_language(), *LANGUAGES):
            if self.get(language):
                return Localised(self[language], language)
        return Localised("", "")

    def __str__(self):
        return self.localised.text


@dataclass(frozen=True)
class Reference:
    """A record that a card names: its key and its name in three languages."""

    key: str
    name: Translations

    def __str__(self):
        return str(self.name)


@dataclass(frozen=True)
class FormatReference(Reference):
    """A format: ``name`` is the short one."""

    rank: int
    full_name: Translations


@dataclass(frozen=True)
class PlaceReference(Reference):
    """A place, with its country (ISO 3166-1 alpha-2, ``""`` if contested), IANA time zone and degrees (WGS 84)."""

    country: str
    time_zone: str
    latitude: Decimal
    longitude: Decimal


@dataclass(frozen=True)
class PersonReference(Reference):
    """A person, with the number in Wikidata, ``""`` if none is recorded."""

    wikidata: str


@dataclass(frozen=True)
class Seat:
    """A participant at the table."""

    participant: PersonReference
    side: str
    capacity: Translations
    lead: bool


@dataclass(frozen=True)
class CardNumber:
    """An official number of the meeting."""

    series: Reference
    counter: str
    number: int
    session: int | None
    derived: bool


@dataclass(frozen=True)
class Card:
    """What a list shows of a meeting; ``pk`` is its number in the database."""

    pk: int
    key: str
    title: Translations
    format: FormatReference
    start: date
    end: date
    precision: str
    status: str
    place: PlaceReference | None
    no_place: str
    venue: str
    occasion: Translations
    summary: Translations
    duration_minutes: int | None
    confidence: str
    has_discrepancies: bool
    content_updated_at: datetime
    seats: list = field(default_factory=list)
    issues: list = field(default_factory=list)
    numbers: list = field(default_factory=list)
    statement_counts: dict = field(default_factory=dict)
    source_count: int = 0

    @property
    def statement_count(self):
        """How many statements there are, whoever made them."""
        return sum(self.statement_counts.values())

    @property
    def edtf(self):
        """The date for programs."""
        return edtf(self.start, self.end, self.precision)

    @property
    def date_words(self):
        """The date for people, in the active language."""
        return date_words(self.start, self.end, self.precision)

    def seats_of(self, side):
        """The delegation of one side."""
        return [seat for seat in self.seats if seat.side == side]


def _columns(*names):
    return [f"{name}_{language}" for name in names for language in LANGUAGES]


def _translations(row, name):
    return Translations({language: row[f"{name}_{language}"] for language in LANGUAGES})


MEETING_COLUMNS = [
    "pk", "key", "start", "end", "precision", "status", "no_place", "venue", "duration_minutes", "confidence",
    "discrepancies", "content_updated_at", "format__key", "format__rank", "place__key", "place__country",
    "place__time_zone", "place__latitude", "place__longitude",
    *_columns("title", "occasion", "summary", "format__name", "format__short_name", "place__name"),
]  # fmt: skip


def cards(meetings):
    """A ``Card`` for each of ``meetings`` (a queryset, perhaps sliced), in their order; seven queries."""
    rows = list(meetings.values(*MEETING_COLUMNS))
    ids = [row["pk"] for row in rows]
    parts = {
        "seats": _seats(ids),
        "issues": _issues(ids),
        "numbers": _numbers(ids),
        "statement_counts": _statement_counts(ids),
        "source_count": _source_counts(ids),
    }
    return [_card(row, {name: found[row["pk"]] for name, found in parts.items()}) for row in rows]


def _card(row, parts):
    return Card(
        pk=row["pk"],
        key=row["key"],
        format=FormatReference(
            row["format__key"],
            _translations(row, "format__short_name"),
            row["format__rank"],
            _translations(row, "format__name"),
        ),
        place=_place(row) if row["place__key"] else None,
        has_discrepancies=bool(row["discrepancies"]),
        **{name: _translations(row, name) for name in ("title", "occasion", "summary")},
        **{name: row[name] for name in ("start", "end", "precision", "status", "no_place", "venue")},
        **{name: row[name] for name in ("duration_minutes", "confidence", "content_updated_at")},
        **parts,
    )


def _place(row):
    facts = [row[f"place__{name}"] for name in ("country", "time_zone", "latitude", "longitude")]
    return PlaceReference(row["place__key"], _translations(row, "place__name"), *facts)


def _seats(ids):
    columns = ["meeting_id", "side", "lead", "participant__key", "participant__wikidata"]
    columns += _columns("participant__name", "capacity")
    found = defaultdict(list)
    for row in Attendance.objects.filter(meeting__in=ids).order_by("order", "pk").values(*columns):
        name = _translations(row, "participant__name")
        who = PersonReference(row["participant__key"], name, row["participant__wikidata"])
        found[row["meeting_id"]].append(Seat(who, row["side"], _translations(row, "capacity"), row["lead"]))
    return found


def _issues(ids):
    links = Meeting.issues.through.objects.filter(meeting__in=ids).order_by("sort_value")
    found = defaultdict(list)
    for row in links.values("meeting_id", "issue__key", *_columns("issue__name")):
        found[row["meeting_id"]].append(Reference(row["issue__key"], _translations(row, "issue__name")))
    return found


def _numbers(ids):
    columns = [
        "meeting_id",
        "number",
        "session",
        "derived",
        "series__key",
        "series__counter",
        *_columns("series__name"),
    ]
    found = defaultdict(list)
    for row in Number.objects.filter(meeting__in=ids).order_by("series__key").values(*columns):
        series = Reference(row["series__key"], _translations(row, "series__name"))
        number = CardNumber(series, row["series__counter"], row["number"], row["session"], row["derived"])
        found[row["meeting_id"]].append(number)
    return found


def _statement_counts(ids):
    found = defaultdict(dict)
    counted = Statement.objects.filter(meeting__in=ids).order_by().values("meeting_id", "side").annotate(n=Count("pk"))
    for row in counted:
        found[row["meeting_id"]][row["side"]] = row["n"]
    return found


def _source_counts(ids):
    links = Meeting.sources.through.objects.filter(meeting__in=ids).order_by()
    counted = links.values("meeting_id").annotate(n=Count("pk"))
    return defaultdict(int, {row["meeting_id"]: row["n"] for row in counted})
