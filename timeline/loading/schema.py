"""Which models a fixture row may hold, in an order in which each refers only to those before it, and their fields."""

from timeline.models import (
    Attendance,
    Format,
    Issue,
    Meeting,
    MeetingLink,
    Number,
    Office,
    Organisation,
    Participant,
    Place,
    Series,
    Source,
    Statement,
    Tenure,
)

MODELS = [
    Format,
    Issue,
    Place,
    Participant,
    Organisation,
    Office,
    Tenure,
    Source,
    Series,
    Meeting,
    Number,
    Attendance,
    Statement,
    MeetingLink,
]
BY_LABEL = {model._meta.label_lower: model for model in MODELS}
_NAMED_BY = {
    Tenure: ("office", "participant", "term"),
    Number: ("meeting", "series"),
    Attendance: ("meeting", "participant"),
    Statement: ("meeting", "number"),
    MeetingLink: ("earlier", "later"),
}


def named_by(model):
    """The fields that make up the natural key of a record."""
    return _NAMED_BY.get(model, ("key",))


def columns(model):
    """The fields of one value each that a fixture gives: no automatic id, nothing that the site itself stamps."""
    return [field for field in model._meta.concrete_fields if field.editable and not field.primary_key]


def lists(model):
    """The fields that hold an ordered list of other records."""
    return list(model._meta.many_to_many)


def fields_by_name(model):
    """Every field of a fixture row, by name."""
    return {field.name: field for field in (*columns(model), *lists(model))}


def natural_key(model, values):
    """The parts that name a record, references spelled out: ``("2017-03-20-two-plus-two", 3)``."""
    parts = []
    for name in named_by(model):
        value = values[name]
        parts.extend(value if isinstance(value, tuple) else (value,))
    return tuple(parts)


def key_length(model):
    """Of how many parts the natural key consists."""
    fields = (model._meta.get_field(name) for name in named_by(model))
    return sum(key_length(field.related_model) if field.is_relation else 1 for field in fields)


def label(model, key):
    """A record as messages name it: ``meeting 2017-03-20-two-plus-two``, ``statement 2017-03-20-summit 3``."""
    return " ".join([str(model._meta.verbose_name), *map(str, key)])
