"""JSON-LD as rdflib reads it, in the words of schema.org; GeoJSON; TimelineJS."""

import json

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from .reading import body, get

pytestmark = pytest.mark.django_db

SCHEMA = Namespace("https://schema.org/")
ADDRESSES = ["eventStatus", "eventAttendanceMode", "url", "archivedAt", "inDefinedTermSet"]
OFFLINE = {"@vocab": str(SCHEMA)} | {name: {"@type": "@id"} for name in ADDRESSES}
THING = {"name", "description", "url", "identifier", "subjectOf", "mainEntityOfPage"}
KNOWN = {  # the properties that https://schema.org/ gives each type, as far as they are used
    "ItemList": THING | {"numberOfItems", "itemListElement"},
    "ListItem": THING | {"position", "item"},
    "Event": THING
    | {"startDate", "endDate", "duration", "eventStatus", "eventAttendanceMode", "location", "attendee", "about"}
    | {"superEvent"},
    "Claim": THING | {"text", "genre", "author", "dateCreated", "about", "appearance", "isPartOf"},
    "WebPage": THING | {"publisher", "datePublished", "inLanguage", "archivedAt", "temporalCoverage"},
    "CreativeWork": THING | {"publisher", "datePublished", "inLanguage", "archivedAt", "temporalCoverage"},
    "Place": THING | {"address", "geo", "containedInPlace"},
    "PostalAddress": {"addressLocality", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Role": THING | {"roleName", "attendee"},
    "Person": THING,
    "Organization": THING,
    "DefinedTerm": THING | {"termCode", "inDefinedTermSet"},
}
MEETING = URIRef("http://testserver/meetings/2017-03-20-two-plus-two/")


def graph(client, address):
    document = json.loads(body(client.get(address)))
    assert document.pop("@context") == "https://schema.org"
    return Graph().parse(data=json.dumps({"@context": OFFLINE} | document), format="json-ld")


@pytest.mark.parametrize(
    "address", ["/meetings.jsonld", "/statements.jsonld", "/meetings/2017-03-20-two-plus-two.jsonld"]
)
def test_every_property_is_one_that_schema_org_gives_the_type(client, record, address):
    found = graph(client, address)
    types = {subject: str(kind).removeprefix(str(SCHEMA)) for subject, kind in found.subject_objects(RDF.type)}

    assert types
    for subject, predicate, _value in found:
        if predicate != RDF.type:
            assert str(predicate).removeprefix(str(SCHEMA)) in KNOWN[types[subject]], (types[subject], predicate)


def test_a_meeting_is_an_event_with_its_names_in_every_language(client, record):
    found = graph(client, "/meetings.jsonld")

    assert (MEETING, RDF.type, SCHEMA.Event) in found
    assert {name.language for name in found.objects(MEETING, SCHEMA.name)} == {"en", "ru", "ja"}
    assert found.value(MEETING, SCHEMA.eventStatus) == SCHEMA.EventScheduled
    assert found.value(MEETING, SCHEMA.duration) == Literal("PT1H35M")


def test_a_partial_date_is_reduced_and_whole_on_the_page_about_it(client, record):
    meetings = {one["item"]["identifier"]: one["item"] for one in json.loads(get(client, "jsonld"))["itemListElement"]}
    one = meetings["2014-09-visit"]

    assert (one["startDate"], one["endDate"]) == ("2014-09", "2014-11")
    assert one["mainEntityOfPage"]["temporalCoverage"] == "2014-09/2014-11"
    assert one["eventStatus"] == "https://schema.org/EventCancelled"
    assert meetings["2016-plan"]["startDate"] == "2016"
    assert meetings["2014-03-visit"]["eventStatus"] == "https://schema.org/EventPostponed"
    assert meetings["2013-12-31-call"]["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"


def test_one_meeting_carries_its_statements_as_claims_with_what_they_appear_in(client, record):
    found = graph(client, "/meetings/2017-03-20-two-plus-two.jsonld")
    claim, joint = (URIRef(f"{MEETING}#s{number}") for number in (1, 2))

    assert {(MEETING, SCHEMA.subjectOf, claim), (claim, RDF.type, SCHEMA.Claim)} <= set(found)
    assert found.value(claim, SCHEMA.author) == URIRef("http://testserver/participants/fumio-kishida/")
    assert len(list(found.objects(joint, SCHEMA.author))) == 2
    assert URIRef("https://example.org/mofa-2017") in found.objects(joint, SCHEMA.appearance)
    assert len(list(found.objects(MEETING, SCHEMA.attendee))) == 2


def test_points_on_the_map_have_the_longitude_first(client, record):
    features = {one["id"]: one for one in json.loads(get(client, "geojson"))["features"]}

    assert features["2019-01-01-honolulu"]["geometry"] == {"type": "Point", "coordinates": [-157.86, 21.31]}
    assert features["2013-12-31-call"]["geometry"] is None
    assert features["2014-03-visit"]["properties"]["date"] == "2014-03"


def test_a_slide_has_only_the_parts_of_its_date_that_are_known(client, record):
    slides = {one["unique_id"]: one for one in json.loads(get(client, "timeline.json"))["events"]}

    assert slides["2014-09-visit"]["start_date"] == {"year": 2014, "month": 9}
    assert slides["2014-09-visit"]["end_date"] == {"year": 2014, "month": 11}
    assert slides["2016-plan"]["start_date"] == {"year": 2016}
    assert slides["2017-03-20-two-plus-two"]["start_date"] == {"year": 2017, "month": 3, "day": 20}
    assert "end_date" not in slides["2017-03-20-two-plus-two"]
    assert slides["2014-09-visit"]["display_date"] == "September–November 2014 (cancelled)"
    assert slides["2017-03-20-two-plus-two"]["display_date"] == "20 March 2017"


def test_a_slide_cannot_smuggle_markup_in(client, record):
    slides = {one["unique_id"]: one for one in json.loads(get(client, "timeline.json"))["events"]}

    assert "&lt;b&gt;about&lt;/b&gt;" in slides["2017-03-20-two-plus-two"]["text"]["text"]
    assert "&quot;quoted&quot;" in slides["2017-03-20-two-plus-two"]["text"]["headline"]
