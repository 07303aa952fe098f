"""The rules of the database asked of a form before it is saved: those of single rows in memory, as the loader asks.

Asked of the database, each of them would take three queries for each of sixty rows.
"""

from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint

from ..loading.constraints import fields_named_in, holds
from ..loading.schema import MODELS


class _Values:
    """A record as the rules of the loader look at one."""

    def __init__(self, record):
        self.key = record.pk
        self.values = {field.name: getattr(record, field.attname) for field in record._meta.concrete_fields}


@contextmanager
def asked_in_memory(record):
    """While it lasts, ``record.full_clean()`` asks its ``CheckConstraint``s in memory; other rules as ever."""
    if type(record) not in MODELS:
        yield
        return
    record.get_constraints = lambda: [(type(record), [_InMemory(rule) for rule in record._meta.constraints])]
    try:
        yield
    finally:
        del record.get_constraints


class _InMemory:
    """A constraint with another way of validating it."""

    def __init__(self, rule):
        self.rule = rule

    def __getattr__(self, name):
        return getattr(self.rule, name)

    def validate(self, model, instance, exclude=None, using=None):
        if not isinstance(self.rule, CheckConstraint):
            self.rule.validate(model, instance, exclude=exclude, using=using)
            return
        may_ask = not {*fields_named_in(self.rule.condition)} & {*(exclude or ())}
        if may_ask and holds(self.rule.condition, _Values(instance)) is False:
            raise ValidationError(self.rule.violation_error_message, code=self.rule.violation_error_code)
