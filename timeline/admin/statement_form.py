"""Statements as rows of a meeting, and the rules between them."""

from django import forms
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from ..models import Statement
from .date_fields import DayField
from .forms import RecordForm
from .formsets import RecordFormSet

STANDS_ALONE = "other"  # the issue under which stands what the agenda does not name


class StatementForm(RecordForm):
    """One claim; the claim that it answers is named by its number, so that both may be typed on one screen."""

    in_reply_to = forms.IntegerField(
        label=_("In reply to #"),
        min_value=1,
        required=False,
        help_text=_("The number of the earlier claim of another side that it answers, at this meeting."),
        widget=forms.NumberInput(attrs={"class": "vIntegerField"}),
    )

    blamed = {"statement_has_one_voice": "attributed_to", "only_joint_statements_lack_a_voice": "speaker"}

    class Meta:
        exclude = ("in_reply_to",)
        field_classes = {"said_on": DayField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.answered = self.instance.in_reply_to
        self.initial["in_reply_to"] = self.answered and self.answered.number
        self._word_fields()

    def _word_fields(self):
        for name, text in (
            ("issues", _("A statement stands under at least one issue.")),
            ("sources", _("A statement needs at least one source.")),
        ):
            if name in self.fields:
                self.fields[name].error_messages["required"] = text
        if number := self.fields.get("number"):
            number.required = False
            number.disabled = bool(self.instance.pk)

    def has_changed(self):
        """A new row with nothing but its proposed number is empty."""
        proposed = set() if self.instance.pk else {"number"}
        return bool(set(self.changed_data) - proposed)

    def clean(self):
        cleaned = super().clean()
        if "in_reply_to" in self.changed_data:
            self.instance.in_reply_to = None  # the model would check the old one; see ``settle_reply``
        self._check_voice(cleaned)
        return cleaned

    def _check_voice(self, cleaned):
        name = "speaker" if cleaned.get("speaker") else "attributed_to"
        voice, side = cleaned.get(name), cleaned.get("side")
        if voice and side in (Statement.Side.RUSSIA, Statement.Side.JAPAN) and voice.country != side:
            self.add_error(name, _("Who speaks for a side belongs to it: choose the side “observer” for others."))

    def save(self, commit=True):
        """What is typed here is published by a later step: search need not ask for each claim whether it finds it."""
        statement = super().save(commit=False)
        if commit:
            statement.save_base(raw=True)
            self._save_m2m()
        return statement

    def check_reply(self, sides):
        """Tell whether the claim answered is there, earlier, and another side's; ``sides``: by statement number."""
        answered, number = self.cleaned_data.get("in_reply_to"), self.cleaned_data.get("number")
        if answered is None or number is None:
            return
        if answered not in sides:
            self.add_error("in_reply_to", _("This meeting has no statement #%(number)d.") % {"number": answered})
        elif answered >= number:
            self.add_error("in_reply_to", _("A reply has a higher number than the claim that it answers."))
        elif sides[answered] == self.cleaned_data.get("side"):
            self.add_error("in_reply_to", _("A reply answers a claim of another side."))

    def settle_reply(self, by_number):
        """Save which claim this one answers, once all have been saved."""
        if "in_reply_to" in self.changed_data:
            self.instance.in_reply_to = by_number.get(self.cleaned_data["in_reply_to"])
            self.instance.save_base(raw=True, update_fields=["in_reply_to"])


class StatementFormSet(RecordFormSet):
    """The statements of a meeting: each numbered once, replies after what they answer."""

    distinct = "number"

    def clean(self):
        self._number_new_ones()
        super().clean()
        kept = [form for form in self.kept_forms if hasattr(form, "cleaned_data")]
        sides = {form.cleaned_data.get("number"): form.cleaned_data.get("side") for form in kept}
        for form in kept:
            form.check_reply(sides)

    def _number_new_ones(self):
        numbers = [form.cleaned_data.get("number") or 0 for form in self.forms if hasattr(form, "cleaned_data")]
        last = max([self._last_number(), *numbers])
        for form in self.kept_forms:
            if form.is_valid() and not form.cleaned_data.get("number"):
                last += 1
                form.cleaned_data["number"] = form.instance.number = last

    def _last_number(self):
        known = self.instance.pk and self.instance.statements.aggregate(last=Max("number"))["last"]
        return known or 0

    def save(self, commit=True):
        saved = super().save(commit=commit)
        if commit:
            by_number = {form.instance.number: form.instance for form in self.kept_forms}
            for form in self.kept_forms:
                form.settle_reply(by_number)
        return saved


def complete_meeting(meeting, statements):
    """Add what the statements rest on to their meeting, at the end of its lists.

    Returns how many sources and how many issues were added. Issues without a name of their own stay out.
    """
    sources = _missing(meeting.sources, (source for said in statements for source in said.sources.all()))
    issues = _missing(meeting.issues, (issue for said in statements for issue in said.issues.all()))
    issues = [issue for issue in issues if issue.key != STANDS_ALONE]
    meeting.sources.add(*sources)
    meeting.issues.add(*issues)
    return len(sources), len(issues)


def _missing(listed, wanted):
    present = set(listed.all())
    return [record for record in dict.fromkeys(wanted) if record not in present]
