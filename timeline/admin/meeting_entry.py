"""What entering a meeting tells its editor: what was proposed for the seats, and why a twin is another meeting."""

from django.contrib import admin, messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..dates import date_words
from .seats import SeatFormSet


class MeetingEntry:
    """A screen on which meetings are entered; combine with a model admin whose first fieldset has ``when``."""

    def get_fieldsets(self, request, obj=None):
        """Under the date, the question that ``TwinCheck`` asks whoever may answer it."""
        (name, options), *others = super().get_fieldsets(request, obj)
        may = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        if not may:
            return [(name, options), *others]
        fields = list(options["fields"])
        fields.insert(fields.index("when") + 1, "twin_reason")
        return [(name, options | {"fields": fields}), *others]

    @admin.display(description=gettext_lazy("Date"))
    def when(self, obj):
        """The date, for those who may only look."""
        return date_words(obj.start, obj.end, obj.precision)

    def construct_change_message(self, request, form, formsets, add=False):
        """What the log says, with the reason for taking a twin for another meeting."""
        message = super().construct_change_message(request, form, formsets, add)
        reason = form.cleaned_data.get("twin_reason")
        if not reason:
            return message
        kept = _("Added.") if add else _("Changed.")
        return f"{kept} {form.fields['twin_reason'].label}: {reason}"

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        for person, proposed in formset.proposals() if isinstance(formset, SeatFormSet) else ():
            words = {"person": person, "proposed": proposed}
            messages.info(request, _("Left empty, and proposed: %(person)s: %(proposed)s") % words)
