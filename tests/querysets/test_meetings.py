"""Questions asked of the meetings, at their edges."""

from datetime import date

import pytest

from timeline.models import Meeting

from ..factories import (
    make_issue,
    make_meeting,
    make_number,
    make_participant,
    make_source,
    make_statement,
    make_tenure,
)

pytestmark = pytest.mark.django_db


def keys(meetings):
    return [meeting.key for meeting in meetings]


@pytest.fixture
def _spans():
    make_meeting("day", start="2017-03-20")
    make_meeting("days", start="2017-03-31", end="2017-04-02")
    make_meeting("month", start="2017-04-01", end="2017-04-30", precision="month")
    make_meeting("year", start="2017-01-01", end="2017-12-31", precision="year")


@pytest.mark.usefixtures("_spans")
@pytest.mark.parametrize(
    ("first", "last", "overlapping", "within"),
    [
        (date(2017, 3, 20), date(2017, 3, 20), ["year", "day"], ["day"]),
        (date(2017, 3, 21), date(2017, 3, 30), ["year"], []),
        (date(2017, 4, 2), date(2017, 4, 30), ["year", "days", "month"], []),
        (date(2017, 4, 1), date(2017, 4, 30), ["year", "days", "month"], ["month"]),
        (date(2017, 1, 1), date(2017, 12, 31), ["year", "day", "days", "month"], ["year", "day", "days", "month"]),
        (None, date(2017, 3, 20), ["year", "day"], ["day"]),
        (date(2017, 4, 3), None, ["year", "month"], []),
        (None, None, ["year", "day", "days", "month"], ["year", "day", "days", "month"]),
    ],
)
def test_a_range_of_days_holds_what_could_or_surely_does_lie_in_it(first, last, overlapping, within):
    assert keys(Meeting.objects.overlapping(first, last).oldest_first()) == overlapping
    assert keys(Meeting.objects.within(first, last).oldest_first()) == within


@pytest.mark.usefixtures("_spans")
def test_a_meeting_under_way_belongs_to_both_ends():
    assert "days" in keys(Meeting.objects.since(date(2017, 4, 2)))
    assert "days" not in keys(Meeting.objects.since(date(2017, 4, 3)).filter(precision="day"))
    assert "days" in keys(Meeting.objects.until(date(2017, 3, 31)))
    assert "days" not in keys(Meeting.objects.until(date(2017, 3, 30)))


def test_only_published_meetings_are_public():
    for state in Meeting.State.values:
        make_meeting(state, state=state)
    assert keys(Meeting.objects.published()) == ["published"]


def test_a_meeting_about_two_issues_comes_once():
    make_meeting("both", issues=["energy", "visas"])
    assert keys(Meeting.objects.about(["energy", "visas"])) == ["both"]
    assert keys(make_issue("energy").meetings.published().about(["visas"])) == ["both"]
    assert keys(Meeting.objects.about([])) == []


def test_two_participants_of_one_meeting_find_it_once():
    make_meeting("both", participants=["sergey-lavrov", ("fumio-kishida", {"side": "JP"})])
    assert keys(Meeting.objects.attended_by(["sergey-lavrov", "fumio-kishida"])) == ["both"]


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ({}, True),
        ({"start": "2017-03-20", "end": "2017-03-20"}, True),
        ({"start": "2017-03-21"}, False),
        ({"end": "2017-03-19"}, False),
        ({"end": "2017-03-01", "end_precision": "month"}, True),
        ({"end": "2017-02-01", "end_precision": "month"}, False),
        ({"end": "2017-01-01", "end_precision": "year"}, True),
        ({"end": "2016-01-01", "end_precision": "year"}, False),
        ({"start": "2017-03-01", "start_precision": "month"}, True),
    ],
)
def test_an_office_counts_while_its_holder_may_have_held_it(term, found):
    make_meeting("day", participants=["sergey-lavrov"])
    make_tenure("minister", "sergey-lavrov", **term)
    assert bool(keys(Meeting.objects.attended_from(["minister"]))) is found


def test_what_a_meeting_lacks_is_the_opposite_of_what_it_has():
    make_source("mofa", side="JP")
    with_all = make_meeting("all", sources=["mofa", "mid-2017-03-20"], discrepancies="They differ.")
    make_statement(with_all)
    make_number(with_all)
    make_meeting("none", sources=[])
    for question in (
        "with_statement",
        "with_number",
        "with_discrepancy",
        "with_readout_of_japan",
        "with_readout_of_russia",
    ):
        assert keys(getattr(Meeting.objects, question)()) == ["all"]
        assert keys(Meeting.objects.lacking(question)) == ["none"]


def test_orders_end_in_the_key():
    for key in ("b", "a", "c"):
        make_meeting(key)
    assert keys(Meeting.objects.oldest_first()) == ["a", "b", "c"]
    assert keys(Meeting.objects.newest_first()) == ["c", "b", "a"]


def test_a_page_is_loaded_with_the_same_number_of_queries_for_any_meeting(django_assert_max_num_queries):
    meeting = make_meeting("big", participants=["sergey-lavrov", "sergei-shoigu"])
    for _number in range(20):
        make_statement(meeting, speaker=make_participant("sergey-lavrov"))
    with django_assert_max_num_queries(13):
        loaded = Meeting.objects.for_page().get()
        assert len([statement.speaker.name for statement in loaded.statements.all()]) == 20
