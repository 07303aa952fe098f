"""What an editor says to a merge: what is taken over, what stays where only one can, and why."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..merging.fields import Fate
from ..references import fields_naming
from .fields import ChosenField
from .merge_words import DECISIONS, FATES, field_name, label, seat_words, value_words
from .widgets import Chooser


class OtherForm(forms.Form):
    """The other of two records that are one."""

    def __init__(self, *args, stays, site, **kwargs):
        super().__init__(*args, **kwargs)
        self.stays = stays
        leading_here = fields_naming(type(stays))[0]
        self.fields["goes"] = ChosenField(
            queryset=type(stays).objects.all(),
            widget=Chooser(leading_here, site),
            label=_("The other record"),
            help_text=_("Found by a few letters, in any script."),
        )

    def clean_goes(self):
        goes = self.cleaned_data["goes"]
        if goes == self.stays:
            raise ValidationError(_("This is the record itself: choose another."))
        return goes


class MergeForm(forms.Form):
    """The decisions that a plan asks for."""

    seen = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why both are one"),
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=_("Kept with the merge; readers do not see it."),
        error_messages={"required": _("Say why both are one.")},
    )

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs, initial={"seen": plan.digest})
        self.plan = plan
        for one in plan.fields:
            if one.fate == Fate.FILLED:
                self.fields[f"take-{one.name}"] = forms.BooleanField(required=False, initial=True)
        for one in plan.conflicts:
            words = DECISIONS[one.name.partition("-")[0]]
            self.fields[one.name] = forms.ChoiceField(
                label=label(one.goes),
                choices=[(option, words[option]) for option in one.options],
                widget=forms.RadioSelect,
                error_messages={"required": _("Decide which of the two stays.")},
            )

    @property
    def taken(self):
        """The names of the empty fields that are to be filled."""
        return [name.removeprefix("take-") for name, said in self.cleaned_data.items() if name[:5] == "take-" and said]

    @property
    def decisions(self):
        """What was decided, by the names of the conflicts."""
        return {one.name: self.cleaned_data[one.name] for one in self.plan.conflicts}

    def field_rows(self):
        """Each differing field: its name, both values, and what becomes of the one that goes, in words or as a box."""
        stay, gone = self.plan.stay, self.plan.gone
        for one in self.plan.fields:
            yield {
                "name": field_name(type(stay), one.name),
                "stays": value_words(stay, one.name),
                "goes": value_words(gone, one.name),
                "fate": FATES.get(one.fate),
                "box": self[f"take-{one.name}"] if one.fate == Fate.FILLED else None,
            }

    def conflict_rows(self):
        """Each conflict with both rows in words, and its field."""
        for one in self.plan.conflicts:
            words = seat_words if one.name.startswith("seat") else label
            yield {
                "title": label(one.goes) if words is seat_words else str(one.goes.office),
                "stays": [words(row) for row in one.stays],
                "goes": words(one.goes),
                "field": self[one.name],
            }
