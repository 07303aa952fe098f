"""What a merge did to each row, kept as plain values, so that it can be taken back row by row."""

from datetime import date
from decimal import Decimal

from django.apps import apps

from ..models import FormerKey, LinkState


class Touched:
    """Writes rows and keeps what it did: for each its model, number and name, its fields before and after.

    ``before`` is ``None`` of a row that was made, ``after`` of one that was deleted.
    """

    def __init__(self):
        self.rows = []

    def change(self, record, **values):
        """Give ``record`` these values: lists and references as primary keys; saves it."""
        before = {name: plain(record, name) for name in values}
        write(record, values)
        self._keep(record, before, {name: plain(record, name) for name in values})

    def delete(self, record):
        """Delete ``record``, which nothing names any more."""
        before, pk = _whole(record), record.pk
        self._keep(record, before, None)
        record.delete()
        record.pk = pk

    def create(self, record):
        """Save the new ``record``."""
        record.save(force_insert=True)
        self._keep(record, None, _whole(record))

    def _keep(self, record, before, after):
        self.rows.append(
            {
                "model": record._meta.label_lower,
                "pk": record.pk,
                "name": name_of(record),
                "before": before,
                "after": after,
            }
        )


def name_of(record):
    """The parts of the key by which messages name a row."""
    if isinstance(record, FormerKey):
        return [record.key]
    return list(record.source.natural_key() if isinstance(record, LinkState) else record.natural_key())


def model_of(row):
    """The model of a kept row."""
    return apps.get_model(row["model"])


def plain(record, name):
    """The value of a field as JSON holds it; a list of records as their primary keys, in order."""
    field = record._meta.get_field(name)
    if field.many_to_many:
        return [one.pk for one in getattr(record, name).all()]
    value = getattr(record, field.attname)
    if isinstance(value, date):  # moments are, too
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def write(record, values):
    """Save ``values`` (as ``plain`` gives them) in ``record``; nothing else of it is written."""
    fields = [record._meta.get_field(name) for name in values]
    columns = [field for field in fields if not field.many_to_many]
    for field in columns:
        setattr(record, field.attname, field.to_python(values[field.name]))
        if field.is_relation and field.is_cached(record):
            field.delete_cached_value(record)
    if columns:
        record.save(update_fields=[field.name for field in columns])
    for field in fields:
        if field.many_to_many:
            manager = getattr(record, field.name)
            manager.clear()
            manager.add(*values[field.name])


def _whole(record):
    return {field.name: plain(record, field.name) for field in record._meta.concrete_fields}


def made_again(row):
    """A deleted row as an unsaved record, with the number it had."""
    model = model_of(row)
    return model(**{field.attname: field.to_python(row["before"][field.name]) for field in model._meta.concrete_fields})
