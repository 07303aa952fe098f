"""How a release is made, or is not: nothing that is half done ever looks like one."""

import csv
import json
import sqlite3
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_issue, make_meeting, make_participant, make_place, make_source, make_statement
from timeline.changes import record_changed
from timeline.models import Meeting
from timeline.releases import build, names
from timeline.releases.tables import TABLES

pytestmark = pytest.mark.django_db

KEY = "2017-03-20-summit"
NOT_RELEASED = {"state", "waits", "content_updated_at"}  # what editors and the site keep for themselves


@pytest.fixture
def shelf(tmp_path):
    return tmp_path / "releases"


@pytest.fixture
def meeting():
    return make_meeting(KEY, participants=["sergey-lavrov"], title_en="=1+1", issues=["energy", "fisheries"])


def made(shelf):
    return build.make(shelf).directory


def cells(directory, table):
    with (directory / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_command_says_what_it_made_and_the_second_time_that_it_is_there(meeting, shelf, capsys):
    call_command("make_release", into=shelf)
    call_command("make_release", into=shelf)

    first, second = capsys.readouterr().out.splitlines()
    (number,) = [path.name for path in shelf.iterdir()]
    assert first == f"Release {number} was made: {shelf / number}"
    assert second == f"Release {number} is there already, with the same content: {shelf / number}"


def test_without_an_option_it_is_made_where_the_settings_say(meeting, shelf, settings):
    settings.RELEASES_DIR = shelf

    call_command("make_release")

    assert [path.name for path in shelf.iterdir()] == [build.make(shelf).number]


def test_a_number_that_is_there_with_other_content_is_refused_and_stays(meeting, shelf):
    directory = made(shelf)
    before = {path.name: path.read_bytes() for path in directory.iterdir()}
    Meeting.objects.update(venue="Another house")  # behind the back of the data version

    with pytest.raises(CommandError, match=r"is there already with other content .*meetings\.csv.*never changes"):
        call_command("make_release", into=shelf)

    assert {path.name: path.read_bytes() for path in directory.iterdir()} == before
    assert list(shelf.iterdir()) == [directory]


def test_a_change_that_readers_see_gives_the_next_number(meeting, shelf):
    first = build.make(shelf)
    record_changed(meetings=[meeting])

    assert build.make(shelf).is_new
    assert {path.name for path in shelf.iterdir()} == {first.number, build.make(shelf).number}


def test_what_is_interrupted_leaves_nothing(meeting, shelf, monkeypatch):
    def interrupt(*_files):
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "archive", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build.make(shelf)

    assert list(shelf.iterdir()) == []


def test_what_a_killed_process_left_is_no_release_and_the_next_one_takes_it_away(meeting, shelf, settings, client):
    settings.RELEASES_DIR = shelf
    left = shelf / f"{build.UNFINISHED}2026.11.1"
    left.mkdir(parents=True)
    (left / names.MANIFEST).write_text(json.dumps({"number": "2026.11.1", "files": []}))

    assert "No release" in client.get("/data/").content.decode()
    assert [path.name for path in shelf.iterdir() if path != left] == []
    assert list(shelf.iterdir()) == [left]
    directory = made(shelf)
    assert list(shelf.iterdir()) == [directory]


def test_a_record_that_changes_meanwhile_is_not_released(meeting, shelf, monkeypatch):
    write = build.write

    def write_slowly(*arguments):
        write(*arguments)
        record_changed(meetings=[meeting])

    monkeypatch.setattr(build, "write", write_slowly)

    with pytest.raises(CommandError, match="The record changed while the release was being made"):
        call_command("make_release", into=shelf)
    assert list(shelf.iterdir()) == []


def test_a_record_without_a_published_meeting_is_not_released(shelf):
    make_meeting(KEY, state="draft")

    with pytest.raises(CommandError, match="No meeting is published"):
        call_command("make_release", into=shelf)
    assert not shelf.exists()


def test_a_row_that_lacks_what_every_row_has_is_named(meeting, shelf):
    meeting.attendances.update(capacity_en="")

    with pytest.raises(CommandError, match=rf"meeting_participants, row {KEY}, sergey-lavrov: NOT NULL .*capacity_en"):
        call_command("make_release", into=shelf)
    assert list(shelf.iterdir()) == []


def test_a_cell_of_csv_is_no_formula_and_the_other_files_have_the_text_as_it_is(meeting, shelf):
    make_place("tokyo").__class__.objects.update(longitude="-139.69")
    directory = made(shelf)

    assert cells(directory, "meetings")[0]["title.en"] == "'=1+1"
    assert cells(directory, "places")[0]["longitude"] == "-139.69"
    assert json.loads((directory / "meetings.ndjson").read_text())["title"]["en"] == "=1+1"
    with closing(sqlite3.connect(directory / names.DATABASE)) as database:
        assert database.execute("SELECT title_en FROM meetings").fetchall() == [("=1+1",)]


def test_lists_are_numbered_from_one_whatever_their_places_in_the_database(meeting, shelf):
    meeting.issues.through.objects.filter(issue__key="energy").update(sort_value=70)
    meeting.issues.through.objects.filter(issue__key="fisheries").update(sort_value=7)
    make_participant("sergey-lavrov").__class__.objects.update(aliases=["С. Лавров", "ラブロフ"])
    directory = made(shelf)

    rows = [(row["issue.key"], row["position"]) for row in cells(directory, "meeting_issues")]
    assert rows == [("fisheries", "1"), ("energy", "2")]
    rows = [(row["position"], row["alias"]) for row in cells(directory, "participant_aliases")]
    assert rows == [("1", "С. Лавров"), ("2", "ラブロフ")]


def test_what_is_not_known_is_null_and_partial_dates_stay_partial(shelf):
    vague = make_meeting(KEY, start="2014-03-01", end="2014-03-31", precision="month", place=None)
    make_statement(vague)
    directory = made(shelf)

    (row,) = cells(directory, "meetings")
    assert (row["dates.edtf"], row["place.key"], row["duration_minutes"], row["venue"]) == ("2014-03", "", "", "")
    (row,) = map(json.loads, (directory / "statements.ndjson").read_text().splitlines())
    assert (row["in_reply_to"]["key"], row["attributed_to"]["key"], row["phrase"]) == (None, None, None)
    assert row["speaker"]["key"] == "sergey-lavrov"


def test_a_public_issue_does_not_name_a_wider_one_that_is_not_public(meeting, shelf):
    make_issue("energy").__class__.objects.filter(key="energy").update(parent=make_issue("zzsecret"))
    hidden = make_meeting("2018-01-01-draft", state="draft", issues=["zzsecret"], sources=["mid-2017-03-20"])
    make_issue("unused", parent=make_issue("zzsecret-too"))
    hidden.issues.add(make_issue("zzsecret-too"))
    directory = made(shelf)

    public = {row["key"]: row["parent.key"] for row in cells(directory, "issues")}
    assert "zzsecret-too" not in public
    assert set(public.values()) <= {"", *public}


def test_an_order_that_databases_would_differ_about_is_that_of_the_code_points(meeting, shelf):
    for key in ("a-b", "ab", "a1", "a-1", "b", "aa"):
        meeting.sources.add(make_source(key))
    directory = made(shelf)

    assert [row["key"] for row in cells(directory, "sources")] == [
        "a-1",
        "a-b",
        "a1",
        "aa",
        "ab",
        "b",
        "mid-2017-03-20",
    ]


def test_the_order_of_every_table_tells_any_two_rows_apart():
    for table in TABLES:
        kept = {lookup for name in table.key for lookup in table.column(name).reads} | set(table.counted_within)
        assert kept <= set(table.order), table.name


def test_nothing_that_is_recorded_is_left_out():
    read = {}
    for table in TABLES:
        read.setdefault(table.records().model, set()).update(
            lookup.split("__")[0] for lookup in (*table.lookups, *table.order)
        )

    for model, lookups in read.items():
        recorded = {field.name for field in model._meta.concrete_fields if not field.primary_key} - NOT_RELEASED
        by_other_names = {"parent"} if "parent_key" in lookups else set()
        assert recorded <= lookups | by_other_names, model
