"""The parameters of a query string: what each takes, and the question that it asks of a queryset."""

import django_filters
from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ..models import FormerKey, Noun
from .fields import DateSpanField, DayField, KnownValuesField, OneOfField, WordsField


class Question(django_filters.Filter):
    """A parameter that asks one question of a queryset: the method named ``question``, with the cleaned value.

    Without ``question`` it chooses nothing by itself: it steers the list, or is asked together with others.
    """

    field_class = forms.CharField
    repeatable = False

    def __init__(self, question=None, **kwargs):
        self.question = question
        super().__init__(**kwargs)

    def filter(self, rows, value):
        """``rows`` that answer; all of them if nothing was asked."""
        return getattr(rows, self.question)(self.asked(value)) if self.question and value else rows

    def asked(self, value):
        """The cleaned value as the queryset's method takes it."""
        return value


class Words(Question):
    """Free text."""

    field_class = WordsField


class Day(Question):
    """A day, or the period that a partial date names."""

    field_class = DayField


class DateSpan(Question):
    """An EDTF date or interval."""

    field_class = DateSpanField


class WholeNumber(Question):
    """A number that steers the list, such as the page."""

    field_class = forms.IntegerField


class _Many(Question):
    """Values of a list, repeated for OR; cleans to a mapping from value to record or label."""

    field_class = KnownValuesField
    repeatable = True

    def __init__(self, question=None, **kwargs):
        super().__init__(question, values=self, **kwargs)

    def asked(self, value):
        return list(value)

    def alias(self, value):
        """The value that another spelling means, or ``None``."""
        return


class Keys(_Many):
    """Keys of records. ``records``: the model; labels come from its field ``named``."""

    def __init__(self, records, question=None, named="name", **kwargs):
        self.records, self.named = records, named
        super().__init__(question, **kwargs)

    def find(self, keys):
        """The records with these keys, by key."""
        found = self.records.objects.public().in_bulk(keys, field_name="key")
        return {key: found[key] for key in keys if key in found}

    def all(self):
        """Every key there is."""
        return list(self.records.objects.public().order_by("key").values_list("key", flat=True))

    def alias(self, value):
        """The key that the record has now, of which ``value`` is a former one; ``None`` if it never was one."""
        now = FormerKey.objects.leads(Noun[self.records._meta.model_name.upper()], [value])[value]
        return now if now != value else None

    def label_of(self, record):
        """What a reader calls the value."""
        return getattr(record, self.named)


class FormatKeys(Keys):
    """Keys of formats; ``2+2`` and what a query string makes of it, ``2 2``, mean ``two-plus-two``."""

    def alias(self, value):
        spellings = self.records.objects.values_list("key", "aliases")
        return next((key for key, aliases in spellings if value in aliases), None) or super().alias(value)


class Choices(_Many):
    """Values of a closed list. ``choices``: pairs of value and label, or a function that makes them."""

    def __init__(self, choices, question=None, **kwargs):
        self.choices = choices
        super().__init__(question, **kwargs)

    def _labels(self):
        return dict(self.choices() if callable(self.choices) else self.choices)

    def find(self, values):
        """The labels of those that exist, by value."""
        labels = self._labels()
        return {value: labels[value] for value in values if value in labels}

    def all(self):
        """Every value there is."""
        return list(self._labels())

    def label_of(self, label):
        """What a reader calls the value."""
        return label


class Excluded(_Many):
    """The same values as the parameter ``wanted`` takes, to leave out the rows that it would choose."""

    def __init__(self, wanted):
        self.wanted = wanted
        label = format_lazy(_("without {label}"), label=wanted.label)
        super().__init__(label=label, help_text=_("Leaves out what the parameter without “not_” would choose."))

    def filter(self, rows, value):
        """``rows`` but those that the other parameter would choose."""
        if not value:
            return rows
        return rows.exclude(pk__in=self.wanted.filter(rows.model.objects.all(), value).order_by().values("pk"))

    def find(self, values):
        """Those that exist."""
        return self.wanted.find(values)

    def all(self):
        """Every value there is."""
        return self.wanted.all()

    def alias(self, value):
        """The value that another spelling means, or ``None``."""
        return self.wanted.alias(value)

    def label_of(self, record):
        """What a reader calls the value."""
        return self.wanted.label_of(record)


class OneOf(Choices):
    """One value of a closed list, such as an order; cleans to it, or to ``""``."""

    field_class = OneOfField
    repeatable = False
