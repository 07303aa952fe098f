"""The record in memory as plain values: what the loader compares and what the rules look at."""

import json
from collections import defaultdict
from hashlib import sha256

from .schema import MODELS, columns, lists, natural_key


class Entry:
    """One record: its fields as attributes, other records in them as natural keys (tuples, lists as tuples of them)."""

    __slots__ = ("key", "model", "values")

    def __init__(self, model, values):
        self.model = model
        self.values = values
        self.key = natural_key(model, values)

    def __getattr__(self, name):
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None

    def digest(self):
        """SHA-256 of all values, in a form that is the same for a fixture row and for a database row."""
        text = json.dumps(self.values, sort_keys=True, ensure_ascii=False, default=str)
        return sha256(text.encode()).hexdigest()


class Picture:
    """All records, by model and natural key."""

    def __init__(self, tables=None):
        self.tables = {model: dict((tables or {}).get(model, {})) for model in MODELS}

    def all(self, model):
        """Every entry of a model."""
        return self.tables[model].values()

    def get(self, model, key):
        """The entry with that natural key, or ``None``."""
        return self.tables[model].get(key)

    def put(self, entry):
        """Add an entry, in place of the one with the same natural key."""
        self.tables[entry.model][entry.key] = entry

    def with_entries(self, entries):
        """Another picture: this one, with ``entries`` put over it."""
        picture = Picture(self.tables)
        for entry in entries:
            picture.put(entry)
        return picture


def read_database():
    """``(picture, ids)`` of the whole database: a fixed number of queries, whatever the number of records.

    ``ids[model][natural key]`` is the primary key.
    """
    picture, ids, keys = Picture(), {}, {}
    for model in MODELS:
        rows = _columns_by_id(model)
        keys[model] = {pk: _key_of(model, row, keys) for pk, row in rows.items()}
        ids[model] = {key: pk for pk, key in keys[model].items()}
        listed = {field.name: _lists_by_id(field, keys) for field in lists(model)}
        for pk, row in rows.items():
            values = {field.name: _spelled_out(field, row[field.name], keys) for field in columns(model)}
            values |= {name: tuple(by_id[pk]) for name, by_id in listed.items()}
            picture.put(Entry(model, values))
    return picture, ids


def _columns_by_id(model):
    fields = columns(model)
    rows = model.objects.order_by("pk").values_list("pk", *(field.attname for field in fields))
    return {pk: {field.name: value for field, value in zip(fields, row, strict=True)} for pk, *row in rows}


def _key_of(model, row, keys):
    """The natural key of a row; what it consists of refers to other models only."""
    related = {field.name: field for field in columns(model) if field.is_relation and field.related_model is not model}
    spelled = {name: _spelled_out(field, row[name], keys) for name, field in related.items()}
    return natural_key(model, {**row, **spelled})


def _spelled_out(field, value, keys):
    return keys[field.related_model][value] if field.is_relation and value is not None else value


def _lists_by_id(field, keys):
    found = defaultdict(list)
    target = keys[field.related_model]
    through = field.remote_field.through.objects.order_by("sort_value")
    for owner, other in through.values_list(f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"):
        found[owner].append(target[other])
    return found
