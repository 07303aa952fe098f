"""iCalendar (RFC 5545, with the properties of RFC 7986 and the relations of RFC 9253): one event a meeting.

Stamps come from the last change of the content, never from the clock, so that a calendar which asks again gets the
same bytes. A meeting known to the month or year spans the whole of it; no day is invented.
"""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from icalendar import Calendar, Event, vDuration, vGeo, vText, vUri

from . import wording
from .read import links_of, sources_of
from .text import without_controls

PRODUCT = "-//Russia-Japan Meetings//Timeline//EN"
REFRESH = timedelta(days=7)
STATUS = {"held": "CONFIRMED", "planned": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
SEQUENCE_BEGINS = datetime(2020, 1, 1, tzinfo=UTC)
ON_THE_LATER = {  # how a meeting hangs on the one that led to it
    "agreed_at": "DEPENDS-ON",
    "prepared_by": "DEPENDS-ON",
    "follow_up_of": "DEPENDS-ON",
    "postponed_from": "DEPENDS-ON",
    "same_visit": "SIBLING",
    "follows": "SIBLING",
}
ON_THE_EARLIER = {"resumed": "NEXT"}  # the format met again there


def render(export):
    """The meetings of ``export`` as a calendar, chunk by chunk."""
    empty = _calendar(export).to_ical().decode()
    closing = empty.index("END:VCALENDAR")
    yield empty[:closing]
    for chunk in export.chunks():
        sources, links = sources_of(chunk), links_of(chunk)
        events = (_event(export, meeting, sources[meeting.key], links[meeting.key]) for meeting in chunk)
        yield "".join(event.to_ical().decode() for event in events)
    yield empty[closing:]


def _calendar(export):
    calendar = Calendar()
    name = vText(_text(export.one.title if export.one else export.titled(settings.SITE_NAME)))
    properties = {"prodid": PRODUCT, "version": "2.0", "calscale": "GREGORIAN", "name": name, "x-wr-calname": name}
    for property_name, value in properties.items():
        calendar.add(property_name, value)
    calendar.add("source", vUri(export.address))
    calendar.add("url", vUri(export.page))
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("last-modified", export.version.moved_at)
    return calendar


def _event(export, meeting, sources, links):
    event = Event()
    event.add("uid", _uid(export, meeting.key))
    _add_stamps(event, meeting)
    event.add("dtstart", meeting.start)
    event.add("dtend", meeting.end + timedelta(days=1))
    event.add("x-edtf", vText(meeting.edtf))
    event.add("summary", _text(wording.headline(meeting)))
    event.add("description", _text("\n".join(_description(export, meeting, sources))))
    event.add("url", vUri(export.addresses.page("meetings", meeting.key)))
    event.add("categories", [_text(str(one)) for one in (meeting.format, *meeting.issues)])
    event.add("status", STATUS[meeting.status])
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    _add_place(event, meeting)
    for relation, key in _relations(meeting.key, links):
        event.add("related-to", _uid(export, key), parameters={"RELTYPE": relation})
    return event


def _uid(export, key):
    return f"{key}@{export.host}"


def _add_stamps(event, meeting):
    changed = meeting.content_updated_at
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", max(0, int((changed - SEQUENCE_BEGINS).total_seconds())))


def _add_place(event, meeting):
    if place := wording.where(meeting):
        event.add("location", _text(place))
        event.add("geo", vGeo((float(meeting.place.latitude), float(meeting.place.longitude))))


def _relations(key, links):
    for earlier, later, kind in links:
        relation = ON_THE_LATER.get(kind) if later == key else ON_THE_EARLIER.get(kind)
        if relation:
            yield relation, earlier if later == key else later


def _description(export, meeting, sources):
    yield wording.when(meeting)
    yield from wording.delegations(meeting)
    yield wording.issues(meeting)
    yield str(meeting.summary)
    yield from (wording.source_line(source) for source in sources)
    yield export.permanent("meetings", meeting.key)


def _text(words):
    return without_controls(str(words))
