"""Dates typed as people write them, with what was understood beside the field."""

from datetime import date

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..dates import partial_edtf
from ..reading_dates import UnreadableDate, When, read_day, read_period, read_when, understood, when_text

READERS = {"when": read_when, "period": read_period, "day": read_day}
HELP = _("As you write it: 20 March 2017, 20.03.2017, 2017年3月20日, 15–16 December 2016, March 2017, 2017.")


class WrittenDate(AdminTextInputWidget):
    """A line of text, and beside it the date understood; ``reads`` is a name in ``READERS``."""

    def __init__(self, reads, attrs=None):
        super().__init__({"size": "32", "autocomplete": "off", "class": "written-date", **(attrs or {})})
        self.reads = reads

    @property
    def media(self):
        return forms.Media(js=["js/admin-asking.js", "js/admin-dates.js"])

    def render(self, name, value, attrs=None, renderer=None):
        asks = {"data-reads": self.reads, "data-ask": reverse("admin:ask-date")}
        line = super().render(name, value, {**(attrs or {}), **asks}, renderer)
        told = format_html(
            '<output class="understood" for="{}">{}</output>', (attrs or {}).get("id", ""), told_of(value)
        )
        return line + told


class WrittenDateField(forms.Field):
    """A date as text; ``reads`` names its reader. Its value is what that reader gives: a ``When``, or a ``date``."""

    reads = "when"

    def __init__(self, *, widget=None, **kwargs):
        super().__init__(widget=WrittenDate(self.reads), **kwargs)

    def prepare_value(self, value):
        if isinstance(value, When):
            return when_text(value)
        return value.isoformat() if isinstance(value, date) else value

    def to_python(self, value):
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return READERS[self.reads](value)
        except UnreadableDate as fault:
            raise ValidationError(str(fault), code="unreadable_date") from fault

    def has_changed(self, initial, data):
        try:
            return self.to_python(initial or "") != self.to_python(data or "")
        except ValidationError:
            return True


class PeriodField(WrittenDateField):
    """One day, month or year."""

    reads = "period"


class DayField(WrittenDateField):
    """One whole day."""

    reads = "day"


def told_of(text):
    """What is understood of a text in a form, in words; "" where it is empty, or where an error says what is wrong."""
    try:
        return understood(read_when(text)) if text else ""
    except UnreadableDate:
        return ""


class WrittenPeriods:
    """A form in which a column and its precision are one written date; ``periods`` names the columns.

    The form's field has the name of the column; its precision is a column without a field.
    """

    periods = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.periods:
            if day := getattr(self.instance, name):
                self.initial[name] = read_period(partial_edtf(day, getattr(self.instance, _precision(name))))

    def clean(self):
        cleaned = super().clean()
        for name in self.periods:
            if name in cleaned:
                when = cleaned[name]
                cleaned[name] = when.start if when else None
                setattr(self.instance, _precision(name), when.precision if when else "day")
        return cleaned

    def _get_validation_exclusions(self):
        """Rules that speak of a precision are checked, though it has no field of its own."""
        return super()._get_validation_exclusions() - {_precision(name) for name in self.periods}


def _precision(name):
    return f"{name}_precision"
