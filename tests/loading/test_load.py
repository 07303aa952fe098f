"""A load creates, changes and leaves alone by natural key, and moves the data version only when something changed."""

import json
from datetime import date

import pytest
import yaml
from django.test import Client

from tests.factories import make_meeting, make_office, make_participant, make_statement
from tests.loading.conftest import TWO_PLUS_TWO
from timeline.editing.difference import differences
from timeline.loading import load
from timeline.models import (
    Attendance,
    DataVersion,
    Format,
    Issue,
    Meeting,
    MeetingLink,
    Number,
    Place,
    Revision,
    Statement,
)

pytestmark = pytest.mark.django_db

LINKED = (
    TWO_PLUS_TWO
    + TWO_PLUS_TWO[: TWO_PLUS_TWO.index("- model: timeline.number")]
    .replace("2017-03-20", "2018-07-31")
    .replace("[mid-2018-07-31], [mofa-2018-07-31]", "[mid-2017-03-20]")
    + (
        "- model: timeline.meetinglink\n"
        "  fields:\n"
        "    earlier: [2017-03-20-two-plus-two]\n"
        "    later: [2018-07-31-two-plus-two]\n"
        "    kind: resumed\n"
        "    sources: [[mid-2017-03-20]]\n"
    )
)


def version():
    return DataVersion.objects.current().number


def outcomes(report):
    return {model.__name__: dict(counts) for model, counts in report.counts.items()}


@pytest.fixture
def loaded(vocabulary, write):
    load([write(TWO_PLUS_TWO)])


def test_every_value_arrives_and_lists_keep_their_order(loaded):
    meeting = Meeting.objects.get(key="2017-03-20-two-plus-two")
    claim, reply = meeting.statements.all()

    assert (meeting.title_ru, meeting.start, meeting.format.key) == ("«2+2», Токио", date(2017, 3, 20), "two-plus-two")
    assert [issue.key for issue in meeting.issues.all()] == ["security", "missile-defence"]
    assert [issue.key for issue in reply.issues.all()] == ["missile-defence", "security"]
    assert [source.key for source in reply.sources.all()] == ["mofa-2017-03-20", "mid-2017-03-20"]
    places = Statement.sources.through.objects.filter(statement=reply).values_list("source__key", "sort_value")
    assert dict(places) == {"mofa-2017-03-20": 0, "mid-2017-03-20": 1}
    assert (reply.in_reply_to, reply.attributed_to.key, claim.speaker.key) == (claim, "mofa-japan", "sergey-lavrov")
    assert Number.objects.get().number == 2
    assert Attendance.objects.get().lead


def test_a_field_left_out_has_its_default(loaded):
    meeting = Meeting.objects.get()

    assert (meeting.precision, meeting.venue, meeting.duration_minutes) == ("day", "", None)


def test_the_same_load_again_changes_nothing(loaded, write, django_assert_max_num_queries):
    before, stamp = version(), Meeting.objects.get().content_updated_at

    with django_assert_max_num_queries(45):
        report = load([write(TWO_PLUS_TWO)])

    assert outcomes(report) == {
        "Meeting": {"unchanged": 1},
        "Number": {"unchanged": 1},
        "Attendance": {"unchanged": 1},
        "Statement": {"unchanged": 2},
    }
    assert (version(), Meeting.objects.get().content_updated_at) == (before, stamp)


def test_a_load_moves_the_data_version_once_and_stamps_the_meetings_it_changed(loaded, write):
    other = make_meeting("2016-01-01-summit")
    before, other_stamp, stamp = version(), other.content_updated_at, Meeting.objects.get(format__key="two-plus-two")

    report = load([write(TWO_PLUS_TWO.replace("It threatens nobody.", "It is for defence only."))])

    assert outcomes(report)["Statement"] == {"updated": 1, "unchanged": 1}
    assert version() == before + 1
    assert Meeting.objects.get(pk=stamp.pk).content_updated_at > stamp.content_updated_at
    assert Meeting.objects.get(pk=other.pk).content_updated_at == other_stamp


def test_what_changed_is_found_by_search(loaded, write):
    load([write(TWO_PLUS_TWO.replace("It threatens nobody.", "It is a shield."))])

    from timeline import search

    assert [meeting.key for meeting in search.matching(Meeting.objects.all(), "shield")] == ["2017-03-20-two-plus-two"]
    assert not search.matching(Meeting.objects.all(), "threatens")


def test_a_changed_order_of_a_list_is_loaded(loaded, write):
    swapped = TWO_PLUS_TWO.replace("[[security], [missile-defence]]", "[[missile-defence], [security]]")

    load([write(swapped)])

    assert [issue.key for issue in Meeting.objects.get().issues.all()] == ["missile-defence", "security"]


def test_rows_may_stand_in_any_order(vocabulary, write):
    rows = yaml.safe_load(LINKED)

    load([write(json.dumps(rows[::-1], default=str, ensure_ascii=False), "record.json")])

    assert Statement.objects.get(number=2).in_reply_to.number == 1
    assert [source.key for source in MeetingLink.objects.get().sources.all()] == ["mid-2017-03-20"]


