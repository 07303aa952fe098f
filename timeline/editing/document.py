"""A record with all that belongs to it as one document: its rows as in a fixture, of plain values that JSON holds."""

from datetime import date
from decimal import Decimal

from django.db import models

from ..loading.schema import BY_LABEL, columns, fields_by_name, lists, named_by, natural_key
from ..models import Attendance, Meeting, MeetingLink, Number, Office, Participant, Statement, Tenure

PARTS = {  # what belongs to a record, by which field, in which order
    Meeting: (
        (Number, "meeting", ("series__key",)),
        (Attendance, "meeting", ("order", "participant__key")),
        (Statement, "meeting", ("number",)),
        (MeetingLink, "later", ("earlier__key",)),
    ),
    Participant: ((Tenure, "participant", ("office__key", "term")),),
    Office: ((Tenure, "office", ("participant__key", "term")),),
}
NOT_CONTENT = {Meeting: {"state"}}  # where it stands on its way, not what it says


def document(record):
    """The rows of ``record`` and of what belongs to it, each ``{"model": …, "fields": {…}}``.

    Defaults are left out, but for the fields that name a row.
    """
    return documents([record])[record]


def documents(records):
    """The ``document`` of each of these records; as many queries for a hundred of a kind as for one."""
    found = {}
    for model in {type(record) for record in records}:
        mine = {record.pk: record for record in records if type(record) is model}
        loaded = _loaded(model).in_bulk(mine)
        found |= {record: [_row(loaded[pk])] for pk, record in mine.items()}
        for part, owner, order in PARTS.get(model, ()):
            for row in _loaded(part).filter(**{f"{owner}__in": list(mine)}).order_by(*order):
                found[mine[getattr(row, f"{owner}_id")]].append(_row(row))
    return found


def _loaded(model):
    """The records of ``model`` with all that a row tells of them."""
    paths = [path for field in columns(model) if field.is_relation for path in _paths(field)]
    return model.objects.select_related(*paths).prefetch_related(*_names(lists(model)))


def _paths(field):
    """What has to be loaded for the natural key of the record to which ``field`` refers."""
    parts = (field.related_model._meta.get_field(name) for name in named_by(field.related_model))
    return [field.name, *(f"{field.name}__{part.name}" for part in parts if part.is_relation)]


def content_fields(model):
    """The fields of a row in a document, by name."""
    return {name: field for name, field in fields_by_name(model).items() if name not in NOT_CONTENT.get(model, ())}


def named(row):
    """The model and the natural key of a row."""
    model = BY_LABEL[row["model"]]
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in row["fields"].items()}
    return model, natural_key(model, values)


def by_name(rows):
    """The fields of each row, by its model and natural key."""
    return {named(row): row["fields"] for row in rows}


def under_key(rows, key):
    """The same document for a record that has the key ``key`` now: its own row, and what in the others names it."""
    model, (former,) = named(rows[0])
    if former == key:
        return rows
    parts = {model, *(part for part, _owner, _order in PARTS.get(model, ()))}
    return [_row_under_key(row, parts, former, key) for row in rows]


def _row_under_key(row, models, former, key):
    fields = row["fields"] | ({"key": key} if row["fields"].get("key") == former else {})
    for field in fields_by_name(BY_LABEL[row["model"]]).values():
        value = fields.get(field.name)
        if value and field.related_model in models and not field.many_to_many and value[0] == former:
            fields[field.name] = [key, *value[1:]]
    return row | {"fields": fields}


def _names(fields):
    return [field.name for field in fields]


def _row(record):
    model = type(record)
    values = {name: _plain(field, record) for name, field in content_fields(model).items()}
    naming = named_by(model)
    fields = {name: value for name, value in values.items() if name in naming or value != empty(model, name)}
    return {"model": model._meta.label_lower, "fields": fields}


def empty(model, name):
    """What a field holds that a row leaves out, as a document would give it; ``None`` where it may not be left out."""
    field = fields_by_name(model)[name]
    if field.many_to_many:
        return []
    return _as_json(field.get_default()) if field.has_default() or not field.is_relation else None


def _plain(field, record):
    if field.many_to_many:
        return [list(other.natural_key()) for other in getattr(record, field.name).all()]
    value = getattr(record, field.name)
    return list(value.natural_key()) if isinstance(value, models.Model) else _as_json(value)


def _as_json(value):
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
