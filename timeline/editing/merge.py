"""Two documents that grew from one: joined where they changed different things, told apart where they did not."""

from typing import NamedTuple

from ..loading.schema import MODELS, named_by
from .document import by_name, content_fields, empty

_ABSENT = object()


class Conflict(NamedTuple):
    """A field that both changed, each in another way; ``field`` is empty where one removed what the other changed."""

    model: type
    key: tuple
    field: str
    mine: object
    theirs: object


def merge(base, mine, theirs):
    """``(rows, conflicts)``: ``theirs`` with what changed from ``base`` to ``mine``; where both changed, theirs stays.

    Three-way merge by row and field, a list of records being one value.
    """
    old, own, other = by_name(base), by_name(mine), by_name(theirs)
    rows, conflicts = [], []
    for name in dict.fromkeys([*other, *own]):
        fields, found = _merged(name, *(one.get(name, _ABSENT) for one in (old, own, other)))
        conflicts += found
        if fields is not _ABSENT:
            rows.append({"model": name[0]._meta.label_lower, "fields": fields})
    places = {model._meta.label_lower: place for place, model in enumerate(MODELS)}
    return sorted(rows, key=lambda row: places[row["model"]]), conflicts


def _merged(name, old, own, other):
    """The fields of one row after the merge, ``_ABSENT`` if it is gone, and the conflicts in it."""
    if own == other or old == own:
        return other, []
    if old == other:
        return own, []
    if own is _ABSENT or other is _ABSENT:
        return other, [Conflict(*name, "", *(None if one is _ABSENT else one for one in (own, other)))]
    return _merged_fields(name, {} if old is _ABSENT else old, own, other)


def _merged_fields(name, old, own, other):
    model, _key = name
    fields, conflicts = {}, []
    for field in content_fields(model):
        default = empty(model, field)
        before, mine, theirs = (one.get(field, default) for one in (old, own, other))
        if mine not in (before, theirs) and theirs != before:
            conflicts.append(Conflict(*name, field, mine, theirs))
        value = mine if theirs == before else theirs
        if value != default or field in named_by(model):
            fields[field] = value
    return fields, conflicts
