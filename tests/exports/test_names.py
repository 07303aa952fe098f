"""What subscribers keep for good is called the same by whatever host and scheme the site was asked."""

import json
import re

import feedparser
import pytest
from icalendar import Calendar

from timeline.changes import record_changed
from timeline.models import Meeting

from .reading import body

pytestmark = pytest.mark.django_db

HOSTS = ["testserver", "localhost:8000", "127.0.0.1"]


def by_every_host(client, address, names):
    """The names in the answer, as asked by each host and scheme; the addresses in it are others each time."""
    answers = [body(client.get(address, headers={"host": host}, secure=secure)) for host in HOSTS for secure in (0, 1)]
    assert len(set(answers)) == len(answers)
    return [names(answer) for answer in answers]


def uids(text):
    events = Calendar.from_ical(text).events
    return [str(event["UID"]) for event in events] + re.findall(r"RELATED-TO.*:(.*)", text.replace("\r\n ", ""))


def ids(text):
    found = feedparser.parse(text)
    return [found.feed.id, *(entry.id for entry in found.entries)]


def json_ids(text):
    return [item["id"] for item in json.loads(text)["items"]]


@pytest.mark.parametrize(
    ("address", "names", "known"),
    [
        ("/meetings.ics", uids, "2017-09-06-summit@meetings.example.org"),
        ("/meetings/2017-09-06-summit.ics", uids, "2017-09-06-summit@meetings.example.org"),
        ("/meetings.atom?status=held", ids, "https://meetings.example.org/meetings/2017-09-06-summit/"),
        ("/meetings.atom?status=held", ids, "https://meetings.example.org/meetings.atom?status=held&lang=en"),
        ("/statements.atom", ids, "https://meetings.example.org/meetings/2017-03-20-two-plus-two/#s1"),
        ("/meetings.feed.json", json_ids, "https://meetings.example.org/meetings/2017-09-06-summit/"),
    ],
)
def test_names_do_not_follow_the_host_that_was_asked(client, record, settings, address, names, known):
    settings.SITE_HOST, settings.HTTPS = "meetings.example.org", True
    settings.ALLOWED_HOSTS = ["*"]
    found = by_every_host(client, address, names)

    assert all(one == found[0] for one in found)
    assert known in found[0]
    assert not [name for name in found[0] if "meetings.example.org" not in name]


def test_nor_do_those_of_changes(client, record, settings):
    settings.SITE_HOST = "meetings.example.org"
    record_changed(Meeting.objects.filter(key="2017-09-06-summit"))
    found = feedparser.parse(body(client.get("/changes.atom")))

    assert found.feed.id == "http://meetings.example.org/changes.atom"
    assert found.entries
    assert all(entry.id.startswith("tag:meetings.example.org,2026:change:") for entry in found.entries)


@pytest.mark.parametrize(("name", "other"), [("SITE_HOST", "old.example.org"), ("HTTPS", True)])
def test_whoever_has_the_names_of_before_is_given_those_of_now(client, record, settings, name, other):
    settings.SITE_HOST = "meetings.example.org"
    etag = client.get("/meetings.atom")["ETag"]
    setattr(settings, name, other)

    assert client.get("/meetings.atom", headers={"if-none-match": etag}).status_code == 200


def test_without_such_a_host_the_one_that_was_asked_stands_in(client, record, settings):
    settings.ALLOWED_HOSTS = ["*"]

    assert "2017-09-06-summit@localhost" in uids(body(client.get("/meetings.ics", headers={"host": "localhost:8000"})))


def test_links_lead_to_the_host_that_was_asked(client, record, settings):
    settings.SITE_HOST = "meetings.example.org"
    (entry, *_others) = feedparser.parse(body(client.get("/meetings.atom"))).entries

    assert {link.href.split("/")[2] for link in entry.links if link.rel == "alternate"} == {"testserver"}
