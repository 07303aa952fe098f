"""A table of a release: which rows of the record it holds, in which order, and what refers to what."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.db.models import F
from django.db.models.functions import Collate

READ_AT_ONCE = 500  # rows
BY_CODE_POINTS = {"postgresql": "C", "sqlite": "BINARY"}


@dataclass(frozen=True)
class Reference:
    """A foreign key: ``columns`` of a table hold the ``key`` of a row of the table ``to``."""

    columns: tuple
    to: str
    key: tuple = ("key",)


@dataclass(frozen=True)
class Table:
    """A table: ``records()`` are the public rows of the record that it is made of, ``key`` its primary key.

    ``order`` are lookups, and together tell any two rows apart: texts are ordered by code points, since databases
    differ in anything else. ``counted_within`` are lookups of the record whose rows the column ``position`` numbers
    from 1. ``unfolded`` is a field that holds a list, each member of which makes a row and stands there as ``member``.
    """

    name: str
    title: str
    meaning: str
    records: Callable
    columns: tuple
    key: tuple
    order: tuple
    references: tuple = ()
    counted_within: tuple = ()
    unfolded: str = ""

    def column(self, name):
        """The column of that name."""
        return next(one for one in self.columns if one.name == name)

    @property
    def lookups(self):
        """What has to be read of the record, each once."""
        read = [lookup for column in self.columns for lookup in column.reads]
        return tuple(dict.fromkeys([*read, *self.counted_within, *([self.unfolded] if self.unfolded else ())]))

    def rows(self):
        """The rows, each a list of plain values in the order of the columns; a few hundred are in memory at a time."""
        for row in self._counted():
            yield [column.plain(row) for column in self.columns]

    def _counted(self):
        owner, position = None, 0
        for row in self._read():
            for part in [{**row, "member": member} for member in row[self.unfolded]] if self.unfolded else [row]:
                found = [row[lookup] for lookup in self.counted_within]
                position = position + 1 if found == owner else 1
                owner = found
                yield part | {"position": position}

    def _read(self):
        records = self.records()
        order = [_stable(records.model, lookup) for lookup in self.order]
        return records.order_by(*order).values(*self.lookups).iterator(chunk_size=READ_AT_ONCE)


def _stable(model, lookup):
    """The order by ``lookup``: of texts, one that no locale of a database can change."""
    field, steps = None, lookup.split("__")
    for step in steps:
        field = model._meta.get_field(step)
        model = field.related_model
    is_text = field.get_internal_type() in ("CharField", "SlugField")
    return Collate(F(lookup), BY_CODE_POINTS[connection.vendor]) if is_text else F(lookup)
