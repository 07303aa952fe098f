"""The form of a meeting on its way: drafts may have holes, what readers see may not, and says why it changed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..editing.completeness import NEEDED, NO_PLACE
from ..models import Meeting

BROKEN = _("Not saved: the change that waits cannot be opened, as is said above. What you typed stays here.")


class DeskForm(forms.ModelForm):
    """Asks of a draft only what it takes to save it; ``publishing`` and of what is public, all that readers need.

    ``broken`` says that the change which waits cannot be put together; the form is then shown again, as it was typed.
    """

    publishing = False
    broken = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.whole = self.publishing or self.instance.state == Meeting.State.PUBLISHED
        for name, words in NEEDED.items():
            if name in self.fields and name != "title_en":
                self.fields[name].required = self.whole
                self.fields[name].error_messages["required"] = words

    def clean(self):
        cleaned = super().clean()
        if self.whole and "no_place" in self.fields and not (cleaned.get("place") or cleaned.get("no_place")):
            self.add_error("no_place", NO_PLACE)
        if self.broken:
            self.add_error(None, BROKEN)
        return cleaned
