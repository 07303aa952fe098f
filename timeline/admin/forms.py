"""What all editors' forms do: errors beside the field, lists written only when changed, keys proposed."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import CheckConstraint
from django.utils.translation import gettext_lazy as _

from ..loading.constraints import fields_named_in
from ..typed import RESTORED
from .fields import Chosen, held_by
from .quick_rendering import QUICK
from .reasons import ReasonedForm
from .rules import asked_in_memory

MORE_ROWS = "_more"  # the button that adds rows where no script does
NOT_TO_SAVE = {  # marks of a form that is only to be shown again
    RESTORED: _("Your login had expired. This is what you typed; nothing is saved yet: look at it, then save it."),
    MORE_ROWS: _("There are more rows now. Nothing is saved yet."),
}
KEY_PROPOSED = _("The word in the address, for good. Left empty, one is proposed.")


class RecordForm(forms.ModelForm):
    """A form of the record.

    Rules of the database are told beside the field they speak of (``blamed`` chooses where that is not plain), and what
    nobody changed is neither checked against the database again nor written.
    """

    blamed = {}
    default_renderer = QUICK
    shows_typed_again = True  # see ``timeline.typed``

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, Chosen):
                field.held = held_by(self, name)

    @property
    def media(self):
        """Rows of one kind want the same files: they are gathered once for the class, which is made for one request."""
        if not self.prefix:
            return super().media
        if "media_of_rows" not in vars(type(self)):
            type(self).media_of_rows = super().media
        return self.media_of_rows

    def clean(self):
        cleaned = super().clean()
        for mark, told in NOT_TO_SAVE.items():
            if mark in self.data and not self.prefix:
                self.add_error(None, told)
        return cleaned

    def _post_clean(self):
        if self.instance._state.adding or self.has_changed():
            with asked_in_memory(self.instance):
                super()._post_clean()

    def _update_errors(self, errors):
        if hasattr(errors, "error_dict"):
            for error in errors.error_dict.pop(NON_FIELD_ERRORS, []):
                errors.error_dict.setdefault(self._field_of(error), []).append(error)
        super()._update_errors(errors)

    def _field_of(self, error):
        """The field beside which a broken rule of the database is told; else it stands above the form."""
        broken = (rule for rule in self._meta.model._meta.constraints if rule.violation_error_message == error.message)
        names = [name for rule in broken for name in (self.blamed.get(rule.name), *fields_named_by(rule))]
        return next((name for name in names if name in self.fields), NON_FIELD_ERRORS)

    def _save_m2m(self):
        for field in self._meta.model._meta.many_to_many:
            if field.name in self.changed_data and field.name in self.cleaned_data:
                field.save_form_data(self.instance, self.cleaned_data[field.name])


def fields_named_by(constraint):
    """The fields that a constraint speaks of, in its own order; of a uniqueness rule the last comes first."""
    if isinstance(constraint, CheckConstraint):
        return fields_named_in(constraint.condition)
    return list(reversed(constraint.fields))


class KeyedForm(ReasonedForm, RecordForm):
    """A form of a record with a key; left empty, ``proposed_key`` gives one that is free."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = False
            self.fields["key"].help_text = KEY_PROPOSED

    def proposed_key(self):
        """A key made of what was typed; empty if it does not suffice."""
        return ""

    def clean(self):
        cleaned = super().clean()
        if "key" in self.fields and not cleaned.get("key") and "key" not in self.errors:
            self._propose_key(cleaned)
        return cleaned

    def _propose_key(self, cleaned):
        if stem := self.proposed_key()[:70]:
            cleaned["key"] = free_key(self._meta.model, stem)
            self.fields["key"].widget.attrs["placeholder"] = cleaned["key"]
        elif not self.errors:
            self.add_error("key", _("No key can be proposed from what was typed: choose one."))


def free_key(model, stem):
    """``stem``, or ``stem-2``, ``stem-3`` … if it is taken."""
    taken = set(model.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(key for key in _numbered(stem) if key not in taken)


def _numbered(stem):
    yield stem
    for number in range(2, 10_000):
        yield f"{stem}-{number}"
