"""The record as the board needs it: a few narrow columns of each table, one query a table.

``picture`` holds them as the loader's rules expect them, so that the rules themselves say where they do not hold.
"""

from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from translated_fields import to_attribute

from ..loading.picture import Entry, Picture
from ..models import Attendance, Meeting, Number, Office, Participant, Proposal, Series, Source, Statement, Tenure
from ..querysets import count_of

LANGUAGES = [code for code, _name in settings.LANGUAGES]
TRANSLATED = {  # texts that may lack a translation
    Meeting: ("title", "summary", "occasion"),
    Statement: ("text",),
    Attendance: ("capacity",),
}


@dataclass
class Reading:
    """Rows by primary key, as dicts; withdrawn meetings and what belongs to them are left out."""

    meetings: dict = field(default_factory=dict)
    statements: dict = field(default_factory=dict)
    seats: dict = field(default_factory=dict)
    terms: dict = field(default_factory=dict)
    numbers: dict = field(default_factory=dict)
    dead: dict = field(default_factory=dict)
    changes: dict = field(default_factory=dict)

    @classmethod
    def take(cls):
        """The record as it is now: seven queries."""
        return cls(
            meetings=_rows(_meetings()),
            statements=_rows(_of_meetings(Statement).annotate(source_count=_sources(Statement)), *STATEMENT),
            seats=_rows(_of_meetings(Attendance), *SEAT),
            terms=_rows(Tenure.objects.all(), *TERM),
            numbers=_rows(_of_meetings(Number), *NUMBER),
            dead=_rows(Source.objects.with_link_as("dead").filter(archived_url=""), *DEAD),
            changes=_rows(Proposal.objects.filter(state=Proposal.State.IN_REVIEW), "meeting", "since"),
        )

    @cached_property
    def picture(self):
        """The same as entries with natural keys. Of sources, an entry holds as many as there are, whichever."""
        entries = [
            *(_entry(Meeting, row, sources=range(row["source_count"])) for row in self.meetings.values()),
            *(self._part(Statement, row, sources=range(row["source_count"])) for row in self.statements.values()),
            *(self._part(Attendance, row, participant=row["participant__key"]) for row in self.seats.values()),
            *(self._part(Number, row, series=row["series__key"]) for row in self.numbers.values()),
            *(_entry(Tenure, row, **_names(row, "office", "participant")) for row in self.terms.values()),
            *(_entry(Office, row, **_nested(row, "office")) for row in self.terms.values()),
            *(_entry(Participant, row, **_nested(row, "participant")) for row in self.seats.values()),
            *(_entry(Series, row, **_nested(row, "series")) for row in self.numbers.values()),
        ]
        return Picture().with_entries(entries)

    def _part(self, model, row, **values):
        return _entry(model, row, meeting=self.meetings[row["meeting"]]["key"], **values)


def lacking(model, name):
    """The names under which ``Reading`` says in which languages a text is missing, by language."""
    return {code: f"no_{to_attribute(name, code)}" for code in LANGUAGES}


STATEMENT = ("meeting", "number", "source_count")
SEAT = (
    *("meeting", "participant", "participant__key"),
    *(to_attribute("capacity", code) for code in LANGUAGES),
    *(f"participant__{to_attribute('name', code)}" for code in LANGUAGES),
)
TERM = (
    *("participant__key", "office__key", "office__title_en", "term"),
    *("start", "start_precision", "end", "end_precision"),
)
NUMBER = ("meeting", "number", "session", "series", "series__key", *(f"series__name_{code}" for code in LANGUAGES))
DEAD = ("title", "key", "link_state__checked_at", "link_state__detail")
MEETING = (
    *("key", "start", "end", "precision", "status", "state", "discrepancies", "source_count", "waiting_since"),
    *("readout_jp", "readout_ru", *(to_attribute("title", code) for code in LANGUAGES)),
)


def _meetings():
    asked = Meeting.objects
    return (
        asked.exclude(state=Meeting.State.WITHDRAWN)
        .annotate(
            source_count=_sources(Meeting),
            readout_jp=Exists(asked.with_readout_of_japan().filter(pk=OuterRef("pk"))),
            readout_ru=Exists(asked.with_readout_of_russia().filter(pk=OuterRef("pk"))),
        )
        .with_waiting_since()
    )


def _of_meetings(model):
    return model.objects.exclude(meeting__state=Meeting.State.WITHDRAWN)


def _sources(model):
    through = model.sources.through.objects
    return count_of(through.filter(**{model._meta.model_name: OuterRef("pk")}))


def _rows(rows, *names):
    """These columns of ``rows``, and which translated texts are missing, by primary key."""
    missing = {
        told: ExpressionWrapper(Q(**{to_attribute(name, code): ""}), output_field=BooleanField())
        for name in TRANSLATED.get(rows.model, ())
        for code, told in lacking(rows.model, name).items()
    }
    names = names or MEETING
    found = rows.order_by().annotate(**missing).values("pk", *names, *missing)
    return {row["pk"]: row for row in found}


def _entry(model, row, **values):
    """An entry of the picture: the columns of ``row``, with ``values``; references as natural keys."""
    named = {name: (value,) if name in REFERENCES.get(model, ()) else value for name, value in values.items()}
    return Entry(model, {**row, **named})


REFERENCES = {
    Statement: ("meeting",),
    Attendance: ("meeting", "participant"),
    Number: ("meeting", "series"),
    Tenure: ("office", "participant"),
}


def _names(row, *names):
    return {name: row[f"{name}__key"] for name in names}


def _nested(row, name):
    prefix = f"{name}__"
    return {column.removeprefix(prefix): value for column, value in row.items() if column.startswith(prefix)}
