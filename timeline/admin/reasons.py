"""What is asked on every screen: why something was changed, and how to go on if somebody else changed it too."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .widgets import LineTextarea

OVERTAKEN = _("Somebody else changed this while you did. Nothing you typed is lost: choose above how to go on.")


class ReasonedForm(forms.ModelForm):
    """A form with a reason; ``readers_see_it`` makes it needed for whatever was changed.

    ``notice`` says that somebody else changed the record meanwhile; the form is then shown again, as it was typed.
    """

    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=1000,
        widget=LineTextarea(attrs={"rows": 2}),
        help_text=_("What is changed and why, for the history. Needed where readers see the change."),
        error_messages={"required": _("Readers see this record: say what you change and why.")},
    )

    readers_see_it = False
    notice = None

    def rows_changed(self):
        """Whether rows of the same screen were changed; the screen says how to find out."""
        return False

    def full_clean(self):
        super().full_clean()
        if self.is_bound and self._lacks_reason():
            self.add_error("reason", self.fields["reason"].error_messages["required"])
        if self.notice and not self.errors:
            self.add_error(None, OVERTAKEN)

    def _lacks_reason(self):
        if not self.readers_see_it or "reason" in self.errors or self.cleaned_data.get("reason"):
            return False
        return self.has_changed() or self.rows_changed()

    @cached_property
    def changed_data(self):
        """A reason alone changes nothing."""
        return [name for name in super().changed_data if name != "reason"]
