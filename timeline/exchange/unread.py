"""Rows of a file that are at fault: what they may hold is taken for granted, so that all other faults are told too."""

from typing import NamedTuple

from django.db.models import CheckConstraint

from ..loading.constraints import fields_named_in, holds
from ..loading.picture import Entry
from ..loading.schema import fields_by_name

MOST = 200  # rows that are looked at further; of more, no faults are shown


class Faulty(NamedTuple):
    """A row of which no more is known than its place in the file and its faults."""

    number: int
    faults: list


class Unread:
    """The rows that were not understood, or not in full.

    ``has_more``: there may be others, of which nothing is known.
    """

    def __init__(self):
        self.rows = []
        self.names = set()
        self.models = set()
        self.has_more = False

    def __bool__(self):
        return bool(self.rows) or self.has_more

    def add(self, row):
        """Note a ``FileRow`` with faults."""
        if row.names:
            self.names.add(row.names)
        elif row.model:
            self.models.add(row.model)
        else:
            self.has_more = True
        known = row.model and len(self.rows) < MOST
        self.rows.append(PartOfRow(row) if known else Faulty(row.number, row.faults))

    def parts(self):
        """What was understood of them, as ``PartOfRow``s."""
        return [row for row in self.rows if isinstance(row, PartOfRow)]

    def may_hold(self, model, key):
        """Whether such a record may be in one of them."""
        return (model, key) in self.names or model in self.models


class PartOfRow:
    """The fields of a row that were understood, as the checks of whole rows want them; ``entry`` lacks the others."""

    def __init__(self, row):
        self.row = row
        self.names = row.names
        fields = fields_by_name(row.model).items()
        empty = {name: () if field.many_to_many else None for name, field in fields}
        self.entry = Entry(row.model, empty | row.understood)

    @property
    def number(self):
        """The place of the row in its file."""
        return self.row.number

    @property
    def faults(self):
        """The faults of the row."""
        return self.row.faults

    def fault(self, field, rule):
        """Note that a rule is broken."""
        self.row.fault(field, rule)

    def check_constraints(self):
        """Note which checks of its columns it breaks, as far as these were understood."""
        for rule in self.entry.model._meta.constraints:
            if not isinstance(rule, CheckConstraint):
                continue
            is_understood = self.row.understood.keys() >= {*fields_named_in(rule.condition)}
            if is_understood and holds(rule.condition, self.entry) is False:
                self.fault("", rule.violation_error_message)


class Expected:
    """A ``Picture`` with what the rows at fault may hold."""

    def __init__(self, picture, unread):
        self.tables = picture.tables
        self.unread = unread

    def get(self, model, key):
        """The entry with that key, or something in place of one that may be in a row at fault."""
        return self.tables[model].get(key) or (self.unread.may_hold(model, key) or None)
