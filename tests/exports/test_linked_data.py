"""JSON-LD as rdflib reads it, in the words of schema.org; GeoJSON; TimelineJS."""

import json

import pytest
from lxml import html
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from timeline.models import Participant, Source

from ..factories import make_link
from .reading import body, get

pytestmark = pytest.mark.django_db

SCHEMA = Namespace("https://schema.org/")
ADDRESSES = ["eventStatus", "eventAttendanceMode", "url", "archivedAt", "inDefinedTermSet", "sameAs"]
OFFLINE = {"@vocab": str(SCHEMA)} | {name: {"@type": "@id"} for name in ADDRESSES}
THING = {"name", "description", "url", "identifier", "subjectOf", "mainEntityOfPage"}
KNOWN = {  # the properties that https://schema.org/ gives each type, as far as they are used
    "ItemList": THING | {"numberOfItems", "itemListElement"},
    "ListItem": THING | {"position", "item"},
    "Event": THING
    | {"startDate", "endDate", "duration", "eventStatus", "eventAttendanceMode", "location", "attendee", "about"}
    | {"superEvent", "previousStartDate"},
    "Claim": THING
    | {"text", "genre", "author", "dateCreated", "about", "appearance", "firstAppearance", "isPartOf", "hasPart"},
    "Quotation": THING | {"text", "spokenByCharacter"},
    "WebPage": THING | {"publisher", "datePublished", "inLanguage", "archivedAt", "temporalCoverage"},
    "CreativeWork": THING | {"publisher", "datePublished", "inLanguage", "archivedAt", "temporalCoverage"},
    "Place": THING | {"address", "geo", "containedInPlace"},
    "PostalAddress": {"addressLocality", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Role": THING | {"roleName", "attendee"},
    "Person": THING | {"sameAs"},
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


def test_a_meeting_that_was_put_off_says_when_it_was_to_begin(client, record):
    earlier, later = (record.get(key=key) for key in ("2014-03-visit", "2017-09-06-summit"))
    make_link(earlier, later, kind="postponed_from")
    event = json.loads(body(client.get(f"/meetings/{later.key}.jsonld")))
    page = html.fromstring(body(client.get(f"/meetings/{later.key}/")))
    on_the_page = page.cssselect("head script[type='application/ld+json']")[0]

    for found in (event, json.loads(on_the_page.text)):
        assert found["eventStatus"] == "https://schema.org/EventRescheduled"
        assert found["previousStartDate"] == ["2014-03"]
    assert "previousStartDate" not in json.loads(body(client.get(f"/meetings/{earlier.key}.jsonld")))


def test_a_person_is_the_one_whom_wikidata_knows(client, record):
    Participant.objects.filter(key="fumio-kishida").update(wikidata="Q15094")
    found = graph(client, "/meetings/2017-03-20-two-plus-two.jsonld")
    person = URIRef("http://testserver/participants/fumio-kishida/")

    assert set(found.subject_objects(SCHEMA.sameAs)) == {(person, URIRef("http://www.wikidata.org/entity/Q15094"))}


def test_a_claim_tells_its_quoted_words_and_where_it_first_appeared(client, record):
    found = graph(client, "/statements.jsonld")
    claim, joint = (URIRef(f"{MEETING}#s{number}") for number in (1, 2))
    quotation = found.value(claim, SCHEMA.hasPart)

    assert (found.value(quotation, RDF.type), found.value(quotation, SCHEMA.text)) == (
        SCHEMA.Quotation,
        Literal("deeply"),
    )
    assert found.value(quotation, SCHEMA.spokenByCharacter) == found.value(claim, SCHEMA.author)
    assert found.value(joint, SCHEMA.hasPart) is None
    assert found.value(joint, SCHEMA.firstAppearance) is None, "one of its sources has no date"


def test_a_title_that_is_ours_is_not_said_to_be_in_the_language_of_the_source(client, record):
    Source.objects.filter(key="mofa-2017").update(title="Report on the talks", title_supplied=True)
    found = graph(client, "/meetings.jsonld")
    source = URIRef("https://example.org/mofa-2017")

    assert found.value(source, SCHEMA.name) == Literal("Report on the talks", lang="en")
    assert found.value(source, SCHEMA.inLanguage) == Literal("ja")


def test_a_claim_first_appeared_in_the_source_that_came_out_first(client, record):
    Source.objects.filter(key="mofa-2017").update(published="2017-03-20")
    joint = URIRef(f"{MEETING}#s2")

    assert graph(client, "/statements.jsonld").value(joint, SCHEMA.firstAppearance) == URIRef(
        "https://example.org/mofa-2017"
    )
    Source.objects.filter(key="mofa-2017").update(published="2017-03-21")
    assert graph(client, "/statements.jsonld").value(joint, SCHEMA.firstAppearance) is None, "both on one day"


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
