"""Form fields of the editors' forms."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from sortedm2m.forms import SortedMultipleChoiceField

from .labels import label
from .widgets import LineTextarea


class Chosen:
    """A choice among records; ``shared`` (``SharedRecords``) holds those that any row of a formset has chosen."""

    shared = None

    def chosen(self, keys):
        """The records with these primary keys (texts): a dict by key, in the order asked for."""
        records = self.shared.records if self.shared else self.read(keys)
        return {key: records[key] for key in keys if key in records}

    def read(self, keys):
        """The same from the database, in no order; a key may also be the record's own, written as ``=key``."""
        numbers = [key for key in keys if key.isdecimal()]
        written = [key[1:] for key in keys if key.startswith("=")]
        found = {str(record.pk): record for record in (self.queryset.filter(pk__in=numbers) if numbers else ())}
        return found | {
            f"={record.key}": record for record in (self.queryset.filter(key__in=written) if written else ())
        }

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
