"""A meeting as typed: dates completed, the key proposed, once published never a draft again."""

from calendar import monthrange

from django.utils.translation import gettext_lazy as _

from ..models import Meeting, MeetingLink, Precision
from .forms import KeyedForm, RecordForm

SEEN = (Meeting.State.PUBLISHED, Meeting.State.WITHDRAWN)


class MeetingForm(KeyedForm):
    """The facts of a meeting."""

    blamed = {"venue_needs_a_place": "place"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "end" in self.fields:
            self.fields["end"].required = False
            self.fields["end"].help_text = _("Left empty: the first day, or the last of its month or year.")
        if "state" in self.fields and self.instance.pk and self.instance.state in SEEN:
            self._keep_in_the_open()

    def _keep_in_the_open(self):
        field = self.fields["state"]
        field.choices = [(state.value, state.label) for state in SEEN]
        field.help_text = _("What was published is withdrawn, not deleted: its address then says so.")

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("end") and "end" not in self.errors and cleaned.get("start"):
            cleaned["end"] = last_day(cleaned["start"], cleaned.get("precision"))
        return cleaned

    def proposed_key(self):
        """The date, as far as it is known, and the format."""
        start, kind = self.cleaned_data.get("start"), self.cleaned_data.get("format")
        if not (start and kind):
            return ""
        known = {Precision.MONTH: 7, Precision.YEAR: 4}.get(self.cleaned_data.get("precision"), 10)
        return f"{start.isoformat()[:known]}-{kind.key}"


def last_day(start, precision):
    """The last day of the month or year that begins with ``start``; ``start`` itself if the day is known."""
    if precision == Precision.MONTH:
        return start.replace(day=monthrange(start.year, start.month)[1])
    if precision == Precision.YEAR:
        return start.replace(month=12, day=31)
    return start


class SeatForm(RecordForm):
    """A participant at the meeting; seats follow each other as typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "order" in self.fields:
            self.fields["order"].required = False
            self.fields["order"].help_text = _("Left empty: after those already there.")
            if not self.instance.pk:
                self.initial["order"] = None


class LinkForm(RecordForm):
    """What led to this meeting: never forward in time."""

    class Meta:
        model = MeetingLink
        fields = "__all__"

    def clean(self):
        cleaned = super().clean()
        earlier = cleaned.get("earlier")
        later = cleaned.get("later") or (self.instance.later if self.instance.later_id else None)
        if earlier and later and later.start and earlier.start > later.start:
            self.add_error("earlier", _("This meeting was later: enter the link on its own screen."))
        return cleaned
