"""The sequence of changes as programs and feed readers get it."""

import feedparser
import pytest
from freezegun import freeze_time

from tests.factories import make_issue, make_link, make_meeting, make_participant, make_source, make_statement
from timeline.changes import record_changed
from timeline.models import Change, Meeting

pytestmark = pytest.mark.django_db

KEY = "2017-03-20-summit"
HERE = "http://testserver"


@pytest.fixture
def ask(client):
    """Asks an address; its body, with that status."""

    def ask(address, status=200):
        answer = client.get(address)
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    return ask


@pytest.fixture
def meeting():
    with freeze_time("2026-11-01 12:00"):
        meeting = make_meeting(KEY, participants=["sergey-lavrov"])
        make_statement(meeting)
        record_changed([meeting])
    return meeting


def change(meeting, when="2026-11-02 12:00", **fields):
    with freeze_time(when):
        Meeting.objects.filter(pk=meeting.pk).update(**fields)
        record_changed([meeting])


def test_a_change_says_what_when_and_where(ask, meeting):
    change(meeting, title_en="Another", start="2017-03-19")
    last = Change.objects.last()

    (row,) = ask("/api/v1/changes/?page_size=1")["results"]

    assert row == {
        "cursor": last.pk,
        "at": "2026-11-02T12:00:00Z",
        "data_version": "2026.11.2",
        "resource": "meetings",
        "key": KEY,
        "url": f"{HERE}/api/v1/meetings/{KEY}/",
        "html_url": f"{HERE}/meetings/{KEY}/",
        "change": "changed",
        "fields_changed": ["dates", "title"],
    }


def test_a_change_of_a_statement_leads_to_it(ask, meeting):
    (row,) = ask("/api/v1/changes/?resource=statements")["results"]

    assert row["key"] == f"{KEY}#1"
    assert row["url"] == f"{HERE}/api/v1/statements/{KEY}/1/"
    assert row["html_url"] == f"{HERE}/meetings/{KEY}/#s1"


def test_reading_on_from_a_cursor_gives_what_came_after_in_order(ask, meeting):
    seen = ask("/api/v1/changes/?since=0")["results"]
    assert ask(f"/api/v1/changes/?since={seen[-1]['cursor']}")["results"] == []

    change(meeting, title_en="One")
    change(meeting, title_en="Two", status="cancelled")
    after = ask(f"/api/v1/changes/?since={seen[-1]['cursor']}")["results"]

    assert [row["fields_changed"] for row in after] == [["title"], ["status", "title"]]


def test_the_pages_of_a_sequence_can_be_followed(ask, meeting):
    address, found = "/api/v1/changes/?since=0&page_size=3", []
    while address:
        page = ask(address)
        found += [row["cursor"] for row in page["results"]]
        address = page["next"]

    assert found == sorted(found) == list(Change.objects.values_list("pk", flat=True))


@pytest.mark.parametrize(
    ("since", "count"),
    [
        ("2026-11-02", 1),
        ("2026-11-02T12:00:00Z", 1),
        ("2026-11-02T21:00:00%2B09:00", 1),
        ("2026-11-02T21:00:00+09:00", 1),
        ("2026-11-02T12:00:01Z", 0),
        ("2026-11-01", 8),
    ],
)
def test_since_may_be_a_day_or_a_moment(ask, meeting, since, count):
    change(meeting, title_en="Another")

    assert ask(f"/api/v1/changes/?since={since}")["count"] == count


@pytest.mark.parametrize(
    "since",
    ["yesterday", "2026-13-01", "-1", "9" * 30, "1.5", "2026-11-02T25:00:00Z", "9999-12-31T23:59:59-01:00", "٣"],
)
def test_another_since_is_refused(ask, since):
    (error,) = ask(f"/api/v1/changes/?since={since}", 400)["errors"]

    assert error["param"] == "since"


def test_changes_can_be_chosen_by_list_and_by_what_happened(ask, meeting):
    change(meeting, state="withdrawn")

    assert [row["key"] for row in ask("/api/v1/changes/?resource=meetings&change=withdrawn")["results"]] == [KEY]
    (error,) = ask("/api/v1/changes/?resource=meeting", 400)["errors"]
    assert error["did_you_mean"] == "meetings"


def test_the_file_is_the_same_list(client, ask, meeting):
    answer = client.get("/changes.json?since=0&resource=issues", headers={"accept": "text/plain"})

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json()["results"] == ask("/api/v1/changes/?since=0&resource=issues")["results"]


