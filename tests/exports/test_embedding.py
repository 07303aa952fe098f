"""Lists and meetings in frames of other sites, and oEmbed, by which those sites learn of the frames."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from timeline.models import FormerKey

from .conftest import DRAFT, WITHDRAWN
from .reading import body

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
MEETING = "2017-03-20-two-plus-two"


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return html.fromstring(answer.content)


def oembed(client, url, **asked):
    return client.get("/oembed/", {"url": url, **asked})


def test_a_long_list_goes_on_in_the_frame_and_leads_to_the_whole(client, record):
    found = page(client, "/ja/embed/meetings/?status=held&page_size=2&page=2")

    assert found.cssselect("nav a[rel=next]")[0].get("href") == "/ja/embed/meetings/?status=held&page_size=2&page=3"
    assert found.cssselect("footer a")[0].get("href") == "/ja/meetings/?status=held"
    assert found.cssselect("link[rel=canonical]")[0].get("href") == f"{HOST}/ja/meetings/?status=held"


def test_a_faulty_query_is_told_in_the_frame_as_on_the_page(client, record):
    address = "meetings/?formt=summit&issue=enrgy"
    told = [
        page(client, f"/{where}{address}", 400).cssselect(".faults li > p:first-child code") for where in ("", "embed/")
    ]

    assert [[code.text_content() for code in codes] for codes in told] == [["formt=summit", "issue=enrgy"]] * 2


@pytest.mark.parametrize("address", ["/embed/meetings/?status=held", f"/ru/embed/meetings/{MEETING}/"])
def test_a_frame_needs_no_script_and_its_ways_to_the_site_open_beside_it(client, record, address):
    found = page(client, address)

    assert not found.cssselect("script, form, [style], base, iframe, img")
    assert found.cssselect("footer a[rel~=license]")
    for link in found.cssselect("main ol a, h1 a, footer a"):
        assert (link.get("target"), "noopener" in link.get("rel")) == ("_blank", True)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/embed/meetings/", 200),
        ("/ja/embed/meetings/?formt=summit", 400),
        (f"/embed/meetings/{MEETING}/", 200),
        (f"/embed/meetings/{MEETING}/?theme=dark", 400),
        ("/embed/meetings/never-was/", 404),
        ("/embed/no/such/thing/", 404),
        (f"/embed/meetings/{WITHDRAWN}/", 410),
    ],
)
def test_any_site_may_frame_what_is_answered_which_may_do_nothing(client, record, address, status):
    answer = client.get(address)
    policy = {name: sources for name, *sources in map(str.split, answer["Content-Security-Policy"].split(";"))}

    assert answer.status_code == status
    assert policy == {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["*"],
    }
    assert "X-Frame-Options" not in answer
    assert not answer.cookies


def test_what_a_browser_has_already_and_what_is_kept_can_still_be_framed(client, record, settings):
    settings.KEEP_ANSWERS_SECONDS = 60
    first, kept = client.get("/embed/meetings/"), client.get("/embed/meetings/")
    again = client.get("/embed/meetings/", headers={"If-None-Match": first["ETag"]})

    assert kept["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert "X-Frame-Options" not in kept
    assert again.status_code == 304
    assert "Content-Security-Policy" not in again
    assert "X-Frame-Options" not in again


def test_a_drafts_frame_is_not_there_and_a_renamed_one_leads_on(client, record):
    FormerKey.objects.create(noun="meetings", key="old-name", kind="renamed", successor=MEETING)

    assert page(client, f"/embed/meetings/{DRAFT}/", 404).cssselect("h1")
    assert client.get("/ru/embed/meetings/old-name/")["Location"] == f"/ru/embed/meetings/{MEETING}/"


def test_a_frame_costs_as_many_queries_for_one_meeting_as_for_eight(client, record):
    costs = []
    for size in (1, 1, 8):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/embed/meetings/?page_size={size}")
        costs.append(len(queries))

    assert costs[1] == costs[2] < 15


# oEmbed


@pytest.mark.parametrize(
    ("url", "frame"),
    [
        ("/meetings/?format=summit&page=2&page_size=1", "/embed/meetings/?format=summit"),
        ("/ja/?q=東京", "/ja/embed/meetings/?q=%E6%9D%B1%E4%BA%AC"),
        ("/ru/meetings/2017/?status=held", "/ru/embed/meetings/?status=held&year=2017"),
        (f"/meetings/{MEETING}/#s1", f"/embed/meetings/{MEETING}/"),
    ],
)
def test_a_page_has_a_frame_that_is_there_no_larger_than_was_asked(client, record, url, frame):
    answer = oembed(client, HOST + url, maxwidth=400, maxheight=10_000, dnt=1).json()
    iframe = html.fragment_fromstring(answer["html"])

    assert (answer["version"], answer["type"], answer["width"]) == ("1.0", "rich", 400)
    assert (iframe.get("src"), iframe.get("title")) == (HOST + frame, answer["title"])
    assert (iframe.get("width"), iframe.get("height")) == ("400", str(answer["height"]))
    assert "allow-scripts" not in iframe.get("sandbox")
    assert client.get(frame).status_code == 200


def test_the_address_that_a_meeting_had_gives_the_frame_that_it_has(client, record):
    for key, successor in (("2017-first", "2017-second"), ("2017-second", MEETING), ("2017-lost", DRAFT)):
        FormerKey.objects.create(noun="meetings", key=key, kind="renamed", successor=successor)

    answer = oembed(client, f"{HOST}/meetings/2017-first/").json()

    assert html.fragment_fromstring(answer["html"]).get("src") == f"{HOST}/embed/meetings/{MEETING}/"
    assert oembed(client, f"{HOST}/meetings/2017-lost/").status_code == 404


def test_xml_holds_what_json_holds(client, record):
    url = f"{HOST}/ru/meetings/{MEETING}/"
    answer = oembed(client, url, format="xml")

    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    found = {part.tag: part.text for part in ElementTree.fromstring(body(answer))}  # noqa: S314 -- our own
    assert found == {name: str(value) for name, value in oembed(client, url, format="json").json().items()}


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/meetings/",
        f"{HOST}.evil.example/meetings/",
        "ftp://testserver/meetings/",
        "//[testserver/meetings/",
        f"{HOST}/issues/",
        f"{HOST}/admin/",
        f"{HOST}/meetings/2050/",
        f"{HOST}/meetings/?formt=summit",
        f"{HOST}/meetings/2017/?year=2016",
        f"{HOST}/meetings/{DRAFT}/",
        f"{HOST}/meetings/{WITHDRAWN}/",
    ],
)
def test_there_is_nothing_to_embed_at_other_addresses(client, record, url):
    answer = oembed(client, url)

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("asked", "status"),
    [({"format": "yaml"}, 501), ({"maxwidth": "wide"}, 400), ({"maxheight": "0"}, 400), ({"url": ""}, 400)],
)
def test_what_the_standard_knows_and_is_wrong_is_refused(client, record, asked, status):
    answer = client.get("/oembed/", {"url": f"{HOST}/meetings/"} | asked)

    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert "kind of meeting" not in answer.text  # here “format” is the standard's word


@pytest.mark.parametrize(
    "address", ["/ja/meetings/?format=summit&page=1", "/meetings/2017/", f"/ru/meetings/{MEETING}/"]
)
def test_a_page_says_where_programs_learn_how_to_embed_it(client, record, address):
    found = page(client, address)

    for form in ("application/json+oembed", "text/xml+oembed"):
        (link,) = found.cssselect(f'head link[rel=alternate][type="{form}"]')
        assert link.get("href").startswith(f"{HOST}/oembed/?url=")
        assert client.get(link.get("href")).status_code == 200


def test_the_box_of_a_list_has_the_frame_to_copy(client, record):
    snippet = page(client, "/ja/meetings/?format=summit").cssselect(".use pre code")[0].text_content()

    assert html.fragment_fromstring(snippet).get("src") == f"{HOST}/ja/embed/meetings/?format=summit"
