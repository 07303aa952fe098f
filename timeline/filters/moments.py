"""Moments in a query string: since when something changed, by the clock or by a place in the sequence of changes."""

from datetime import UTC, datetime, time

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext_lazy as _

from .faults import FaultyValue
from .questions import Question
from .strict import StrictFilterSet

LAST_CURSOR = 2**63 - 1
NOT_A_MOMENT = _("A day or a moment is wanted: 2026-11-20 or 2026-11-20T12:00:00Z.")


class MomentField(forms.CharField):
    """A day or an RFC 3339 moment; cleans to a moment with its zone, midnight and UTC where none is given."""

    def to_python(self, value):
        text = super().to_python(value)
        return self.understood(text) if text else None

    def understood(self, text):
        """The moment that ``text`` names; raises ``FaultyValue``."""
        try:  # in a query string, the plus of +09:00 comes as a space
            moment = parse_datetime(text.replace(" ", "+") if "T" in text else text)
            day = None if moment else parse_date(text)
        except ValueError:
            moment = day = None
        if day:
            moment = datetime.combine(day, time())
        if moment is None:
            raise FaultyValue(NOT_A_MOMENT, "invalid_date", text)
        return self.in_utc(moment, text)

    def in_utc(self, moment, text):
        """The moment in UTC, which some at the ends of the calendar have none of; raises ``FaultyValue``."""
        try:
            return moment.astimezone(UTC) if timezone.is_aware(moment) else moment.replace(tzinfo=UTC)
        except OverflowError:
            raise FaultyValue(NOT_A_MOMENT, "invalid_date", text) from None


class SinceField(MomentField):
    """A moment, or the cursor of a change; cleans to a moment or a whole number."""

    def understood(self, text):
        if not (text.isascii() and text.isdigit()):
            return super().understood(text)
        if len(text) > len(str(LAST_CURSOR)) or int(text) > LAST_CURSOR:
            raise FaultyValue(_("There is no such cursor."), "invalid", text)
        return int(text)


class Moment(Question):
    """Since a moment."""

    field_class = MomentField


class Since(Question):
    """Since a moment or a place in the sequence of changes."""

    field_class = SinceField


class UpdatedFilterSet(StrictFilterSet):
    """Chooses what changed lately."""

    updated_since = Moment(
        "changed_since",
        label=_("Changed since"),
        help_text=_("What readers saw change since that day or moment (UTC unless told): 2026-11-20T12:00:00Z."),
    )
