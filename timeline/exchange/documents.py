"""Documents (``timeline.editing.document``) of many records at once, from the record in memory instead of queries."""

from collections import defaultdict

from ..editing.document import PARTS, content_fields, empty, named
from ..loading.picture import Entry
from ..loading.schema import MODELS, named_by
from .tables import columns_of
from .values import plain, stored


class Documents:
    """The documents of the records in a ``Picture``."""

    def __init__(self, picture):
        self.picture = picture
        self._parts = {}

    def of(self, model, key):
        """The rows of a record and of what belongs to it; ``None`` if there is no such record."""
        head = self.picture.get(model, key)
        if head is None:
            return None
        rows = [row_of(head)]
        for part, owner, order in PARTS.get(model, ()):
            parts = sorted(self._owned(part, owner)[key], key=lambda entry: [_value(entry, path) for path in order])
            rows += map(row_of, parts)
        return rows

    def _owned(self, model, owner):
        if (model, owner) not in self._parts:
            found = defaultdict(list)
            for entry in self.picture.all(model):
                found[entry.values[owner]].append(entry)
            self._parts[model, owner] = found
        return self._parts[model, owner]


def row_of(entry):
    """The row of an entry in a document: its content, without defaults but for the fields that name it."""
    model = entry.model
    values = {name: plain(field, entry.values[name]) for name, field in content_fields(model).items()}
    naming = named_by(model)
    fields = {name: value for name, value in values.items() if name in naming or value != empty(model, name)}
    return {"model": model._meta.label_lower, "fields": fields}


def entry_of(model, fields, live):
    """The entry of a row of a document; what documents do not tell is taken from ``live``, its entry now, if any."""
    columns = columns_of(model)
    told = content_fields(model)
    values = {name: stored(columns[name], fields.get(name, empty(model, name))) for name in told}
    for name in columns.keys() - told.keys():
        values[name] = live.values[name] if live else columns[name].get_default()
    return Entry(model, values)


def changed(rows, entries):
    """A document with the rows of ``entries`` in place of those with the same key, or added."""
    new = {(entry.model, entry.key): row_of(entry) for entry in entries}
    kept = [new.pop(named(row), row) for row in rows]
    places = {model._meta.label_lower: place for place, model in enumerate(MODELS)}
    return sorted([*kept, *new.values()], key=lambda row: places[row["model"]])


def _value(entry, path):
    value = entry.values[path.partition("__")[0]]
    return value[0] if isinstance(value, tuple) else value
