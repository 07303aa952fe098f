"""A filter set that never answers a question it did not understand.

django-filter lets unknown names pass, since it cannot tell them from ``page``; here every name is declared.
"""

from functools import cached_property
from urllib.parse import urlencode

import django_filters
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from .faults import Fault, FaultyValue, nearest, not_understood
from .questions import WholeNumber

DEFAULT_PAGE_SIZE = 50
MOST_FAULTS = 20
LARGEST_PAGE = 500


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

    def pairs(self, leaving_out=()):
        """The query as understood, as pairs of name and value, without the parameters ``leaving_out``."""
        return [(name, value) for name, values in self.query.items() if name not in leaving_out for value in values]

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
        Fault(
            name,
            value,
            "unknown_parameter",
            not_understood(message, name, value),
            nearest(name, known),
            sorted(known),
        )
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
