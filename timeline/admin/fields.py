"""Form fields of the editors' forms."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from sortedm2m.forms import SortedMultipleChoiceField

from .labels import label
from .widgets import LineTextarea


class Chosen:
    """A choice among records; what is at hand is not read again.

    ``held`` are the records that the form's own record holds, by primary key as text; ``shared`` (``SharedRecords``)
    holds those that any row of a formset has chosen.
    """

    shared = None
    held = {}

    def chosen(self, keys):
        """The records with these primary keys (texts): a dict by key, in the order asked for."""
        records = self.shared.records if self.shared else self.read(keys)
        return {key: records[key] for key in keys if key in records}

    def read(self, keys):
        """The same in no order; a key may also be the record's own, written as ``=key``."""
        held = {key: self.held[key] for key in keys if key in self.held}
        numbers = [key for key in keys if key.isdecimal() and key not in held]
        written = [key[1:] for key in keys if key.startswith("=")]
        found = {str(record.pk): record for record in (self.queryset.filter(pk__in=numbers) if numbers else ())}
        return (
            held
            | found
            | {f"={record.key}": record for record in (self.queryset.filter(key__in=written) if written else ())}
        )

    def label_from_instance(self, obj):
        return label(obj)

    def unknown(self):
        """The error for a choice that is none, or no longer."""
        return ValidationError(_("What was chosen is no longer there: choose again."), code="invalid_choice")


class ChosenField(Chosen, forms.ModelChoiceField):
    """One record."""

    def to_python(self, value):
        if value in self.empty_values:
            return None
        key = str(getattr(value, "pk", value))
        if found := self.chosen([key]):
            return found[key]
        raise self.unknown()


class ChosenListField(Chosen, SortedMultipleChoiceField):
    """Several records, in the order in which they were chosen."""

    def clean(self, value):
        keys = list(dict.fromkeys(map(str, value or [])))
        if self.required and not keys:
            raise ValidationError(self.error_messages["required"], code="required")
        chosen = self.chosen(keys)
        if len(chosen) < len(keys):
            raise self.unknown()
        return list(dict.fromkeys(chosen.values()))


class RowField(forms.ModelChoiceField):
    """Which stored row a form shows, as browsers send it back: its formset has read that ``row`` already."""

    def __init__(self, row, **kwargs):
        super().__init__(**kwargs)
        self.row = row

    def to_python(self, value):
        return self.row if value == str(self.row.pk) else super().to_python(value)


def held_by(form, name):
    """The records that the record of a model form holds in the field ``name`` and that are loaded, by key as text."""
    field = form._meta.model._meta.get_field(name)
    if field.many_to_many:
        records = form.initial.get(name) or () if form.instance.pk else ()
    else:
        records = (field.get_cached_value(form.instance, default=None),)
    return {str(record.pk): record for record in records if isinstance(record, models.Model)}


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = LineTextarea

    def __init__(self, *, encoder=None, decoder=None, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs["rows"] = 3
        self.help_text = _("%(help)s One a line.") % {"help": self.help_text} if self.help_text else _("One a line.")

    def prepare_value(self, value):
        return value if isinstance(value, str) else "\n".join(value or [])

    def to_python(self, value):
        lines = (line.strip() for line in super().to_python(value).splitlines())
        return [line for line in lines if line]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)
