"""What the rows of one form share: the records they chose, and rules between rows."""

from django.forms.models import BaseInlineFormSet, ModelChoiceField
from django.utils.functional import cached_property

from .fields import Chosen, RowField
from .forms import MORE_ROWS

ADDED = 3  # rows at once, where no script adds one


class SharedRecords:
    """The records that the rows of a formset have chosen in one field; with one query for those not loaded yet."""

    def __init__(self, formset, name):
        self.formset = formset
        self.name = name

    @cached_property
    def records(self):
        """All of them, by primary key as text."""
        wanted, held = set(), {}
        for form in self.formset.forms:
            wanted.update(self._keys(form[self.name].value()))
            held |= form.fields[self.name].held
        return held | self.formset.form.base_fields[self.name].read(wanted - held.keys())

    def _keys(self, value):
        return [str(key) for key in (value if isinstance(value, (list, tuple)) else [value]) if key]


class RecordFormSet(BaseInlineFormSet):
    """Rows that belong to a meeting; ``distinct`` names the field that no two rows may share."""

    distinct = None

    def __init__(self, data=None, *args, prefix=None, **kwargs):
        prefix = prefix or self.get_default_prefix()
        super().__init__(_with_more_rows(data, prefix), *args, prefix=prefix, **kwargs)
        self._shared = {}

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for name, field in form.fields.items():
            if isinstance(field, Chosen):
                field.shared = self._shared.setdefault(name, SharedRecords(self, name))
        self._know_row(form)

    def _know_row(self, form):
        """Django would read each row once more, to check that it is there."""
        field = form.fields.get(self._pk_field.name)
        if form.instance.pk and isinstance(field, ModelChoiceField):
            known = {"queryset": field.queryset, "initial": field.initial, "widget": field.widget}
            form.fields[self._pk_field.name] = RowField(form.instance, required=False, **known)

    @property
    def kept_forms(self):
        """The rows that will be there after saving."""
        filled = (form for form in self.forms if form.instance.pk or form.has_changed())
        return [form for form in filled if not (self.can_delete and self._should_delete_form(form))]

    def clean(self):
        self._refuse_twins()
        super().clean()

    def _refuse_twins(self):
        seen = set()
        for form in self.kept_forms if self.distinct else ():
            value = getattr(form, "cleaned_data", {}).get(self.distinct)
            if value is not None and value in seen:
                form.add_error(self.distinct, self._twin_message())
            seen.add(value)

    def _twin_message(self):
        wanted = {self.fk.name, self.distinct}
        rules = self.model._meta.total_unique_constraints
        return next(rule.violation_error_message for rule in rules if set(rule.fields) == wanted)


def _with_more_rows(data, prefix):
    """What was sent, with empty rows added if its editor asked for some with the button of ``prefix``."""
    total = f"{prefix}-TOTAL_FORMS"
    if not data or data.get(MORE_ROWS) != prefix or not data.get(total, "").isdecimal():
        return data
    data = data.copy()
    data[total] = str(int(data[total]) + ADDED)
    return data
