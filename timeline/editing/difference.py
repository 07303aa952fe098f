"""What lies between two documents of a record: row by row and field by field, relations included."""

from enum import StrEnum
from typing import NamedTuple

from .document import by_name, content_fields, empty, named, under_key


class What(StrEnum):
    """What became of a row or of a field."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Difference(NamedTuple):
    """One field of one row: ``before`` and ``after`` as documents give values, ``None`` where the row was not there.

    ``field`` is empty where a whole row came or went; ``before`` or ``after`` is then all of its fields.
    """

    model: type
    key: tuple
    what: What
    field: str
    before: object
    after: object


def differences(before, after):
    """Every ``Difference`` from one document to another, in the order of the later one; what went comes last.

    A record whose key changed is the same one: its rows are compared under the later key.
    """
    (model, former), (_model, key) = named(before[0]), named(after[0])
    found = [Difference(model, key, What.CHANGED, "key", *former, *key)] if former != key else []
    old, new = by_name(under_key(before, *key)), by_name(after)
    for name, fields in new.items():
        if name not in old:
            found.append(Difference(*name, What.ADDED, "", None, fields))
        else:
            found += _between(name, old[name], fields)
    found += [Difference(*name, What.REMOVED, "", fields, None) for name, fields in old.items() if name not in new]
    return found


def _between(name, old, new):
    model, _key = name
    for field in content_fields(model):
        before, after = (fields.get(field, empty(model, field)) for fields in (old, new))
        if before != after:
            yield Difference(*name, What.CHANGED, field, before, after)
