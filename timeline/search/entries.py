"""The entries by which records are found: all that a reader may know of a record, in every language there is."""

from django.apps import apps
from django.db.models import Q
from modelsearch.backends import get_search_backend
from modelsearch.index import Indexed, SearchField

from .analyzer import analyze, single_characters

LANGUAGES = ("en", "ru", "ja")
BATCH = 500  # records held in memory at a time while indexing


class Searchable(Indexed):
    """A model whose records are found by words; how, stands in this module."""

    search_fields = [SearchField("search_entry")]

    @property
    def search_entry(self):
        """The analyzed text by which the record is found."""
        text = "\n".join(part for part in TEXTS[self._meta.model_name](self) if part)
        return f"{analyze(text)} {single_characters(text)}"


def index(records):
    """Make the entries of these records (a queryset of one searchable model) anew."""
    loaded = LOADS[records.model._meta.model_name](records)
    for batch in _batches(loaded):
        get_search_backend().add_bulk(records.model, batch)


def _batches(records):
    keys = list(records.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(keys), BATCH):
        yield list(records.filter(pk__in=keys[at : at + BATCH]))


def index_mentions(record):
    """Make the entries of a record of a vocabulary anew, and of the meetings and statements that name it."""
    if isinstance(record, Searchable):
        index(type(record).objects.filter(pk=record.pk))
    for model, paths in MENTIONS.get(record._meta.model_name, {}).items():
        named = Q()
        for path in paths:
            named |= Q(**{path: record})
        rows = apps.get_model("timeline", model).objects
        index(rows.filter(pk__in=rows.filter(named).values("pk")))


def index_record():
    """Make every entry anew: what search finds after fixtures were loaded past ``load_record``."""
    for name in TEXTS:
        index(apps.get_model("timeline", name).objects.all())


def _translations(record, *names):
    return [getattr(record, f"{name}_{language}") for name in names for language in LANGUAGES]


def _of_meeting(meeting):
    yield from _translations(meeting, "title", "occasion", "summary")
    yield from (meeting.key, meeting.venue, meeting.numbers_note, meeting.discrepancies)
    yield from (*_translations(meeting.format, "name", "short_name"), *meeting.format.aliases)
    if meeting.place:
        yield from _of_place(meeting.place)
    for issue in meeting.issues.all():
        yield from _translations(issue, "name")
    for seat in meeting.attendances.all():
        yield from (*_of_participant(seat.participant), *_translations(seat, "capacity"))
    for statement in meeting.statements.all():
        yield from _of_claim(statement)


def _of_claim(statement):
    yield from (*_translations(statement, "text"), statement.phrase)
    if statement.speaker:
        yield from _of_participant(statement.speaker)
    if statement.attributed_to:
        yield from _translations(statement.attributed_to, "name")


def _of_statement(statement):
    yield from _of_claim(statement)
    for issue in statement.issues.all():
        yield from _translations(issue, "name")


def _of_participant(participant):
    names = _translations(participant, "name")
    return [*names, participant.full_name_ru, participant.reading_ja, *participant.aliases]


def _of_place(place):
    return [*_translations(place, "name"), *place.aliases]


def _of_issue(issue):
    return _translations(issue, "name", "description")


def _of_source(source):
    return [
        source.key,
        source.publisher,
        source.original_publisher,
        source.title,
        source.url,
        source.document,
        source.note,
    ]


def _load_meetings(meetings):
    return meetings.select_related("format", "place").prefetch_related(
        "issues", "attendances__participant", "statements__speaker", "statements__attributed_to"
    )


def _load_statements(statements):
    return statements.select_related("speaker", "attributed_to").prefetch_related("issues")


TEXTS = {
    "meeting": _of_meeting,
    "statement": _of_statement,
    "participant": _of_participant,
    "issue": _of_issue,
    "place": _of_place,
    "source": _of_source,
}
LOADS = {name: lambda records: records for name in TEXTS} | {"meeting": _load_meetings, "statement": _load_statements}
MENTIONS = {
    "format": {"meeting": ["format"]},
    "place": {"meeting": ["place"]},
    "issue": {"meeting": ["issues", "statements__issues"], "statement": ["issues"]},
    "participant": {"meeting": ["attendances__participant", "statements__speaker"], "statement": ["speaker"]},
    "organisation": {"meeting": ["statements__attributed_to"], "statement": ["attributed_to"]},
}
