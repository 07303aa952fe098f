"""The history of a meeting: what readers saw change, when and why, and nothing else."""

import re
from copy import deepcopy
from html import unescape

import pytest
from django.contrib.auth.models import User
from freezegun import freeze_time

from tests.factories import make_link, make_meeting, make_source, make_statement
from timeline.changes import record_changed
from timeline.editing.document import document
from timeline.editing.pending import propose
from timeline.editing.workflow import Deed, take
from timeline.models import FormerKey, Revision

pytestmark = pytest.mark.django_db

KEY = "2017-03-20-summit"
HERE = f"/meetings/{KEY}/history/"


@pytest.fixture
def publisher():
    return User.objects.create_superuser("Petrova")


@pytest.fixture
def meeting():
    with freeze_time("2026-11-20 09:30"):
        meeting = make_meeting(KEY, title_en="Talks in Tokyo")
        record_changed([meeting])
    return meeting


def propose_change(meeting, editor, reason="", **fields):
    rows = deepcopy(document(meeting))
    rows[0]["fields"] |= fields
    return propose(meeting, rows, editor, reason)


def change(meeting, editor, reason="", **fields):
    propose_change(meeting, editor, reason, **fields)
    take(Deed.ACCEPTED, meeting, editor)


def page(client, address=HERE, status=200):
    response = client.get(address)
    assert response.status_code == status
    body = unescape(response.content.decode()).split('<main id="main"')[1].split("</main>")[0]
    return " ".join(re.sub(r"<(?!/?(?:del|ins|h2)\b)[^>]+>", " ", body).split())


def versions(html):
    """The text of each version that is told, by its number, in the order of the page."""
    return dict(re.findall(r"<h2>Version (\d+)</h2> (.*?)(?=<h2>|A version is the meeting)", html))


def test_the_latest_version_comes_first_with_what_changed_and_why(client, meeting, publisher):
    with freeze_time("2026-11-21 10:00"):
        change(meeting, publisher, "A read-out names the house.", venue="Iikura Guest House")
    with freeze_time("2026-11-22 11:00"):
        change(meeting, publisher, venue="", summary_en="What happened there.")

    told = versions(page(client))

    assert list(told) == ["3", "2", "1"]
    assert told["2"].strip() == (
        "21 November 2026 10:00 UTC · changed by an editor "
        "Why: A read-out names the house. Meeting Venue <ins> added: Iikura Guest House</ins>"
    )
    assert "Venue <del> removed: Iikura Guest House</del>" in told["3"]
    assert "What happened <del> removed: at 2017-03-20-summit</del><ins> added: there</ins>." in told["3"]
    assert told["1"].strip() == "20 November 2026 09:30 UTC · first published"


def test_a_meeting_that_never_changed_says_since_when_and_proposing_tells_readers_nothing(client, meeting, publisher):
    before = page(client)
    assert "20 November 2026 09:30 UTC · first published Nothing in it has changed since." in before
    assert "Compare" not in before

    propose_change(meeting, publisher, "Not yet.", venue="Kremlin")

    assert page(client) == before


def test_what_only_editors_saw_is_no_version_of_readers(client, meeting, publisher):
    propose_change(meeting, publisher, "Rejected.", venue="Kremlin")
    take(Deed.DISCARDED, meeting, publisher, "Not borne out.")
    change(meeting, publisher, "Better.", venue="Iikura Guest House")

    html = page(client)

    assert list(versions(html)) == ["2", "1"]
    assert "Kremlin" not in html
    assert "Petrova" not in client.get(HERE).content.decode()


