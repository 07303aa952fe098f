"""What editors changed is reported and kept, unless the load is told to overwrite it."""

import pytest

from tests.factories import make_issue, make_meeting
from tests.loading.conftest import TWO_PLUS_TWO
from timeline.loading import load
from timeline.models import LoadedRow, Meeting, Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(vocabulary, write):
    """The record, written and loaded once."""
    file = write(TWO_PLUS_TWO)
    load([file])
    return file


def kept(report):
    return [(step.why, *step.entry.key) for step in report.kept]


def test_an_editors_change_is_kept_and_then_overwritten(file):
    Meeting.objects.update(summary_en="Rewritten by an editor.")

    assert kept(load([file])) == [("changed by an editor", "2017-03-20-two-plus-two")]
    assert Meeting.objects.get().summary_en == "Rewritten by an editor."

    assert kept(load([file], overwrite=True)) == []
    assert Meeting.objects.get().summary_en == "The four ministers met for the second time."
    assert kept(load([file])) == []


def test_an_editors_change_of_a_list_is_a_change(file):
    Meeting.objects.get().issues.add(make_issue("airspace"))

    assert kept(load([file])) == [("changed by an editor", "2017-03-20-two-plus-two")]
    assert Meeting.objects.get().issues.count() == 3


def test_an_editors_change_is_kept_when_the_fixture_changed_too(file, write):
    Statement.objects.filter(number=2).update(text_en="Rewritten by an editor.")

    report = load([write(TWO_PLUS_TWO.replace("It threatens nobody.", "It is for defence only."))])

    assert kept(report) == [("changed by an editor", "2017-03-20-two-plus-two", 2)]
    assert Statement.objects.get(number=2).text_en == "Rewritten by an editor."


def test_an_editor_who_made_the_same_change_as_the_fixture_is_no_conflict(file, write):
    Statement.objects.filter(number=2).update(text_en="It is for defence only.")
    changed = write(TWO_PLUS_TWO.replace("It threatens nobody.", "It is for defence only."))

    assert kept(load([changed])) == []
    Statement.objects.filter(number=2).update(text_en="Rewritten by an editor.")
    assert kept(load([changed])) == [("changed by an editor", "2017-03-20-two-plus-two", 2)]


def test_a_record_that_an_editor_made_first_is_kept(vocabulary, write):
    make_meeting("2017-03-20-two-plus-two", issues=["security", "missile-defence"], summary_en="An editor's.")

    report = load([write(TWO_PLUS_TWO[: TWO_PLUS_TWO.index("- model: timeline.number")])])

    assert kept(report) == [("made by an editor", "2017-03-20-two-plus-two")]
    assert Meeting.objects.get().summary_en == "An editor's."


def test_a_record_that_an_editor_deleted_stays_deleted(file):
    Statement.objects.get(number=2).delete()

    assert kept(load([file])) == [("deleted by an editor", "2017-03-20-two-plus-two", 2)]
    assert Statement.objects.count() == 1

    load([file], overwrite=True)
    assert Statement.objects.count() == 2


def test_a_deleted_meeting_stays_deleted_with_all_that_hung_on_it(file):
    Statement.objects.filter(number=2).delete()
    Meeting.objects.get().delete()

    assert len(kept(load([file]))) == 5
    assert not Meeting.objects.exists()


def test_a_complete_load_reports_what_the_fixtures_no_longer_hold(file, write, tmp_path, settings):
    settings.BASE_DIR = tmp_path
    (tmp_path / "fixtures").mkdir()
    without_reply = TWO_PLUS_TWO[: TWO_PLUS_TWO.rindex("- model")]
    (tmp_path / "fixtures" / "record.yaml").write_text(without_reply, encoding="utf-8")

    report = load()

    assert report.missing == [(Statement, ("2017-03-20-two-plus-two", 2))]
    assert Statement.objects.count() == 2


def test_what_neither_the_fixtures_nor_the_record_hold_is_forgotten(file, tmp_path, settings):
    settings.BASE_DIR = tmp_path
    (tmp_path / "fixtures").mkdir()
    without_reply = TWO_PLUS_TWO[: TWO_PLUS_TWO.rindex("- model")]
    (tmp_path / "fixtures" / "record.yaml").write_text(without_reply, encoding="utf-8")
    Statement.objects.get(number=2).delete()

    assert load().missing == []
    assert not LoadedRow.objects.filter(natural_key='["2017-03-20-two-plus-two", 2]').exists()


def test_a_load_of_some_files_says_nothing_of_the_others(file, write):
    without_reply = TWO_PLUS_TWO[: TWO_PLUS_TWO.rindex("- model")]

    assert load([write(without_reply)]).missing == []
