"""The parameters that shape an answer of the API: ``fields``, ``expand`` and ``lang``; for all lists.

They are joined to the filter set of a list: so they are checked, repeated in ``query`` and described as the others.
"""

from functools import cache

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..filters.faults import Fault
from ..filters.fields import KnownValuesField
from ..filters.questions import Choices, OneOf
from ..filters.strict import StrictFilterSet

SHAPING = ("fields", "expand", "lang")
LANGUAGES = [code for code, _name in settings.LANGUAGES]
ALL = "all"


class NamesField(KnownValuesField):
    """Names of a known list, repeated or with commas between them."""

    def to_python(self, values):
        return super().to_python([name.strip() for value in values or () for name in value.split(",") if name.strip()])


class Names(Choices):
    """Names of fields."""

    field_class = NamesField


def _fields(names):
    return Names(
        [(name, name) for name in names],
        label=_("Fields"),
        help_text=_("Only these fields of each record; repeated, or with commas between them."),
    )


def _expand(names):
    return Names(
        [(name, name) for name in names],
        label=_("Expand"),
        help_text=_("What only the full record has, in each row; repeated, or with commas between them."),
    )


def _lang():
    choices = [(code, code) for code in [ALL, *LANGUAGES]]
    return OneOf(
        choices,
        label=_("Language"),
        help_text=_("Texts in this language alone, or in another where there is none; all unless told."),
    )


class ShapingFilters:
    """What a filter set that reads what shapes the answer must refuse."""

    def _impossible_combinations(self):
        yield from super()._impossible_combinations()
        fields = self.cleaned["fields"]
        message = str(_("“fields” leaves this field out: name it there, or leave “fields” out."))
        for name in self.cleaned.get("expand") or () if fields else ():
            if name not in fields:
                yield Fault("expand", name, "contradiction", message)


class RecordFilter(StrictFilterSet):
    """For single records: nothing to choose, and no pages."""

    page = page_size = None


@cache
def shaped(filter_class, names, more=(), texts=True):
    """``filter_class`` with the parameters that shape the answer.

    ``names``: the fields there are; ``more``: those that rows can be expanded by; ``texts``: whether any has languages.
    """
    declared = {"fields": _fields([*names, *more])}
    declared |= {"expand": _expand(more)} if more else {}
    declared |= {"lang": _lang()} if texts else {}
    declared |= {"Meta": filter_class.Meta} if hasattr(filter_class, "Meta") else {}
    declared["__doc__"] = filter_class.__doc__
    return type(filter_class)(f"Shaped{filter_class.__name__}", (ShapingFilters, filter_class), declared)


def names_of(serializer_class):
    """The names of the fields of a serializer, in their order."""
    return tuple(serializer_class().fields)


def written(serializer_class, rows, selection, names, context, many=True):
    """``rows`` with the fields ``names`` that ``selection`` asks for, in the language that it asks for."""
    cleaned = selection.cleaned
    wanted = [*names, *(cleaned.get("expand") or ())]
    if asked := cleaned.get("fields"):
        wanted = [name for name in asked if name in wanted or name in names_of(serializer_class)]
    serializer = serializer_class(rows, many=many, context=context)
    fields = (serializer.child if many else serializer).fields
    for name in set(fields) - set(wanted):
        fields.pop(name)
    return in_language(serializer.data, cleaned.get("lang") or ALL)


def in_language(data, language):
    """``data`` with each text narrowed down to ``language``; where it is not translated, to the first that it has."""
    if language == ALL:
        return data
    if isinstance(data, dict):
        if data.keys() == set(LANGUAGES):
            return _narrowed(data, language)
        return {name: in_language(value, language) for name, value in data.items()}
    return [in_language(value, language) for value in data] if isinstance(data, list) else data


def _narrowed(text, language):
    found = next((code for code in [language, *LANGUAGES] if text[code]), language)
    return {found: text[found]}
