"""How files word a meeting, in the active language."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..arrangement import sides
from ..countries import country_name
from ..models import Meeting, Statement
from ..punctuation import in_brackets, labelled, listed


def delegation(meeting, side):
    """Who sat at the table for ``side``, with the office that day; "" if nobody is recorded."""
    seats = [_seat(seat) for seat in meeting.seats_of(side)]
    return labelled(Statement.Side(side).label, listed(seats)) if seats else ""


def _seat(seat):
    return f"{seat.participant}{in_brackets(seat.capacity)}" if str(seat.capacity) else str(seat.participant)


def delegations(meeting):
    """Both delegations, the reader's order of sides; a side of which nobody is recorded is left out."""
    return [line for line in (delegation(meeting, side) for side in sides()) if line]


def became(meeting):
    """What became of a meeting that was not simply held, as a list of one word; else empty."""
    return [] if meeting.status == Meeting.Status.HELD else [Meeting.Status(meeting.status).label]


def when(meeting):
    """The date, and what became of a meeting that was not held then: "June 2014 (cancelled)"."""
    return meeting.date_words + "".join(in_brackets(word) for word in became(meeting))


def where(meeting):
    """Venue, place and country; "" where no city is known."""
    if not meeting.place:
        return ""
    country = country_name(meeting.place.country) if meeting.place.country else ""
    return listed(part for part in (meeting.venue, meeting.place, country) if part)


def issues(meeting):
    """What was talked about, in one line; "" if nothing is recorded."""
    return listed(meeting.issues)


def caveat(meeting):
    """What a reader must know who sees only the title: that no day is known; "" if it is."""
    return {"month": _("[month only]"), "year": _("[year only]")}.get(meeting.precision, "")


def headline(meeting):
    """The title, after its caveat."""
    return f"{caveat(meeting)} {meeting.title}".strip()


def source_line(source):
    """A source in one line: publisher, title, address or document."""
    stop = pgettext("between two sentences", ". ")
    return f"{labelled(source.publisher, source.title)}{stop}{source.url or source.document}"
