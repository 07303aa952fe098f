"""Results are kept beside the sources, all or nothing, and readers are told of what they see change."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_meeting, make_statement
from tests.pages.reading import fact, read, words
from timeline.changes import record_changed
from timeline.models import Change, DataVersion, LinkState, Meeting, Revision, Source

pytestmark = pytest.mark.django_db

COPY = "https://archive.example/mid"


@pytest.fixture
def recorded(tmp_path, record_sources):
    """Records rows of key, status and whatever else the file may give; what the command says."""

    def record(*rows, when="2026-11-20T10:00:00Z", options=()):
        path, said = tmp_path / "links.csv", StringIO()
        lines = [f"https://example.org/{key},{when},{','.join(rest)}" for key, *rest in rows]
        path.write_text("\n".join(["url,checked_at,status,final_url,archived_url", *lines]))
        call_command("record_link_states", str(path), *options, stdout=said, stderr=said)
        return said.getvalue()

    return record


@pytest.fixture
def record_sources():
    """Two sources of a published meeting with a statement, one of a draft; the public knows of them."""
    make_statement(make_meeting(sources=["mid", "mofa"]), sources=["mid"])
    make_meeting("2018-01-01-draft", sources=["hidden"], state="draft")
    record_changed(Meeting.objects.all(), whole=True)


def states():
    return {state.source.key: (state.state, state.detail) for state in LinkState.objects.select_related("source")}


def told(since):
    changes = Change.objects.filter(pk__gt=since).oldest_first()
    return [(change.noun, change.key, change.fields) for change in changes]


def last_change():
    return Change.objects.newest_first().values_list("pk", flat=True)[0]


def test_states_are_kept_and_unknown_addresses_told(recorded):
    said = recorded(("mid", "404", "", ""), ("mofa", "200", "", ""), ("nowhere", "200", "", ""))

    assert states() == {"mid": ("dead", "404"), "mofa": ("alive", "200")}
    assert "2 recorded" in said
    assert "No source has this address (line 4): https://example.org/nowhere" in said


def test_nothing_is_recorded_where_a_line_is_at_fault_nor_in_a_dry_run(recorded):
    with pytest.raises(CommandError, match="1 fault; nothing was recorded"):
        recorded(("mid", "404", "", ""), ("mofa", "whatever", "", ""))
    said = recorded(("mid", "404", "", COPY), options=["--dry-run"])

    assert "Dry run" in said
    assert states() == {}
    assert Source.objects.get(key="mid").archived_url == ""


def test_the_newest_check_stays(recorded):
    recorded(("mid", "200", "", ""))
    older = recorded(("mid", "404", "", ""), when="2026-11-19T10:00:00Z")
    again = recorded(("mid", "200", "", ""))

    assert "1 older than what is known" in older
    assert "1 known already" in again
    assert states() == {"mid": ("alive", "200")}


def test_readers_are_told_of_a_state_but_not_of_a_check_that_found_the_same(recorded):
    before, stamp = last_change(), Meeting.objects.get(key="2017-03-20-summit").content_updated_at
    recorded(("mid", "200", "", ""), ("hidden", "200", "", ""))

    assert told(before) == [("sources", "mid", ["link_state"])]
    assert Meeting.objects.get(key="2017-03-20-summit").content_updated_at == stamp

    before, version = last_change(), DataVersion.objects.current().number
    recorded(("mid", "200", "", ""), when="2026-11-21T10:00:00Z")

    assert told(before) == []
    assert DataVersion.objects.current().number == version + 1


def test_a_death_moves_the_stamp_of_the_meetings_that_show_the_link(recorded):
    stamp = Meeting.objects.get(key="2017-03-20-summit").content_updated_at
    draft = Meeting.objects.get(key="2018-01-01-draft").content_updated_at
    recorded(("mid", "404", "", ""), ("hidden", "404", "", ""))

    assert Meeting.objects.get(key="2017-03-20-summit").content_updated_at > stamp
    assert Meeting.objects.get(key="2018-01-01-draft").content_updated_at == draft


def test_an_archived_copy_fills_what_is_empty_and_replaces_nothing(recorded):
    Source.objects.filter(key="mofa").update(archived_url="https://archive.example/own")
    said = recorded(("mid", "404", "", COPY), ("mofa", "404", "", COPY))

    assert Source.objects.get(key="mid").archived_url == COPY
    assert Source.objects.get(key="mofa").archived_url == "https://archive.example/own"
    assert "Archived copy added: source mid" in said
    assert "left out: source mofa" in said
    assert Revision.objects.of("sources", "mid").last().deed == "imported"


def test_what_was_found_at_another_address_says_nothing_of_the_present_one(recorded):
    recorded(("mid", "404", "", ""))
    Source.objects.filter(key="mid").update(url="https://example.org/new")

    assert Source.objects.get(key="mid").known_link is None
    assert not Source.objects.with_link_as("dead").exists()


def test_a_dead_link_gives_way_to_the_archived_copy_wherever_it_is_shown(recorded, client):
    recorded(("mid", "404", "", COPY), ("mofa", "404", "", ""))
    page, without = read(client, "/sources/mid/"), read(client, "/sources/mofa/")

    assert fact(page, "Address") == ["https://example.org/mid", "link recorded dead on 20 November 2026"]
    assert [words(term) for term in page.cssselect(".facts dt")][-2:] == ["Archived copy", "Address"]
    assert fact(without, "Archived copy") == ["none known"]
    for address in ("/meetings/2017-03-20-summit/", "/sources/"):
        first, last = read(client, address).cssselect(".sources > li")
        assert first.cssselect("a")[0].get("href") == COPY
        assert "(archived copy; the link was recorded dead on 20 November 2026)." in words(first)
        assert "(the link was recorded dead on 20 November 2026; no archived copy is known)." in words(last)


def test_the_api_and_the_table_give_state_and_day_of_the_check(recorded, client):
    recorded(("mid", "404", "", ""))
    known = {"state": "dead", "checked_at": "2026-11-20T10:00:00Z"}

    assert client.get("/api/v1/sources/mid/").json()["link_state"] == known
    assert client.get("/api/v1/sources/mofa/").json()["link_state"] is None
    cited = client.get("/api/v1/meetings/2017-03-20-summit/").json()["sources"]
    assert [source["link_state"] for source in cited] == [known, None]
    header, row, *_ = b"".join(client.get("/sources.csv")).decode().splitlines()
    cells = dict(zip(header.split(","), row.split(","), strict=True))
    assert (cells["link_state.state"], cells["link_state.checked_at"]) == tuple(known.values())


def test_editors_filter_by_state_and_see_it_on_the_form(recorded, admin_client):
    recorded(("mid", "200", "https://example.org/moved", ""))
    address = f"/admin/timeline/source/{Source.objects.get(key='mid').pk}/change/"

    assert "moved (answer 200), tried on 20 November 2026" in admin_client.get(address).content.decode()
    for asked, keys in (("moved", {"mid"}), ("dead", set()), ("never", {"mofa", "hidden"})):
        found = admin_client.get(f"/admin/timeline/source/?link={asked}").context["cl"].queryset
        assert {source.key for source in found} == keys
