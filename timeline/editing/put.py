"""A document put into the database: the record and what belongs to it become what its rows say."""

from collections import defaultdict

from django.db import IntegrityError, transaction

from ..changes.states import NOUNS
from ..loading.schema import columns, fields_by_name, label, lists, named_by
from ..models import FormerKey, Number, Statement
from .document import PARTS, by_name, content_fields, document, empty, named

MOST_RENAMINGS = 10  # of one record, one after another; more would be a circle


class MissingRecordError(Exception):
    """A document names a record that is no more; ``model`` and ``key`` say which."""

    def __init__(self, model, key):
        super().__init__(label(model, key))
        self.model = model
        self.key = key


class ClashError(Exception):
    """The database refuses a document: what it held belongs to another record now, or breaks a later rule."""


def put(record, rows, borrowed=False, here=None):
    """Make the saved ``record``, and what belongs to it, what ``rows`` say. Rows that are not among them go.

    Columns outside of documents stay as they are. ``borrowed``: new rows get the negative ids that the same document
    gives them every time, for a transaction that will be rolled back. ``here``: its document as it is stored, where
    that is at hand. Raises ``MissingRecordError`` if a row names a
    record that is no more and has no successor, ``ClashError`` if the database refuses one. Call it in a transaction.
    """
    try:
        with transaction.atomic():
            _put(record, rows, document(record) if here is None else here, borrowed)
    except IntegrityError as refused:
        raise ClashError from refused


def _put(record, rows, stored, borrowed):
    here, wanted = by_name(stored), by_name(rows)
    head = named(rows[0])
    ids = _ids(rows, head)
    if wanted[head] != here.get(head):
        _write(record, wanted[head], here.get(head, {}), ids, borrowed)
    ids[head] = record.pk
    for model, owner, _order in PARTS.get(type(record), ()):
        if any(wanted.get(name) != here.get(name) for name in {*here, *wanted} if name[0] is model):
            _put_parts(model, owner, record, here, wanted, ids, borrowed)


def _put_parts(model, owner, record, here, wanted, ids, borrowed):
    names_it = [field.name for field in columns(model) if field.is_relation and field.name in named_by(model)]
    parts = model.objects.filter(**{owner: record.pk}).select_related(*names_it)
    kept = {part.natural_key(): part for part in parts}
    names = sorted(name for name in wanted if name[0] is model)  # a claim is there before its reply
    changed = [name for name in names if wanted[name] != here.get(name)]
    moving = {key: kept.pop(key) for _model, key in changed if key in kept} if model is Number else {}
    gone = {key: part for key, part in kept.items() if (model, key) not in wanted}
    if model is not Statement:  # two numbers may change places, and two people who were one may take one seat
        _delete(model, [*moving.values(), *gone.values()])
    for name in changed:
        known = kept.get(name[1])
        part = known or model(pk=names.index(name) - len(names) if borrowed else None)
        _write(part, wanted[name], here.get(name, {}) if known else {}, ids, borrowed, new=known is None)
        ids[name] = part.pk
    if model is Statement:  # by now, replies have let go of a claim that goes
        _delete(model, gone.values())


def _delete(model, parts):
    model.objects.filter(pk__in=[part.pk for part in parts]).delete()


def _write(record, fields, before, ids, borrowed, new=False):
    """Save what ``fields`` say, and lists that differ from those in ``before``; no search finds what is borrowed."""
    model = type(record)
    told = content_fields(model)
    for field in columns(model):
        if field.name in told:
            value = fields.get(field.name, empty(model, field.name))
            setattr(record, field.attname, _value(field, value, ids))
    record.save_base(raw=borrowed, force_insert=new)
    for field in lists(model):
        keys = fields.get(field.name, [])
        if keys != before.get(field.name, []):
            # two that were merged since are one
            _write_list(record, field, dict.fromkeys(ids[field.related_model, tuple(key)] for key in keys))


def _write_list(record, field, pks):
    through, owner, other = field.remote_field.through, field.m2m_column_name(), field.m2m_reverse_name()
    through.objects.filter(**{owner: record.pk}).delete()
    through.objects.bulk_create(
        through(**{owner: record.pk, other: pk, "sort_value": place}) for place, pk in enumerate(pks, start=1)
    )


def _value(field, value, ids):
    if not field.is_relation:
        return field.to_python(value)
    return None if value is None else ids[field.related_model, tuple(value)]


def missing(rows):
    """The model and natural key of each record that the rows name and that is no more, without a successor."""
    there = {named(row) for row in rows}
    asked = {model: keys - {key for one, key in there if one is model} for model, keys in referred(rows).items()}
    return [(model, key) for model, keys in asked.items() for key in sorted(keys - _find(model, keys).keys())]


class _Ids(dict):
    """The primary key of each record that a document names, by model and natural key."""

    def __missing__(self, name):
        raise MissingRecordError(*name)


def referred(rows):
    """The natural keys of the records that the rows name, by model."""
    asked = defaultdict(set)
    for row in rows:
        model, _key = named(row)
        for field in fields_by_name(model).values():
            if field.is_relation and (value := row["fields"].get(field.name)):
                asked[field.related_model] |= {tuple(key) for key in (value if field.many_to_many else [value])}
    return asked


def _ids(rows, head):
    """Where the records are that the rows name, those of the document itself apart: these follow as they are saved."""
    ids = _Ids()
    for model, keys in referred(rows).items():
        if others := keys - {key for one, key in (head,) if one is model}:
            ids.update({(model, key): pk for key, pk in _find(model, others).items()})
    return ids


def _find(model, keys):
    """The primary keys of the records with these natural keys; a renamed one answers for its former key."""
    if model is Statement:
        meetings = {meeting for meeting, _number in keys}
        said = Statement.objects.filter(meeting__key__in=meetings).values_list("meeting__key", "number", "pk")
        return {(meeting, number): pk for meeting, number, pk in said}
    wanted = {key for (key,) in keys}
    found = _by_key(model, wanted)
    if lost := wanted - {key for (key,) in found}:
        successors = led(model, lost)
        now = _by_key(model, successors.values())
        found |= {(former,): now[(key,)] for former, key in successors.items() if (key,) in now}
    return found


def led(model, keys):
    """Where former keys lead: each of ``keys`` with its last successor, or itself if it was not renamed."""
    if not keys:
        return {}
    renamed = FormerKey.objects.filter(noun=NOUNS[model], kind=FormerKey.Kind.RENAMED)
    leads = {key: key for key in keys}
    for _step in range(MOST_RENAMINGS):
        further = dict(renamed.filter(key__in=leads.values()).values_list("key", "successor"))
        if not further:
            break
        leads = {former: further.get(key, key) for former, key in leads.items()}
    return leads


def _by_key(model, keys):
    return {(key,): pk for key, pk in model.objects.filter(key__in=keys).values_list("key", "pk")}
