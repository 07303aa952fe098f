"""A merge in an editor's words: rows by what they are, fields by their names and values."""

from django.contrib.admin.utils import display_for_field
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from ..dates import edtf, partial_words
from ..merging.conflicts import BOTH, GOES, STAYS
from ..merging.fields import Fate
from ..models import Attendance, MeetingLink, Organisation, Place, Statement, Tenure
from ..punctuation import labelled, listed
from .base import in_three
from .labels import label

FATES = {
    Fate.ALIAS: gettext_lazy("becomes another spelling"),
    Fate.JOINED: gettext_lazy("is added to the list"),
    Fate.GIVEN_UP: gettext_lazy("is given up; the merge remembers it"),
}
DECISIONS = {
    "seat": {
        STAYS: gettext_lazy("Keep the seat of the record that stays"),
        GOES: gettext_lazy("Keep the seat of the record that goes"),
    },
    "term": {
        STAYS: gettext_lazy("Keep the term of the record that stays"),
        GOES: gettext_lazy("Keep the term of the record that goes"),
        BOTH: gettext_lazy("Keep both: these are two terms"),
    },
}


@label.register
def _seat(record: Attendance):
    return _at(record.meeting)


@label.register
def _statement(record: Statement):
    claim = Truncator(record.text).words(14)
    return labelled(f"{_at(record.meeting)} #{record.number}", claim)


@label.register
def _term(record: Tenure):
    return listed([record.office, _period(record)])


@label.register
def _link(record: MeetingLink):
    return f"{_at(record.earlier)} → {_at(record.later)}"


@label.register(Organisation)
@label.register(Place)
def _named(record):
    return f"{record.name_en} · {record.name_ru} · {record.name_ja}"


def _at(meeting):
    return f"{edtf(meeting.start, meeting.end, meeting.precision)} · {meeting.title}"


def _period(term):
    start = partial_words(term.start, term.start_precision) if term.start else _("start not known")
    end = partial_words(term.end, term.end_precision) if term.end else _("end not recorded")
    return pgettext("between two dates", " – ").join([start, end])


def seat_words(seat):
    """How somebody sat at a meeting: in which office, for which side, at which place in the delegation."""
    lead = [_("leads")] if seat.lead else []
    return listed([seat.capacity, seat.get_side_display(), *lead])


def value_words(record, name):
    """The value of a field as editors read it."""
    value = getattr(record, name)
    if isinstance(value, list):
        return listed(value)
    return display_for_field(value, record._meta.get_field(name), "–")


def field_name(model, name):
    """The name of a field, with its language where it has one."""
    known = str(model._meta.get_field(name).verbose_name)
    return f"{known} [{name[-2:]}]" if name in in_three("name", "title") else known