def test_a_directory_is_loaded_with_all_below_it(vocabulary, tmp_path):
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings" / "2017.yml").write_text(TWO_PLUS_TWO, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a fixture", encoding="utf-8")

    assert outcomes(load([tmp_path]))["Meeting"] == {"created": 1}


def test_an_issue_may_come_before_the_one_it_is_part_of(vocabulary, write):
    issue = {f"{name}_{code}": "Text" for name in ("name", "description") for code in ("en", "ru", "ja")}
    child = {"model": "timeline.issue", "fields": {"key": "airspace", "parent": ["skies"], "order": 8, **issue}}
    parent = {"model": "timeline.issue", "fields": {"key": "skies", "order": 9, **issue}}

    load([write(json.dumps([child, parent]), "issues.json")])

    assert Issue.objects.get(key="airspace").parent.key == "skies"


def test_meetings_may_change_their_numbers(vocabulary, write):
    number = (
        "- model: timeline.number\n  fields: {meeting: [2018-07-31-two-plus-two], series: [two-plus-two], number: 3}\n"
    )
    load([write(LINKED + number)])

    load([write(LINKED.replace("number: 2\n- model", "number: 3\n- model") + number.replace("number: 3", "number: 4"))])

    assert list(Number.objects.order_by("number").values_list("meeting__key", "number")) == [
        ("2017-03-20-two-plus-two", 3),
        ("2018-07-31-two-plus-two", 4),
    ]


def test_a_coordinate_is_compared_as_it_is_stored(vocabulary, write):
    place = {f"name_{code}": "Osaka" for code in ("en", "ru", "ja")} | {"key": "osaka", "time_zone": "Asia/Tokyo"}
    text = json.dumps([{"model": "timeline.place", "fields": {**place, "latitude": 34.69, "longitude": 135.5}}])
    load([write(text, "places.json")])

    assert outcomes(load([write(text, "places.json")])) == {"Place": {"unchanged": 1}}
    assert str(Place.objects.get(key="osaka").longitude) == "135.50"


def test_a_changed_name_stamps_the_meetings_that_show_it(loaded, write):
    stamp = Meeting.objects.get().content_updated_at
    names = {f"{name}_{code}": "2+2" for name in ("name", "short_name", "description") for code in ("en", "ru", "ja")}
    row = {"model": "timeline.format", "fields": {"key": "two-plus-two", "rank": 2, "order": 1, **names}}

    load([write(json.dumps([row]), "formats.json")], overwrite=True)

    assert Format.objects.get(key="two-plus-two").name_en == "2+2"
    assert Meeting.objects.get().content_updated_at > stamp


def test_a_changed_tenure_stamps_the_meetings_of_its_holder(loaded, write):
    make_office("ru-minister-of-foreign-affairs")
    stamp = Meeting.objects.get().content_updated_at
    tenure = {"office": ["ru-minister-of-foreign-affairs"], "participant": ["sergey-lavrov"], "start": "2004-03-09"}

    load([write(json.dumps([{"model": "timeline.tenure", "fields": tenure}]), "tenures.json")])

    assert Meeting.objects.get().content_updated_at > stamp


def test_an_error_that_the_record_has_already_keeps_nothing_else_out(vocabulary, write):
    make_statement(make_meeting("2016-01-01-summit"), sources=[])

    assert outcomes(load([write(TWO_PLUS_TWO)]))["Meeting"] == {"created": 1}


def test_a_dry_run_counts_and_changes_nothing(vocabulary, write):
    report = load([write(TWO_PLUS_TWO)], dry_run=True)

    assert outcomes(report)["Statement"] == {"created": 2}
    assert not Meeting.objects.exists()
    assert version() == 0


def test_a_load_costs_as_many_queries_for_one_statement_as_for_thirty(loaded, write, django_assert_max_num_queries):
    claim = TWO_PLUS_TWO[TWO_PLUS_TWO.index("- model: timeline.statement") :].split("- model")[1]
    more = "".join(f"- model{claim}".replace("number: 1", f"number: {number}") for number in range(3, 33))

    with django_assert_max_num_queries(135):
        load([write(TWO_PLUS_TWO + more)])

    assert Statement.objects.count() == 32


def test_statements_of_other_meetings_are_left_alone(loaded, write):
    other = make_statement(make_meeting("2016-01-01-summit"), speaker=make_participant())

    load([write(TWO_PLUS_TWO.replace("[[missile-defence]]", "[[security]]"))])

    assert [issue.key for issue in other.issues.all()] == ["peace-treaty"]


def test_what_a_load_changes_in_a_record_that_was_there_is_kept_as_versions(loaded, write):
    assert not Revision.objects.exists()

    load([write(TWO_PLUS_TWO.replace("It threatens nobody.", "It is no threat."))])

    before, after = Revision.objects.of("meetings", "2017-03-20-two-plus-two")
    assert [(one.deed, one.public, one.editor) for one in (before, after)] == [("loaded", True, None)] * 2
    assert [one[3:] for one in differences(before.document, after.document)] == [
        ("text_en", "It threatens nobody.", "It is no threat.")
    ]
    assert Revision.objects.count() == 2
    assert "changed with the files of the record" in Client().get("/meetings/2017-03-20-two-plus-two/history/").text
