"""The constraints of the models, asked of values in memory.

The rules are written once, as ``CheckConstraint`` and ``UniqueConstraint`` of the models. A load has thousands of rows,
and the database stops at the first that breaks a rule; read here, all that are broken are told at once.
"""

from collections import defaultdict

from django.db.models import CheckConstraint, Expression, F, Q, UniqueConstraint
from django.db.models.constants import LOOKUP_SEP
from django.db.models.functions import Extract

_COMPARISONS = {
    "exact": lambda value, other: value == other,
    "gt": lambda value, other: value > other,
    "gte": lambda value, other: value >= other,
    "lt": lambda value, other: value < other,
    "lte": lambda value, other: value <= other,
    "in": lambda value, others: value in others,
    "range": lambda value, ends: ends[0] <= value <= ends[1],
}
_PARTS_OF_A_DAY = {"day", "month", "year"}


def holds(condition, entry):
    """Whether a ``Q`` is true of an entry: ``True``, ``False``, or ``None`` (as SQL does) where a value is unknown."""
    if isinstance(condition, Q):
        answers = [holds(child, entry) for child in condition.children]
        answer = _any(answers) if condition.connector == Q.OR else _all(answers)
        return answer if answer is None else answer != condition.negated
    return _compare(*condition, entry)


def fields_named_in(condition):
    """The names of the fields that a ``Q`` compares, in its own order."""
    names = []
    for child in condition.children:
        if isinstance(child, Q):
            names += fields_named_in(child)
        else:
            path, other = child
            sources = other.get_source_expressions() if isinstance(other, Expression) else [other]
            names += [path.split(LOOKUP_SEP)[0], *(one.name for one in sources if isinstance(one, F))]
    return names


def _all(answers):
    if False in answers:
        return False
    return None if None in answers else True


def _any(answers):
    if True in answers:
        return True
    return None if None in answers else False


def _compare(path, other, entry):
    name, *lookups = path.split(LOOKUP_SEP)
    value = _value(entry, name)
    while lookups and lookups[0] in _PARTS_OF_A_DAY:
        value = None if value is None else getattr(value, lookups[0])
        lookups.pop(0)
    lookup = lookups[0] if lookups else "exact"
    if lookup == "isnull":
        return (value is None) == other
    other = _operand(other, entry)
    return None if value is None or other is None else _COMPARISONS[lookup](value, other)


def _operand(other, entry):
    """What a value is compared with: itself, another field's value, or a part of another field's day."""
    if isinstance(other, F):
        return _value(entry, other.name)
    if isinstance(other, Extract):
        (field,) = other.get_source_expressions()
        day = _value(entry, field.name)
        return None if day is None else getattr(day, other.lookup_name)
    return other


def _value(entry, name):
    return entry.key if name == "pk" else entry.values[name]


def broken_checks(entry):
    """The messages of the model's check constraints that an entry breaks."""
    checks = (rule for rule in entry.model._meta.constraints if isinstance(rule, CheckConstraint))
    return [str(rule.violation_error_message) for rule in checks if holds(rule.condition, entry) is False]


def shared_values(picture, model):
    """``(entries, message)`` for each group of records that hold together what only one may hold."""
    rules = (rule for rule in model._meta.constraints if isinstance(rule, UniqueConstraint))
    for rule in rules:
        groups = defaultdict(list)
        for entry in picture.all(model):
            if rule.condition is None or holds(rule.condition, entry):
                groups[tuple(_value(entry, name) for name in rule.fields)].append(entry)
        for entries in groups.values():
            if len(entries) > 1:
                yield entries, str(rule.violation_error_message)
