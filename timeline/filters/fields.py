"""Form fields of a query string: each cleans what was typed or raises ``FaultyValue``."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .. import search
from ..dates import parse_edtf
from .faults import FaultyValue

LONGEST_TEXT = 200


class ManyWords(forms.SelectMultiple):
    """Reads a parameter that may be repeated."""

    def value_from_datadict(self, data, files, name):
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return [value for value in values if value != ""]


class KnownValuesField(forms.Field):
    """Values of a known list; cleans to a mapping from each value to its record or label, in the order given.

    ``values``: an object with ``find(values)`` -> mapping of those that exist, ``all()`` -> every value there is, and
    ``alias(value)`` -> the value that another spelling means, or ``None``.
    """

    widget = ManyWords

    def __init__(self, values, **kwargs):
        self.values = values
        super().__init__(**kwargs)

    def to_python(self, values):
        if not values:
            return {}
        found = self.values.find(
            [value for value in values if "\0" not in value]
        )  # PostgreSQL refuses the null character
        for value in dict.fromkeys(value for value in values if value not in found):  # each asks the database
            found |= self._by_another_name(value)
        return found

    def _by_another_name(self, value):
        meant = self.values.alias(value) if "\0" not in value else None
        found = self.values.find([meant]) if meant else {}
        if not found:
            raise FaultyValue(_("This value is not known."), "unknown_value", value, self.values.all())
        return found


class OneOfField(KnownValuesField):
    """One value of a known list; cleans to that value, or to ``""``."""

    widget = forms.Select

    def to_python(self, value):
        return next(iter(super().to_python([value] if value else [])), "")


class DateSpanField(forms.CharField):
    """An EDTF date or interval; cleans to a ``Span`` or ``None``."""

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return None
        try:
            return parse_edtf(text)
        except ValueError as error:
            raise FaultyValue(error.args[0], "invalid_date", text) from None


class DayField(DateSpanField):
    """A day, or a month or year for its first or last day; cleans to a ``Span`` or ``None``."""

    def to_python(self, value):
        span = super().to_python(value)
        if span and "/" in value:
            raise FaultyValue(_("One day is wanted here; an interval goes into “date”."), "invalid_date", value)
        return span


class WordsField(forms.CharField):
    """Words to search for; cleans to the text, which holds at least one word."""

    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST_TEXT, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if text and not search.analyze(text):
            raise FaultyValue(_("There is no word or number to search for in it."), "nothing_to_search", text)
        return text
