"""The page of changes, as readers see it."""

import pytest
from freezegun import freeze_time

from tests.factories import make_meeting, make_participant, make_statement
from tests.pages.reading import parts, read, words
from timeline.changes import record_changed
from timeline.models import Meeting

pytestmark = pytest.mark.django_db

KEY = "2017-03-20-summit"


@pytest.fixture(autouse=True)
def _changes():
    with freeze_time("2026-11-01 12:00"):
        meeting = make_meeting(KEY)
        make_statement(meeting)
        record_changed([meeting])
    with freeze_time("2026-11-02 12:00"):
        Meeting.objects.update(title_en="Another", status="cancelled")
        record_changed([meeting])


def test_days_stand_under_each_other_the_last_one_first(client):
    page = read(client, "/changes/")

    assert parts(page, "main h2 time") == ["2 November 2026", "1 November 2026"]
    first = page.cssselect("ul.tree li")[0]
    assert words(first) == "meeting: Another changed: status, title"
    assert first.cssselect("a")[0].get("href") == f"/meetings/{KEY}/"


def test_a_statement_is_named_by_its_meeting_and_number(client):
    (line,) = parts(read(client, "/changes/?resource=statements"), "ul.tree .line")

    assert line == "statement: Another #1"


def test_what_went_is_named_by_its_key_and_leads_nowhere(client):
    meeting = Meeting.objects.get()
    meeting.state = "withdrawn"
    meeting.save()
    record_changed([meeting])
    page = read(client, "/changes/?change=withdrawn&resource=meetings")

    assert parts(page, "ul.tree .line") == [f"meeting: {KEY}"]
    assert not page.cssselect("ul.tree a")


def test_names_are_in_the_language_of_the_page_or_say_in_which(client):
    page = read(client, "/ja/changes/?resource=meetings")
    assert parts(page, "ul.tree .line a")[0] == f"Talks {KEY} (ja)"

    Meeting.objects.update(title_ja="")
    name = read(client, "/ja/changes/?resource=meetings").cssselect("ul.tree .line span[lang]")[0]
    assert (name.get("lang"), words(name)) == ("en", "Another")


def test_a_draft_is_never_told_of(client):
    draft = make_meeting("draft", state="draft", participants=["nobody"])
    record_changed([draft], others=[make_participant("nobody")])

    page = read(client, "/changes/").text_content()
    assert "draft" not in page
    assert "nobody" not in page.lower()


def test_the_same_list_is_offered_as_feed_and_in_json(client):
    page = read(client, "/changes/?resource=meetings")

    json, feed = page.cssselect('link[rel="alternate"][type]')
    assert feed.get("href") == "/changes.atom?resource=meetings"
    assert json.get("href") == "/changes.json?resource=meetings"
    assert [link.get("href") for link in page.cssselect("section.use a")] == [feed.get("href"), json.get("href")]
    for link in (feed, json):
        assert client.get(link.get("href")).status_code == 200


def test_faults_are_named(client):
    page = read(client, "/changes/?sinc=2026", status=400)

    assert "since" in page.text_content()
    assert not page.cssselect("ul.tree")


def test_nothing_found_is_said(client):
    assert parts(read(client, "/changes/?since=2030-01-01"), ".none") == ["No change answers this query. All changes"]


def test_every_page_leads_here(client):
    assert read(client, "/").cssselect('footer a[href="/changes/"]')


def test_the_page_costs_the_same_for_one_change_as_for_twenty(client, django_assert_max_num_queries):
    client.get("/changes/")
    for number in range(20):
        record_changed([make_meeting(f"2018-01-{number + 1:02}-summit", start=f"2018-01-{number + 1:02}")])

    with django_assert_max_num_queries(20):
        client.get("/changes/")
