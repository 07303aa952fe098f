"""Entries to the database: by natural key, in bulk, and only what differs."""

import json

from timeline.models import LoadedRow, Number

from .schema import MODELS, columns, lists

BATCH = 500


class Writer:
    """Writes planned entries; ``ids`` of known records (by model and natural key) grow as records are created."""

    def __init__(self, stored, ids):
        self.stored = stored
        self.ids = ids

    def write(self, created, updated):
        """Save new and changed entries, what is referred to before what refers."""
        for model in MODELS:
            new = [entry for entry in created if entry.model is model]
            changed = [entry for entry in updated if entry.model is model]
            if model is Number:  # two numbers may change places: no row can hold its new one before the other let go
                self._delete(model, changed)
                new, changed = new + changed, []
            self._create(model, new)
            self._update(model, changed)
            for field in lists(model):
                self._write_list(field, new + [entry for entry in changed if self._differs(entry, field)])

    def _create(self, model, entries):
        records = [model(**self._attributes(entry, own=False)) for entry in entries]
        model.objects.bulk_create(records, batch_size=BATCH)
        for entry, record in zip(entries, records, strict=True):
            self.ids[model][entry.key] = record.pk
        self._write_columns(model, [entry for entry in entries if _refers_to_its_kind(entry)], _own_columns(model))

    def _update(self, model, entries):
        names = [field for field in columns(model) if any(self._differs(entry, field) for entry in entries)]
        self._write_columns(model, entries, names)

    def _write_columns(self, model, entries, fields):
        if entries and fields:
            records = [model(pk=self.ids[model][entry.key], **self._attributes(entry)) for entry in entries]
            model.objects.bulk_update(records, [field.name for field in fields], batch_size=BATCH)

    def _delete(self, model, entries):
        model.objects.filter(pk__in=[self.ids[model].pop(entry.key) for entry in entries]).delete()

    def _differs(self, entry, field):
        return self.stored.get(entry.model, entry.key).values[field.name] != entry.values[field.name]

    def _attributes(self, entry, own=True):
        """The column values of an entry; without ``own``, references to its own model wait until all are there."""
        waiting = [] if own else _own_columns(entry.model)
        return {
            field.attname: self._column_value(field, entry.values[field.name])
            for field in columns(entry.model)
            if field not in waiting
        }

    def _column_value(self, field, value):
        return self.ids[field.related_model][value] if field.is_relation and value is not None else value

    def _write_list(self, field, entries):
        through, owners = field.remote_field.through, self.ids[field.model]
        owner, other = f"{field.m2m_field_name()}_id", f"{field.m2m_reverse_field_name()}_id"
        through.objects.filter(**{f"{owner}__in": [owners[entry.key] for entry in entries]}).delete()
        through.objects.bulk_create(
            [
                through(**{owner: owners[entry.key], other: self._column_value(field, key), "sort_value": place})
                for entry in entries
                for place, key in enumerate(entry.values[field.name])
            ],
            batch_size=BATCH,
        )


def _own_columns(model):
    return [field for field in columns(model) if field.is_relation and field.related_model is model]


def _refers_to_its_kind(entry):
    return any(entry.values[field.name] is not None for field in _own_columns(entry.model))


def remember(entries, remembered):
    """Keep the digests of these entries, as they are now loaded; those kept already are not written again."""
    rows = [
        LoadedRow(model=entry.model._meta.label_lower, natural_key=_as_json(entry.key), digest=entry.digest())
        for entry in entries
    ]
    known = {(model._meta.label_lower, _as_json(key)): digest for (model, key), digest in remembered.items()}
    LoadedRow.objects.bulk_create(
        [row for row in rows if known.get((row.model, row.natural_key)) != row.digest],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["model", "natural_key"],
        update_fields=["digest"],
    )


def forget(records):
    """Drop the digests of records, each a model and a natural key, that are neither loaded nor stored any more."""
    for model, key in records:
        LoadedRow.objects.filter(model=model._meta.label_lower, natural_key=_as_json(key)).delete()


def _as_json(key):
    return json.dumps(key, ensure_ascii=False)
