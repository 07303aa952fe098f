"""A document put into the database: the record and what belongs to it become what its rows say."""

from collections import defaultdict

from django.db import IntegrityError, transaction

from ..changes.states import NOUNS
from ..loading.schema import columns, fields_by_name, label, lists, named_by
from ..models import FormerKey, Number, Statement
from .document import PARTS, by_name, content_fields, document, empty, named, under_key


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

    Only what differs is looked up and written; columns outside of documents stay as they are. ``borrowed``: new rows
    get the negative ids that the same document gives them every time, for a transaction that will be rolled back.
    ``here``: its document as it is stored, where that is at hand. Raises ``MissingRecordError`` if a row names a record
    that is no more and has no successor, ``ClashError`` if the database refuses one. Call it in a transaction, and
    tell search and readers yourself.
    """
    try:
        with transaction.atomic(savepoint=not borrowed):
            _put(record, rows, document(record) if here is None else here, borrowed)
    except IntegrityError as refused:
        raise ClashError from refused


def _put(record, rows, stored, borrowed):
    head = named(rows[0])
    here, wanted = by_name(under_key(stored, *head[1])), by_name(rows)
    here[head] = stored[0]["fields"]  # the key may be another one
    changed = {name: _changed(name[0], fields, here.get(name)) for name, fields in wanted.items()}
    ids = _ids(changed)
    _write([(record, changed[head])], ids)
    ids[head] = record.pk
    for model, owner, _order in PARTS.get(type(record), ()):
        mine = {key: fields for (one, key), fields in changed.items() if one is model}
        if any(mine.values()) or any(one is model and key not in mine for one, key in here):
            _put_parts(model, owner, record, mine, ids, borrowed)


def _changed(model, fields, before):
    """The values of a row, by field, that are others than ``before``; all of them where it is new (``None``)."""
    if fields == before:
        return {}
    told = {name: fields.get(name, empty(model, name)) for name in content_fields(model)}
    if before is None:
        return told
    return {name: value for name, value in told.items() if value != before.get(name, empty(model, name))}


def _put_parts(model, owner, record, wanted, ids, borrowed):
    """Make the rows of one ``model`` what is ``wanted``: by key, what differs from what is stored."""
    names_it = [field.name for field in columns(model) if field.is_relation and field.name in named_by(model)]
    parts = model.objects.filter(**{owner: record.pk}).select_related(*names_it)
    kept = {part.natural_key(): part for part in parts}
    moving = {key: part for key, part in kept.items() if model is Number and wanted.get(key)}
    gone = [part for key, part in kept.items() if key not in wanted]
    if model is not Statement:  # two numbers may change places, and two people who were one may take one seat
        _delete(model, [*moving.values(), *gone])
    ids.update({(model, key): part.pk for key, part in kept.items()})
    for place, key in enumerate(sorted(wanted)):  # a claim is there before its reply
        if key in moving:
            _insert(moving[key], wanted[key], ids)
        elif key not in kept:
            part = model(pk=place - len(wanted) if borrowed else None)
            _insert(part, wanted[key], ids)
            ids[model, key] = part.pk
    _write([(part, wanted[key]) for key, part in kept.items() if key not in moving and wanted.get(key)], ids)
    if model is Statement:  # by now, replies have let go of a claim that goes
        _delete(model, gone)


def _delete(model, parts):
    if parts:
        model.objects.filter(pk__in=[part.pk for part in parts]).delete()


def _insert(record, values, ids):
    """Save a new row; search is told of it once readers are."""
    _assign(record, values, ids)
    record.save_base(raw=True, force_insert=True)
    _write_lists([(record, values)], ids)


def _write(changes, ids):
    """Save what differs in stored rows of one kind: pairs of a record and its values, a query for each list of them."""
    told = {name for _record, values in changes for name in values}
    if told:
        model = type(changes[0][0])
        for record, values in changes:
            _assign(record, values, ids)
        if names := [field.name for field in columns(model) if field.name in told]:
            model.objects.bulk_update([record for record, _values in changes], names)
        _write_lists(changes, ids)


def _assign(record, values, ids):
    for field in columns(type(record)):
        if field.name in values:
            setattr(record, field.attname, _value(field, values[field.name], ids))


def _write_lists(changes, ids):
    for field in lists(type(changes[0][0])):
        listed = [(record.pk, values[field.name]) for record, values in changes if field.name in values]
        through, owner, other = field.remote_field.through, field.m2m_column_name(), field.m2m_reverse_name()
        through.objects.filter(**{f"{owner}__in": [pk for pk, _keys in listed]}).delete()
        through.objects.bulk_create(
            through(**{owner: pk, other: chosen, "sort_value": place})
            for pk, keys in listed
            for place, chosen in enumerate(_without_twins(field.related_model, keys, ids), start=1)
        )


def _without_twins(model, keys, ids):
    """The primary keys of the records of a list; two that were merged since are one."""
    return dict.fromkeys(ids[model, tuple(key)] for key in keys)


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
    return _referred((named(row)[0], row["fields"]) for row in rows)


def _referred(told):
    """The same for pairs of a model and some values of a row of it."""
    asked = defaultdict(set)
    for model, values in told:
        for field in fields_by_name(model).values():
            if field.is_relation and (value := values.get(field.name)):
                asked[field.related_model] |= {tuple(key) for key in (value if field.many_to_many else [value])}
    return asked


def _ids(changed):
    """Where the records are that changed values name; the rows of the document itself follow as they are put."""
    ids = _Ids()
    for model, keys in _referred((model, values) for (model, _key), values in changed.items()).items():
        if others := {key for key in keys if (model, key) not in changed}:
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
    return FormerKey.objects.leads(NOUNS[model], keys)


def _by_key(model, keys):
    return {(key,): pk for key, pk in model.objects.filter(key__in=keys).values_list("key", "pk")}
