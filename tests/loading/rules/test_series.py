"""Rules of official counts."""

from tests.factories import make_number, make_series

from .planting import Faults, findings, make_another, seats

FAULTS = Faults()


@FAULTS.against(
    "numbers_rise_with_the_date",
    "error",
    "official number 2017-03-20-summit two-plus-two: has 1 after 2 of 2016-01-01-summit",
)
def number_against_the_date(meeting):
    make_number(make_another("2016-01-01-summit", participants=seats(meeting)), number=2)
    make_number(meeting, number=1)


@FAULTS.against("count_has_no_holes", "warning", "official count two-plus-two: lacks 8, 9 (2 of 7–10)")
def hole_in_a_count(meeting):
    make_number(make_another("2016-01-01-summit", participants=seats(meeting)), number=7)
    make_number(meeting, number=10)


@FAULTS.against(
    "sessions_count_from_one",
    "warning",
    "official number 2017-03-20-summit two-plus-two: round 1 has the sessions 2",
)
def second_session_only(meeting):
    make_number(meeting, session=2)


@FAULTS.against(
    "only_held_meetings_are_counted",
    "error",
    "official number 2017-04-27-summit two-plus-two: numbers a meeting that was planned",
)
def number_of_a_planned_meeting(meeting):
    make_number(make_another("2017-04-27-summit", status="planned"))


@FAULTS.against("count_has_members", "note", "official count empty: numbers no meeting")
def count_without_members(meeting):
    make_series("empty")


@FAULTS.each
def test_a_planted_fault_is_found_and_no_other(meeting, fault):
    fault.plant(meeting)

    assert findings() == fault.findings


def test_the_count_may_begin_above_one(meeting):
    make_number(meeting, number=24)

    assert findings() == {}


def test_sessions_of_one_round_rise_with_the_date(meeting):
    make_number(meeting, number=3, session=1)
    make_number(make_another("2017-04-27-summit", participants=seats(meeting)), number=3, session=2)

    assert findings() == {}