def test_any_two_versions_are_compared(client, meeting, publisher):
    for venue in ("Kremlin", "Iikura", "Kantei"):
        change(meeting, publisher, venue=venue)

    assert "Venue <del> removed: Kremlin</del><ins> added: Kantei</ins>" in page(client, f"{HERE}?from=2&to=4")
    assert "Venue <del> removed: Kantei</del><ins> added: Kremlin</ins>" in page(client, f"{HERE}?from=4&to=2")
    assert "From version 3 to version 4" in page(client, f"{HERE}?from=3")
    assert "From version 2 to version 3" in page(client, f"{HERE}?to=3")
    assert "Nothing that readers see differs" in page(client, f"{HERE}?from=2&to=2")


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ("from=9", "This value is not known."),
        ("from=0", "This value is not known."),
        ("to=two", "This value is not known."),
        ("from=1&from=2", "This parameter can be given once only."),
        ("version=1", "This parameter is not known here."),
    ],
)
def test_versions_that_there_are_not_are_named_and_nothing_is_shown(client, meeting, publisher, query, fault):
    change(meeting, publisher, "Why it changed.", venue="Kremlin")

    html = page(client, f"{HERE}?{query}", status=400)

    assert fault in html
    assert "Kremlin" not in html
    assert "Why it changed." not in html


def test_a_long_history_comes_in_pages(client, meeting, publisher):
    for at in range(21):
        change(meeting, publisher, duration_minutes=at + 1)

    first, second = page(client), page(client, f"{HERE}?page=2")

    assert list(versions(first)) == [str(number) for number in range(22, 2, -1)]
    assert list(versions(second)) == ["2", "1"]
    assert "Length in minutes <ins> added: 1</ins>" in versions(second)["2"]
    page(client, f"{HERE}?page=3", status=404)


def test_what_readers_cannot_see_is_not_told(client, meeting, publisher):
    draft = make_meeting("2016-12-15-draft", state="draft", title_en="Secret talks", sources=["hidden"])
    make_source("hidden", title="Secret source")
    make_link(draft, meeting)
    change(meeting, publisher, sources=[["mid-2017-03-20"], ["hidden"]])
    change(meeting, publisher, sources=[["mid-2017-03-20"]])

    html = page(client)

    assert "Secret" not in html
    assert "removed: not public now" in html


def test_versions_told_in_another_language_and_the_page_of_the_meeting_leads_here(client, meeting, publisher):
    make_statement(meeting)
    change(meeting, publisher, title_ru="Переговоры в Токио")

    assert "Переговоры в Токио" in client.get(f"/ru{HERE}").content.decode()
    assert f'<a rel="version-history" href="/ja{HERE}">' in client.get(f"/ja/meetings/{KEY}/").content.decode()
    assert client.get(HERE)["X-Robots-Tag"] == "noindex"


def test_a_meeting_that_is_not_public_has_no_history(client, meeting, publisher):
    change(meeting, publisher, "Secret reason.", venue="Kremlin")
    take(Deed.WITHDRAWN, meeting, publisher, "It was another day.")
    gone = page(client, status=410)
    assert "It was another day." in gone

    make_meeting("2018-01-01-draft", state="draft")
    there = page(client, "/meetings/2018-01-01-draft/history/", status=404)

    assert "Secret reason." not in gone + there
    assert "Kremlin" not in gone + there


def test_a_former_key_leads_to_the_history_under_the_present_one(client, meeting):
    FormerKey.objects.create(noun="meetings", key="2017-03-21-summit", kind="renamed", successor=KEY)

    assert client.get("/ru/meetings/2017-03-21-summit/history/?from=1").headers["Location"] == f"/ru{HERE}?from=1"


def test_a_published_change_makes_the_history_new(client, meeting, publisher):
    seen = client.get(HERE)
    assert client.get(HERE, headers={"if-none-match": seen["ETag"]}).status_code == 304

    change(meeting, publisher, venue="Kremlin")

    assert client.get(HERE, headers={"if-none-match": seen["ETag"]}).status_code == 200


def test_twenty_versions_cost_as_many_queries_as_two(client, meeting, publisher, django_assert_max_num_queries):
    for at in range(19):
        change(meeting, publisher, duration_minutes=at + 1)
    assert Revision.objects.seen().count() == 20

    with django_assert_max_num_queries(14):
        client.get(HERE)
