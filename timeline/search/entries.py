"""The entries by which records are found: all that a reader may know of a record, in every language there is."""

from django.apps import apps
from django.db.models import Q
from django.utils.functional import cached_property
from modelsearch.backends import get_search_backend
from modelsearch.index import AutocompleteField, Indexed, SearchField

from .analyzer import analyze, is_japanese, plain, runs, single_characters, spelled
from .marks import ANYWHERE, IN_HEAD, IN_TITLE, SEARCHABLE, marked
from .parts import parts
from .spelling import learn

BATCH = 500  # records held in memory at a time while indexing
BREAK = " 0 "  # between two texts, so that no phrase runs from one into the next
SUGGESTED = ("participant", "issue", "place")


class Searchable(Indexed):
    """A model whose records are found by words; how, stands in this module."""

    search_fields = [SearchField("search_entry"), AutocompleteField("beginnings")]

    @cached_property
    def search_parts(self):
        """The record's ``Part``s, as it was loaded: modelsearch asks for an entry several times."""
        return parts(self)

    @cached_property
    def search_entry(self):
        """The terms by which the record is found, each text once; those of its head and title again, marked as such."""
        found = {}
        for part in self.search_parts:
            terms = f"{analyze(part.text)} {single_characters(part.text)}".strip()
            found[terms] = min(part.stands, found.get(terms, part.stands))
        return BREAK.join(
            marked(terms, self, where)
            for where in (ANYWHERE, IN_HEAD, IN_TITLE)
            for terms, stands in found.items()
            if stands <= where
        )

    @cached_property
    def beginnings(self):
        """The words that a suggestion completes: those of names, unstemmed."""
        if self._meta.model_name not in SUGGESTED:
            return ""
        words = words_to_complete(" ".join(part.text for part in self.search_parts if part.is_name))
        return marked(" ".join(dict.fromkeys(words)), self)


def words_to_complete(text):
    """The words of a text as suggestions are looked up; Japanese from each of its characters on."""
    for run in runs(text):
        word = plain(run)
        starts = range(len(word)) if is_japanese(word) else (0,)
        yield from (spelled(word[start:]) for start in starts)


def index(records):
    """Make the entries of these records (a queryset of one searchable model) anew."""
    for batch in _batches(records):
        get_search_backend().add_bulk(records.model, batch)
        learn(part for record in batch for part in record.search_parts)


def loaded_for_search(records):
    """A queryset of one searchable model, loaded with all that ``parts`` reads."""
    return _LOADS.get(records.model._meta.model_name, lambda rows: rows)(records)


def _batches(records):
    keys = list(records.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(keys), BATCH):
        yield list(loaded_for_search(records.model.objects.filter(pk__in=keys[at : at + BATCH])))


def index_mentions(record, apart_from=None):
    """Make the entries of a record of a vocabulary anew, and of the meetings and statements that name it.

    ``apart_from``: a queryset of meetings whose entries, and those of whose statements, are made already.
    """
    if isinstance(record, Searchable):
        index(type(record).objects.filter(pk=record.pk))
    for model, paths in MENTIONS.get(record._meta.model_name, {}).items():
        named = Q()
        for path in paths:
            named |= Q(**{path: record})
        rows = apps.get_model("timeline", model).objects
        mentioning = rows.filter(pk__in=rows.filter(named).values("pk"))
        if apart_from is not None:
            mentioning = mentioning.exclude(**{OF_MEETING[model]: apart_from})
        index(mentioning)


def index_record():
    """Make every entry anew: what search finds after fixtures were loaded past ``load_record``."""
    for name in SEARCHABLE:
        index(apps.get_model("timeline", name).objects.all())


def _load_meetings(meetings):
    return meetings.select_related("format", "place").prefetch_related(
        "issues", "attendances__participant", "statements__speaker", "statements__attributed_to"
    )


def _load_statements(statements):
    return statements.select_related("meeting", "speaker", "attributed_to").prefetch_related("issues")


_LOADS = {"meeting": _load_meetings, "statement": _load_statements}
OF_MEETING = {"meeting": "pk__in", "statement": "meeting__in"}
MENTIONS = {
    "format": {"meeting": ["format"]},
    "place": {"meeting": ["place"]},
    "issue": {"meeting": ["issues", "statements__issues"], "statement": ["issues"]},
    "participant": {"meeting": ["attendances__participant", "statements__speaker"], "statement": ["speaker"]},
    "organisation": {"meeting": ["statements__attributed_to"], "statement": ["attributed_to"]},
}
