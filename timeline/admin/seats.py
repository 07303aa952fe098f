"""Seats as typed: side and office proposed from the person's country and tenures where they are left empty."""

from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import Max
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..reading_dates import When
from .forms import RecordForm
from .formsets import RecordFormSet
from .offices_held import LANGUAGES, offices_held, side_of, to_propose

PROPOSED = gettext_lazy("Left empty: the office held on the day, as the tenures have it.")


class OfficeInput(AdminTextInputWidget):
    """A line for an office; ``offices`` are titles that it offers."""

    offices = ()

    def render(self, name, value, attrs=None, renderer=None):
        offered = f"{(attrs or {}).get('id', name)}-offices"
        asks = {"list": offered, "data-ask": reverse("admin:ask-offices")}
        line = super().render(name, value, {**(attrs or {}), **asks}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((title,) for title in self.offices))
        return line + format_html('<datalist id="{}">{}</datalist>', offered, options)


class SeatForm(RecordForm):
    """A participant at the meeting; seats follow each other as typed."""

    class Meta:
        widgets = {"capacity_en": OfficeInput}

    class Media:
        js = ("admin/js/jquery.init.js", "js/admin-asking.js", "js/admin-seats.js")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposed = []
        if "order" in self.fields:
            self.fields["order"].required = False
            self.fields["order"].help_text = gettext_lazy("Left empty: after those already there.")
            if not self.instance.pk:
                self.initial["order"] = None
        if "side" in self.fields:
            self.fields["side"].required = False
            self.fields["side"].help_text = gettext_lazy("Left empty: that of the person’s country.")
        if "capacity_en" in self.fields:
            self.fields["capacity_en"].required = False
            self.fields["capacity_en"].help_text = PROPOSED

    @property
    def lacks(self):
        """Whether its side or office was left empty, or only part of the office was typed."""
        typed = {"participant", "capacity_en"} & set(self.changed_data)
        return not self._has("side") or not self._has("capacity_en") or bool(typed and not self._is_told_in_all())

    def propose(self, held):
        """Fill what was left empty from the person's country and the offices ``held``, ``None`` if no day is known."""
        if not self._has("side"):
            self._propose_side()
        if self._has("capacity_en"):
            self._translate(held or [])
        elif held is None:
            self.add_error("capacity_en", _("No office can be proposed before the date is understood."))
        else:
            self._propose_office(held)

    def _propose_side(self):
        if side := side_of(self.cleaned_data["participant"]):
            self._fill("side", side)
            self.proposed.append(self.instance.get_side_display())
        else:
            self.add_error("side", _("This person’s country is neither side: choose one."))

    def _propose_office(self, held):
        if found := to_propose(held):
            self._fill_titles(found)
            return
        self.fields["capacity_en"].widget.offices = [other.office.title_en for other in held]
        offices = "; ".join(other.words for other in held)
        if len(held) > 1:
            text = _("Several offices were held then: %(offices)s. Write one.")
        elif held:
            text = _("Perhaps this office, but the tenure does not surely cover the day: %(offices)s. Write it.")
        else:
            text = _("No tenure of this person covers the day: write the office.")
        self.add_error("capacity_en", text % {"offices": offices})

    def _translate(self, held):
        """The other languages of an office that was typed in English, if it is one of those held."""
        same = [other for other in held if other.office.title_en == self.cleaned_data["capacity_en"].strip()]
        if same and not self._is_told_in_all():
            self._fill_titles(same[0])

    def _fill_titles(self, found):
        for language, title in found.titles.items():
            if title and not self._has(f"capacity_{language}"):
                self._fill(f"capacity_{language}", title)
        self.proposed.append(found.words)

    def _fill(self, name, value):
        self.cleaned_data[name] = value
        setattr(self.instance, name, value)

    def _has(self, name):
        return name not in self.fields or bool(self.cleaned_data.get(name)) or name in self.errors

    def _is_told_in_all(self):
        return all(self._has(f"capacity_{language}") for language in LANGUAGES)


class SeatFormSet(RecordFormSet):
    """Seats in their order; a new one without a place comes last, and what is left empty is proposed."""

    distinct = "participant"

    def clean(self):
        super().clean()
        kept = [form for form in self.kept_forms if getattr(form, "cleaned_data", {}).get("participant")]
        self._propose([form for form in kept if form.lacks])
        self._put_in_order(kept)

    def proposals(self):
        """What was proposed and taken, for each person: pairs of a name and a text."""
        return [
            (str(form.cleaned_data["participant"]), "; ".join(form.proposed)) for form in self.forms if form.proposed
        ]

    def _propose(self, forms):
        when = self._when()
        held = offices_held([form.cleaned_data["participant"] for form in forms], when) if forms and when else {}
        for form in forms:
            form.propose(held.get(form.cleaned_data["participant"].pk) if when else None)

    def _when(self):
        meeting = self.instance
        if meeting.start and meeting.end:
            return When(meeting.start, meeting.end, meeting.precision)
        return None

    def _put_in_order(self, kept):
        known = self.instance.pk and self.instance.attendances.aggregate(last=Max("order"))["last"]
        last = max([known or 0, *(form.cleaned_data.get("order") or 0 for form in kept)])
        for form in kept:
            if form.cleaned_data.get("order") is None:
                last += 1
                form.cleaned_data["order"] = form.instance.order = last
