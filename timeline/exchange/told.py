"""The steps of an import as editors read them: which record, by which way, field by field from what to what."""

from collections import Counter, defaultdict
from typing import NamedTuple

from django.utils.text import capfirst

from ..editing.difference import Difference, What
from ..editing.naming import Name
from ..editing.wording import Wording
from ..loading.schema import BY_LABEL, MODELS, named_by
from ..models import ImportStep, Meeting, MeetingLink, Participant, Statement, Tenure
from ..punctuation import in_brackets
from .cells import HASH
from .tables import NAMES, columns_of


class StepInWords(NamedTuple):
    """One step: the kind of its record, what tells which it is, its way, its ``Line``s.

    ``record`` is the stored record on whose screen an editor finds it, ``None`` while there is none.
    """

    kind: str
    names: list
    key: str
    step: ImportStep
    lines: list
    record: object


class Sum(NamedTuple):
    """How many records of a kind go one way: the name of their table, the word for them, and the numbers by way."""

    table: str
    words: str
    counts: list


def in_words(steps):
    """A ``StepInWords`` for each of these ``ImportStep``s; a few queries for all of them."""
    documents = [[_row(step, step.before)] for step in steps] + [[_row(step, step.after)] for step in steps]
    wording, records = Wording(documents), _records(steps)
    return [_told(step, wording, records) for step in steps]


def sums(part_of):
    """``(ways, rows)``: the ways that steps of an import go, in words, and a ``Sum`` for each kind of record."""
    found = Counter(part_of.steps.order_by().values_list("model", "way"))
    used = {way for _model, way in found}
    ways = [way for way in ImportStep.Way if way in used]
    rows = []
    for model in MODELS:
        counts = [found[model._meta.label_lower, way] for way in ways]
        if any(counts):
            rows.append(Sum(NAMES[model], capfirst(model._meta.verbose_name_plural), counts))
    return [way.label for way in ways], rows


def _row(step, fields):
    """A row that names the record, and says no more than these fields."""
    model, key = BY_LABEL[step.model], list(step.key)
    parts = {name: [key.pop(0)] if columns_of(model)[name].is_relation else key.pop(0) for name in named_by(model)}
    return {"model": step.model, "fields": parts | fields}


def _records(steps):
    """The stored records that have a screen, by model and natural key: those of the steps, and their meetings."""
    asked = defaultdict(set)
    for step in steps:
        model, _place = _screened(step)
        asked[model].add(step.key[_place])
    return {
        (model, key): record
        for model, keys in asked.items()
        for key, record in model.objects.in_bulk(keys, field_name="key").items()
    }


def _screened(step):
    """On whose screen an editor finds the record of a step: the model, and which part of the step's key names it."""
    model = BY_LABEL[step.model]
    if model is MeetingLink:
        return Meeting, 1
    if model is Tenure:
        return Participant, 1
    return (Meeting if "meeting" in named_by(model) else model), 0


def _told(step, wording, records):
    model, key = BY_LABEL[step.model], tuple(step.key)
    if step.created:
        changes = [Difference(model, key, What.ADDED, "", None, step.after)]
    else:
        changes = [
            Difference(model, key, What.CHANGED, name, step.before[name], value)
            for name, value in step.after.items()
            if value != step.before[name]
        ]
    lines = wording.lines(changes, step.before, step.after)
    shown, place = _screened(step)
    record = records.get((shown, step.key[place]))
    names = [_own_name(step, record)] if len(key) == 1 else _names(model, key, wording.names)
    return StepInWords(capfirst(model._meta.verbose_name), names, HASH.join(map(str, key)), step, lines, record)


def _own_name(step, record):
    if record:
        return Name(str(record))
    given = (step.after.get(name) for name in ("title_en", "short_name_en", "name_en", "title"))
    return Name(next(filter(None, given), ""))


def _names(model, key, names):
    """What tells a row from others: the records that it belongs to."""
    if model is Statement:
        return [names.of(Meeting, key[:1]), names.of(Statement, key)]
    told = [
        names.of(columns_of(model)[name].related_model, key[at : at + 1]) for at, name in enumerate(named_by(model)[:2])
    ]
    if model is Tenure and key[2] != 1:
        told[-1] = told[-1]._replace(text=told[-1].text + in_brackets(key[2]))
    return told