class TestReplay:
    """Whoever follows the sequence has the record, no more and no less."""

    LISTS = ("formats", "issues", "places", "participants", "organisations", "offices", "sources", "series", "meetings",
             "statements")  # fmt: skip

    @pytest.fixture
    def dump(self, ask):
        def dump():
            rows = [row for noun in self.LISTS for row in ask(f"/api/v1/{noun}/?page_size=500")["results"]]
            return {row["url"]: row for row in rows}

        return dump

    @pytest.fixture
    def replay(self, client, ask):
        """Follows the sequence from a cursor into a store; gives the cursor at its end."""

        def replay(store, since=0):
            address = f"/api/v1/changes/?since={since}&page_size=4"
            while address:
                page = ask(address)
                for row in page["results"]:
                    since = row["cursor"]
                    answer = client.get(row["url"])
                    if row["change"] == "withdrawn" or answer.status_code == 410:
                        store.pop(row["url"], None)
                    else:
                        store[row["url"]] = answer.json()
                address = page["next"]
            return since

        return replay

    @staticmethod
    def assert_same(store, dump):
        """The same records; a full record says all that its row in a list says."""
        assert store.keys() == dump.keys()
        for url, row in dump.items():
            derived = {name for name in row if name.endswith("_count") or name == "updated_at"}
            assert {name: store[url][name] for name in row.keys() - derived} == {
                name: value for name, value in row.items() if name not in derived
            }

    def test_on_an_empty_store_gives_the_dump(self, meeting, dump, replay):
        make_meeting("draft", state="draft", issues=["secret"], participants=["nobody"])
        other = make_meeting("2018-05-01-summit", start="2018-05-01", participants=["taro-kono"])
        make_link(meeting, other)
        record_changed([meeting, other])
        change(meeting, title_en="Another")
        store = {}
        replay(store)

        self.assert_same(store, dump())
        assert f"{HERE}/api/v1/meetings/{KEY}/" in store
        assert not [url for url in store if "draft" in url or "secret" in url or "nobody" in url]

    def test_goes_on_from_where_it_was(self, meeting, dump, replay):
        store = {}
        cursor = replay(store)
        other = make_meeting("2018-05-01-summit", start="2018-05-01", participants=["taro-kono"], sources=["mofa"])
        make_statement(other, speaker=make_participant("taro-kono"), sources=["mofa"])
        record_changed([other])
        meeting.issues.add(make_issue("energy"))
        meeting.sources.set([make_source("another")])
        record_changed([meeting])
        cursor = replay(store, cursor)
        self.assert_same(store, dump())

        change(other, state="withdrawn")
        assert replay(store, cursor) > cursor
        self.assert_same(store, dump())
        assert not [url for url in store if "2018-05-01" in url or "kono" in url]


class TestFeed:
    """``/changes.atom``."""

    def test_a_feed_reader_sees_the_last_change_first(self, client, meeting):
        change(meeting, title_en="Another")
        answer = client.get("/changes.atom")
        feed = feedparser.parse(answer.content)

        assert answer["Content-Type"].startswith("application/atom+xml")
        assert not feed.bozo
        assert feed.entries[0].title == "meeting “Another”: changed"
        assert feed.entries[0].summary == f"{KEY}: title"
        assert feed.entries[0].link == f"{HERE}/meetings/{KEY}/"
        assert feed.entries[0].updated == "2026-11-02T12:00:00+00:00"
        assert feed.feed.updated == "2026-11-02T12:00:00+00:00"
        assert len({entry.id for entry in feed.entries}) == len(feed.entries) == 8

    def test_entries_keep_their_ids(self, client, meeting):
        before = {entry.id: entry.title for entry in feedparser.parse(client.get("/changes.atom").content).entries}
        change(meeting, status="cancelled")
        after = {entry.id: entry.title for entry in feedparser.parse(client.get("/changes.atom").content).entries}

        assert before.items() < after.items()

    def test_what_went_leads_to_the_list_and_not_to_a_page_that_is_no_more(self, client, meeting):
        change(meeting, state="withdrawn")
        entries = feedparser.parse(client.get("/changes.atom?change=withdrawn&resource=meetings").content).entries

        assert [entry.link for entry in entries] == [
            f"{HERE}/changes/?since={Change.objects.get(kind='withdrawn', noun='meetings').pk - 1}"
        ]

    def test_a_feed_speaks_one_language(self, client, meeting):
        answer = client.get("/changes.atom?lang=ru")

        assert answer["Content-Language"] == "ru"
        assert "Talks 2017-03-20-summit (ru)" in answer.content.decode()
        assert client.get("/changes.atom?lang=ru")["ETag"] != client.get("/changes.atom")["ETag"]

    @pytest.mark.parametrize("query", ["lang=xx", "lang=ru&lang=ja", "sinc=1", "since=x", "page=2"])
    def test_a_faulty_query_is_refused(self, client, query):
        answer = client.get(f"/changes.atom?{query}")

        assert answer.status_code == 400
        assert answer["Content-Type"] == "application/problem+json"


class TestNegotiation:
    """``/changes/`` in the form that ``Accept`` prefers."""

    @pytest.mark.parametrize(
        ("accept", "content_type"),
        [
            ("application/json", "application/json"),
            ("application/atom+xml, text/html;q=0.5", "application/atom+xml; charset=utf-8"),
            ("text/html, */*;q=0.1", "text/html; charset=utf-8"),
            ("", "text/html; charset=utf-8"),
        ],
    )
    def test_accept_chooses_the_form(self, client, meeting, accept, content_type):
        answer = client.get("/changes/?resource=meetings", headers={"accept": accept})

        assert (answer.status_code, answer["Content-Type"]) == (200, content_type)
        assert "Accept" in answer["Vary"]

    def test_the_forms_do_not_pass_for_each_other(self, client, meeting):
        wanted = ["application/json", "application/atom+xml", "text/html"]
        tags = {client.get("/changes/", headers={"accept": accept})["ETag"] for accept in wanted}

        assert len(tags) == 3

    def test_the_feed_is_in_the_language_of_the_path_else_of_the_reader(self, client, meeting):
        headers = {"accept": "application/atom+xml", "accept-language": "ru"}

        assert client.get("/ja/changes/", headers=headers)["Content-Language"] == "ja"
        assert client.get("/changes/", headers=headers)["Content-Language"] == "ru"
        assert "Accept-Language" in client.get("/changes/", headers=headers)["Vary"]
        assert client.get("/ja/changes.atom?resource=meetings")["Location"] == "/changes.atom?resource=meetings&lang=ja"

    def test_what_does_not_exist_is_answered_with_what_does(self, client):
        answer = client.get("/changes/", headers={"accept": "text/csv"})

        assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")
        assert answer.json()["errors"][0]["allowed"] == ["text/html", "application/json", "application/atom+xml"]
