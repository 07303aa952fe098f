"""The date of a meeting: one line of the form, three columns of the record."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from ..dates import edtf
from ..reading_dates import When
from .date_fields import HELP, WrittenDateField

COLUMNS = ("start", "end", "precision")


class DatedForm(forms.ModelForm):
    """A form whose field ``when`` (a ``When``) stands for first day, last day and precision."""

    when = WrittenDateField(
        label=_("Date"),
        help_text=format_lazy("{} {}", HELP, _("Local date at the venue.")),
        error_messages={"required": _("When was it? A month or a year will do.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.start and self.instance.end:
            self.initial["when"] = When(*(getattr(self.instance, column) for column in COLUMNS))

    def clean(self):
        cleaned = super().clean()
        if when := cleaned.get("when"):
            for column, value in zip(COLUMNS, when, strict=True):
                setattr(self.instance, column, value)
        return cleaned


def meeting_key(when, kind):
    """The key that a date (``When``) and a format propose, such as 2017-03-20-two-plus-two; "" if one is missing."""
    return f"{edtf(when.start, when.start, when.precision)}-{kind.key}" if when and kind else ""
