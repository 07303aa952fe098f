"""What programs of other makers read out of our answers, beside the readers that the other tests use."""

import json

import extruct
import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from rdflib import Graph
from rdflib.compare import to_isomorphic

from .reading import body, get
from .test_linked_data import OFFLINE

pytestmark = pytest.mark.django_db

MEETING = "2017-03-20-two-plus-two"
SITE = "http://testserver"


@pytest.mark.parametrize("language", ["ru", "ja"])
def test_two_readers_of_calendars_agree_on_every_event(client, record, language):
    text = get(client, "ics", f"lang={language}")
    one = {
        (
            *(str(event[name]) for name in ("UID", "SUMMARY", "DESCRIPTION", "URL", "STATUS")),
            str(event.get("LOCATION", "")),
            *(event.decoded(name) for name in ("DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE")),
            tuple(map(str, event["CATEGORIES"].cats)),
            (event["GEO"].latitude, event["GEO"].longitude) if "GEO" in event else None,
        )
        for event in Calendar.from_ical(text).events
    }
    other = {
        (
            *(event.uid, event.summary, event.description, event.url, event.status.value),
            event.location or "",
            *(event.dtstart, event.dtend, event.dtstamp, event.last_modified, event.sequence),
            tuple(event.categories),
            (event.geo.lat, event.geo.lng) if event.geo else None,
        )
        for event in IcsCalendarStream.calendar_from_ics(text).events
    }

    assert len(one) == 8
    assert one == other


@pytest.mark.parametrize("prefix", ["", "/ru", "/ja"])
def test_a_meetings_page_holds_the_event_of_its_file_for_search_engines(client, record, prefix):
    page = body(client.get(f"{prefix}/meetings/{MEETING}/"))
    found = extruct.extract(
        page, f"{SITE}{prefix}/meetings/{MEETING}/", syntaxes=["json-ld", "opengraph", "dublincore"]
    )
    in_file = json.loads(body(client.get("/meetings.jsonld?format=two-plus-two")))["itemListElement"][0]["item"]

    event, way = found["json-ld"]
    assert graph(event) == graph(in_file)
    assert way["@type"] == "BreadcrumbList"
    assert dict(found["opengraph"][0]["properties"])["og:url"] == f"{SITE}{prefix}/meetings/{MEETING}/"
    assert "2017-03-20" in [one["content"] for one in found["dublincore"][0]["elements"]]


def graph(thing):
    """A thing in the words of schema.org as a graph, to be compared as such."""
    document = {"@context": OFFLINE} | {name: value for name, value in thing.items() if name != "@context"}
    return to_isomorphic(Graph().parse(data=json.dumps(document), format="json-ld"))
