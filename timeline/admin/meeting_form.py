"""A meeting as typed: one date, the key proposed, meetings that it may be named; and links between meetings."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..models import MeetingLink
from .desk_form import DeskForm
from .forms import KeyedForm, RecordForm
from .meeting_date import DatedForm, meeting_key
from .twin_check import TwinCheck


class MeetingForm(TwinCheck, DatedForm, DeskForm, KeyedForm):
    """The facts of a meeting."""

    blamed = {"venue_needs_a_place": "place", "place_or_reason_for_none": "no_place"}

    class Media:
        js = ("admin/js/jquery.init.js", "js/admin-asking.js", "js/admin-meeting.js")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        asks = {"data-ask-meeting": reverse("admin:ask-meeting"), "data-meeting": self.instance.pk or ""}
        self.fields["when"].widget.attrs |= asks

    def proposed_key(self):
        """The date, as far as it is known, and the format."""
        return meeting_key(self.cleaned_data.get("when"), self.cleaned_data.get("format"))


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
