"""Rows of a list in chunks, each found by the place of the last row before it and never by counting rows."""

from operator import attrgetter

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q

CHUNK = 500


def in_chunks(rows, load, size):
    """Lists of the records that ``load`` makes of ``rows`` (an ordered queryset), at most ``size`` at a time.

    An order by fields is followed from row to row. Search results have no such order: their keys are read first.
    """
    order = rows.query.order_by
    return _by_order(rows, order, load, size) if _is_by_fields(rows.model, order) else _by_keys(rows, load, size)


def _is_by_fields(model, order):
    try:
        return bool([model._meta.get_field(name.lstrip("-").split("__")[0]) for name in order])
    except (AttributeError, FieldDoesNotExist):
        return False


def _by_order(rows, order, load, size):
    chunk = list(load(rows[:size]))
    while chunk:
        yield chunk
        chunk = list(load(rows.filter(_behind(order, chunk[-1]))[:size])) if len(chunk) == size else []


def _behind(order, last):
    """The rows that come after ``last`` in ``order``; the first bound repeats so that an index can serve it."""
    behind, alike = Q(), Q()
    for name in order:
        field, direction = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
        value = attrgetter(field.replace("__", "."))(last)
        behind |= alike & Q(**{f"{field}__{direction}": value})
        if not alike:
            bound = Q(**{f"{field}__{direction}e": value})
        alike &= Q(**{field: value})
    return bound & behind


def _by_keys(rows, load, size):
    keys = list(rows.values_list("key", flat=True))
    for start in range(0, len(keys), size):
        chunk = keys[start : start + size]
        found = {record.key: record for record in load(rows.model.objects.filter(key__in=chunk))}
        yield [found[key] for key in chunk]
