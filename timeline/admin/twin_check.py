"""Asks, before a meeting is saved, whether it is recorded already; a reason lets it pass."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..dates import date_words
from ..models import Meeting, Precision
from ..twins import SAME_FORMAT, SAME_PEOPLE, SAME_SOURCE, Occasion, grounds
from .labels import screen_of
from .widgets import LineTextarea

SEATS = "attendances"  # the prefix of the rows in which participants are typed
TELLING = ("when", "format")  # fields that tell a meeting from others, beside who sat there


class TwinCheck(forms.ModelForm):
    """A form of a meeting that is refused once if the meeting may be recorded already; a reason lets it pass.

    The field ``twin_reason`` is hidden until it is needed.
    """

    twin_reason = forms.CharField(
        label=gettext_lazy("Why it is another meeting"),
        required=False,
        max_length=500,
        widget=forms.HiddenInput,
        help_text=gettext_lazy("Kept in the history. Only if none of these is the meeting that you enter."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.data.get(self.add_prefix("twin_reason")):
            self._ask()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("when") and self._is_told_otherwise():
            twins = self._new_twins()
            if twins and not cleaned.get("twin_reason", "").strip():
                self._ask()
                self.add_error("twin_reason", ValidationError(twin_words(twins), code="twin"))
        return cleaned

    def _ask(self):
        self.fields["twin_reason"].widget = LineTextarea(attrs={"rows": 2})

    def _is_told_otherwise(self):
        """Whether this is a new meeting, or its date, format or participants are no longer what they were."""
        return bool(
            self.instance._state.adding
            or set(TELLING) & set(self.changed_data)
            or self._seated() != self._seated_before()
        )

    def _new_twins(self):
        """Pairs of a meeting and the reasons for taking it for this one, without what held before."""
        twins = twins_of(self._occasion(), self.instance.pk)
        before = dict(twins_of(self._occasion_before(), self.instance.pk)) if self.instance.pk and twins else {}
        return [(twin, why) for twin, why in twins if not why <= before.get(twin, set())]

    def _occasion(self):
        cleaned = self.cleaned_data
        (start, end, precision), kind = cleaned["when"], cleaned.get("format")
        sources = frozenset(source.pk for source in cleaned.get("sources") or ())
        return Occasion(start, end, kind and kind.pk, self._seated(), sources, precision == Precision.DAY)

    def _occasion_before(self):
        known = Meeting.objects.get(pk=self.instance.pk)
        sources = frozenset(known.sources.values_list("pk", flat=True))
        return _occasion_of(known, self._seated_before(), sources)

    def _seated_before(self):
        seats = self.instance.attendances.values_list("participant", flat=True) if self.instance.pk else ()
        return frozenset(seats)

    def _seated(self):
        """The numbers of those whom the rows of the same screen name: Django checks a form before its rows."""
        if f"{SEATS}-TOTAL_FORMS" not in self.data:
            return self._seated_before()
        total = self.data[f"{SEATS}-TOTAL_FORMS"]
        rows = [f"{SEATS}-{at}" for at in range(min(int(total), 1000) if total.isdecimal() else 0)]
        named = (self.data.get(f"{row}-participant") for row in rows if not self.data.get(f"{row}-DELETE"))
        return frozenset(int(key) for key in named if key and key.isdecimal())


def twins_of(occasion, besides=None):
    """The meetings that an ``Occasion`` of numbers may be, oldest first, each with the reasons: a list of pairs.

    ``besides``: the number of a meeting that is none.
    """
    near = Meeting.objects.twins_of(occasion).exclude(pk=besides).oldest_first()
    return [(twin, grounds(occasion, _recorded(twin))) for twin in near.prefetch_related("attendances", "sources")]


def _recorded(meeting):
    people = frozenset(seat.participant_id for seat in meeting.attendances.all())
    sources = frozenset(source.pk for source in meeting.sources.all())
    return _occasion_of(meeting, people, sources)


def _occasion_of(meeting, people, sources):
    to_the_day = meeting.precision == Precision.DAY
    return Occasion(meeting.start, meeting.end, meeting.format_id, people, sources, to_the_day)


def twin_words(twins):
    """The warning: each twin as a link to its screen, with its date, its state and why it is named."""
    link = '<a href="{}" target="_blank" rel="noopener">{}</a>: {}'
    items = [format_html(link, screen_of(twin), twin, reasons(twin, why)) for twin, why in twins]
    return format_html(
        "{}<ul>{}</ul>{}",
        _("Nothing is saved yet: this may be recorded already."),
        format_html_join("", "<li>{}</li>", ((item,) for item in items)),
        _("If it is another meeting, say below why, and save again."),
    )


def reasons(twin, why):
    """In words, what makes ``twin`` the same: its date and state, and each of the ``grounds``."""
    told = {SAME_FORMAT: _("same format"), SAME_PEOPLE: _("same participants"), SAME_SOURCE: _("same source")}
    grounds_told = [told[ground] for ground in (SAME_FORMAT, SAME_PEOPLE, SAME_SOURCE) if ground in why]
    return " · ".join([date_words(twin.start, twin.end, twin.precision), twin.get_state_display(), *grounds_told])
