"""Values as fixtures give them, of records and of the loader's entries."""

from datetime import date
from decimal import Decimal

from django.db import models

from .tables import columns_of


def fields_of(record):
    """The fields of a fixture row for a stored record, all of them."""
    return {name: _of_record(field, record) for name, field in columns_of(type(record)).items()}


def plain(field, value):
    """A value of an entry as a fixture gives it."""
    if field.many_to_many:
        return [list(key) for key in value]
    return list(value) if isinstance(value, tuple) else _plain(value)


def stored(field, value):
    """A value as a fixture gives it, as an entry holds it; the other way round."""
    if field.many_to_many:
        return tuple(tuple(key) for key in value)
    if field.is_relation:
        return None if value is None else tuple(value)
    return field.to_python(value)


def _of_record(field, record):
    if field.many_to_many:
        return [list(other.natural_key()) for other in getattr(record, field.name).all()]
    value = getattr(record, field.name)
    return list(value.natural_key()) if isinstance(value, models.Model) else _plain(value)


def _plain(value):
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
