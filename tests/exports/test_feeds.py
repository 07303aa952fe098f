"""Atom as feedparser reads it, and JSON Feed."""

import json

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from timeline.models import Change

from .reading import body, get

pytestmark = pytest.mark.django_db


def feed(client, address="/meetings.atom"):
    found = feedparser.parse(body(client.get(address)))
    assert not found.bozo, found.get("bozo_exception")
    return found


def entry(client, key, address="/meetings.atom"):
    return next(one for one in feed(client, address).entries if key in one.id)


def test_the_feed_says_where_it_is_and_what_it_mirrors(client, record):
    links = {link.rel: link.href for link in feed(client, "/meetings.atom?status=held&lang=ru").feed.links}

    assert links["self"] == "http://testserver/meetings.atom?status=held&lang=ru"
    assert links["alternate"] == "http://testserver/ru/meetings/?status=held"
    assert links["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_what_changed_last_comes_first(client, record):
    changed = [one.updated for one in feed(client).entries]

    assert changed == sorted(changed, reverse=True)
    assert changed[-1] == "2026-11-01T12:00:00+00:00"


def test_an_entry_keeps_its_name_in_every_language(client, record):
    ids = [[one.id for one in feed(client, f"/meetings.atom?lang={code}").entries] for code in ("en", "ru", "ja")]

    assert ids[0] == ids[1] == ids[2]
    assert ids[0][-1] == "http://testserver/meetings/2013-12-31-call/"


def test_an_entry_tells_tags_sources_and_the_summary_as_text(client, record):
    one = entry(client, "2017-03-20-two-plus-two")

    assert [tag.term for tag in one.tags] == ["two-plus-two", "Issue peace-treaty", "Issue missiles"]
    assert [link.href for link in one.links if link.rel == "related"] == [
        "https://example.org/mofa-2017",
        "https://example.org/tass-2017",
    ]
    assert "<b>about</b> missiles" in one.summary.replace("&lt;", "<").replace("&gt;", ">")
    assert one.title.startswith("20 March 2017: ")


def test_a_partial_date_shows_no_day(client, record):
    assert entry(client, "2014-03-visit").title.startswith("March 2014 (postponed): ")


def test_what_was_not_held_says_so(client, record):
    cancelled = entry(client, "2014-09-visit")
    in_japanese = next(
        item for item in json.loads(get(client, "feed.json", "lang=ja"))["items"] if "2016" in item["id"]
    )

    assert cancelled.title.startswith("September–November 2014 (cancelled): ")
    assert [tag.term for tag in cancelled.tags] == ["summit", "cancelled", "Issue peace-treaty"]
    assert in_japanese["title"].startswith("2016年（予定）：")


def test_feeds_of_two_lists_of_the_site_are_told_apart(client, record):
    chosen = json.loads(get(client, "feed.json", "status=held&issue=energy&lang=en"))

    assert feed(client).feed.title == "Russia–Japan Meetings – Meetings"
    assert chosen["title"] == "Russia–Japan Meetings – Meetings – Issue: Issue energy; Status: held"
    assert feed(client, "/statements.atom?side=JP").feed.title.endswith(" – Statements – Side: Japan")


def test_a_text_that_is_not_translated_says_its_language(client, record):
    assert 'lang="en">They met' in body(client.get("/meetings.atom?lang=ru"))
    assert {item["language"] for item in json.loads(get(client, "feed.json", "lang=ru"))["items"]} == {"en"}


def test_control_characters_do_not_break_the_feed(client, record):
    record.filter(key="2013-12-31-call").update(
        title_en="Call\x0b with\x00out".replace("\x00", ""), summary_en="a\x1fb"
    )

    assert entry(client, "2013-12-31-call").summary == "ab"


@pytest.mark.parametrize("typed", ["a%0Bb", "a%1Bb", "a%EF%BF%BEb", "a%EF%BF%BFb"])
def test_what_a_reader_typed_does_not_break_the_feed_either(client, record, typed):
    found = etree.fromstring(body(client.get(f"/meetings.atom?q={typed}")).encode())

    assert found.findtext("{*}title") == "Russia–Japan Meetings – Meetings – Words: ab"


def test_statements_are_a_feed_of_their_own(client, record):
    found = feed(client, "/statements.atom?side=JP")

    assert [one.id for one in found.entries] == ["http://testserver/meetings/2017-03-20-two-plus-two/#s1"]
    assert found.entries[0].authors[0].name == "Fumio Kishida"


def test_json_feed_has_what_its_version_wants(client, record):
    found = json.loads(get(client, "feed.json", "lang=en"))
    one = next(item for item in found["items"] if "2016-plan" in item["id"])

    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["feed_url"] == "http://testserver/meetings.feed.json?lang=en"
    assert all(isinstance(item["id"], str) and item["content_text"] for item in found["items"])
    assert one["_diplomacy"] | {"sources": []} == {
        "key": "2016-plan", "edtf": "2016", "status": "planned", "format": "summit", "place": None, "sources": [],
    }  # fmt: skip


def test_the_head_of_json_is_in_the_language_of_its_items(client, record):
    found = json.loads(get(client, "feed.json", "status=held&lang=ru"))
    slides = json.loads(get(client, "timeline.json", "status=held&lang=ja"))

    assert found["title"] == "Встречи России и Японии – Встречи – Статус: состоялась"
    assert found["home_page_url"] == "http://testserver/ru/meetings/?status=held"
    assert slides["title"]["text"]["headline"] == "日露会談の記録 – 状況：開催"


class TestPublished:
    """``published``: when readers first saw it, as the sequence of changes tells."""

    KEY = "2017-09-06-summit"

    def told(self, noun, key, *days):
        for day in days:
            kind = Change.Kind.WITHDRAWN if day.startswith("-") else Change.Kind.CREATED
            at = f"{day.removeprefix('-')}T08:00:00Z"
            Change.objects.create(version="2026.10.1", at=at, noun=noun, key=key, kind=kind)

    def test_an_entry_says_when_readers_first_saw_it(self, client, record):
        self.told("meetings", self.KEY, "2026-10-02")
        items = json.loads(get(client, "feed.json"))["items"]

        assert entry(client, self.KEY).published == "2026-10-02T08:00:00+00:00"
        assert entry(client, self.KEY).updated != entry(client, self.KEY).published
        assert [item["date_published"] for item in items if "date_published" in item] == ["2026-10-02T08:00:00+00:00"]

    def test_what_was_taken_back_and_came_again_counts_from_the_first_time(self, client, record):
        self.told("meetings", self.KEY, "2026-10-02", "-2026-10-05", "2026-10-09")

        assert entry(client, self.KEY).published == "2026-10-02T08:00:00+00:00"

    def test_a_statement_has_a_day_of_its_own(self, client, record):
        self.told("meetings", "2017-03-20-two-plus-two", "2026-10-02")
        self.told("statements", "2017-03-20-two-plus-two#2", "2026-10-20")
        published = {one.id.partition("#")[2]: one.get("published") for one in feed(client, "/statements.atom").entries}

        assert published == {"s1": None, "s2": "2026-10-20T08:00:00+00:00"}

    def test_where_nothing_tells_no_day_is_made_up(self, client, record):
        assert not [one for one in feed(client).entries if "published" in one]

    @pytest.mark.parametrize("address", ["/meetings.atom", "/statements.atom", "/meetings.feed.json"])
    def test_it_costs_one_query_however_many_entries(self, client, record, address):
        with CaptureQueriesContext(connection) as asked:
            body(client.get(address))

        assert len([query for query in asked if "timeline_change" in query["sql"]]) == 1
