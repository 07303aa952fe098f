"""A filter set that never answers a question it did not understand.

django-filter lets unknown names pass, since it cannot tell them from ``page``; here every name is declared.
"""

from functools import cached_property
from urllib.parse import urlencode

import django_filters
from django import forms
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ..models import FormerKey, Noun
from .faults import Fault, FaultyValue, nearest
from .fields import DateSpanField, DayField, KnownValuesField, OneOfField, WordsField

DEFAULT_PAGE_SIZE = 50
MOST_FAULTS = 20
LARGEST_PAGE = 500


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


class StrictFilterSet(django_filters.FilterSet):
    """Reads a query string, checks every name and value in it, and chooses rows.

    ``data``: a ``QueryDict`` or a mapping. An empty value is a parameter not given, as a form sends it.
    ``faults`` says what is wrong; with faults, ``qs`` holds no rows.
    """

    page = WholeNumber(label=_("Page"), help_text=_("Which page of the list, from 1."), min_value=1, max_value=10**9)
    page_size = WholeNumber(
        label=_("Page size"),
        help_text=_("Rows a page: 50 unless told, at most 500."),
        min_value=1,
        max_value=LARGEST_PAGE,
    )

    steering = ("page", "page_size", "sort")  # parameters that do not choose rows
    needed = ()  # parameters without which nothing is asked

    def __init__(self, data=None, queryset=None, **kwargs):
        super().__init__(without_blanks(data), queryset=queryset, **kwargs)

    @cached_property
    def faults(self):
        """Every ``Fault`` of the query string, in the order of its parameters."""
        faults = [*self._unknown_names(), *self._repeated(), *self._wrong_values()]
        return faults or list(self._impossible_combinations())

    @cached_property
    def cleaned(self):
        """The values as understood, by parameter; empty ones where nothing was given."""
        self.form.is_valid()  # cleans the values
        return self.form.cleaned_data

    def _unknown_names(self):
        return unknown_parameters(self.data, self.filters)

    def _repeated(self):
        for name, question in self.filters.items():
            values = self.data.getlist(name)
            if len(values) > 1 and not question.repeatable:
                yield Fault(name, values[1], "repeated", str(_("This parameter can be given once only.")))

    def _wrong_values(self):
        for name, errors in self.form.errors.as_data().items():
            for error in errors:
                yield self._fault_of(name, error)

    def _fault_of(self, name, error):
        if isinstance(error, FaultyValue):
            return error.fault(name)
        return Fault(name, self.data.get(name, ""), error.code or "invalid", " ".join(error.messages))

    def _impossible_combinations(self):
        """Faults of values that are right one by one but make no sense together."""
        return ()

    def is_valid(self):
        """Whether the whole query string was understood."""
        return not self.faults

    def choose(self, leaving_out=()):
        """The rows that answer, in no particular order; ``leaving_out`` names parameters to disregard."""
        rows = self.queryset
        for name, question in self.filters.items():
            if name not in leaving_out and name in self.cleaned:
                rows = question.filter(rows, self.cleaned[name])
        return rows

    @cached_property
    def qs(self):
        """The rows that answer, in the order asked for; none if there are faults."""
        return self.order(self.choose()) if self.is_valid() else self.queryset.none()

    def order(self, rows):
        """``rows`` in the order asked for."""
        return rows

    @cached_property
    def query(self):
        """The query as understood: the parameters that were given, each with the list of its values."""
        given = {name: self._given(name) for name in self.filters if name in self.data and self.is_valid()}
        return {name: values for name, values in given.items() if any(values)}

    def _given(self, name):
        value = self.cleaned[name]
        if isinstance(value, dict):
            return sorted(value)
        return [str(value) if isinstance(value, int) else self.data[name].strip()]

    def query_string(self, leaving_out=(), **changed):
        """The canonical query string, parameters in one order, without ``leaving_out`` and with ``changed`` values."""
        pairs = {name: values for name, values in self.query.items() if name not in leaving_out}
        return self.written(pairs | {name: [str(value)] for name, value in changed.items()})

    def written(self, query):
        """A query (parameter -> list of values) as a query string, the parameters in one order.

        What means nothing without others that are not there, such as how to match no date, is left out.
        """
        given = {name: values for name, values in query.items() if values}
        names = [name for name in self.filters if name in given.keys() - self.idle(given)]
        return urlencode([(name, value) for name in names for value in given[name]])

    def idle(self, query):
        """The names of the parameters of ``query`` that mean nothing without others that it lacks."""
        return set()


def unknown_parameters(data, known):
    """A ``Fault`` for each name in ``data`` that is not among ``known``; an empty value is a parameter not given.

    Past the first ``MOST_FAULTS`` no more are named: whoever sends hundreds does not read them.
    """
    message = _("This parameter is not known here.")
    unknown = [(name, value) for name, value in without_blanks(data).items() if name not in known]
    return [
        Fault(name, value, "unknown_parameter", str(message), nearest(name, known), sorted(known))
        for name, value in unknown[:MOST_FAULTS]
    ]


def without_blanks(data):
    """A copy without empty values; a plain mapping becomes a ``QueryDict``."""
    kept = QueryDict(mutable=True)
    if data is None:
        return kept
    for name in data:
        values = data.getlist(name) if hasattr(data, "getlist") else [data[name]]
        values = [str(value) for value in values if value not in ("", None)]
        if values:
            kept.setlist(name, values)
    return kept
