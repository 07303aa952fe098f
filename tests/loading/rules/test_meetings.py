"""Rules of meetings and of who sat there."""

from tests.factories import make_attendance, make_meeting, make_tenure

from .planting import Faults, findings, make_another, seats

FAULTS = Faults()


@FAULTS.against("meeting_has_a_source", "error", "meeting 2017-03-20-summit: names no source")
def meeting_without_source(meeting):
    meeting.sources.clear()
    make_another("2017-04-27-summit", status="planned")


@FAULTS.against("meeting_has_an_issue", "error", "meeting 2017-03-20-summit: names no issue")
def meeting_without_issue(meeting):
    meeting.issues.clear()
    make_another("2017-04-27-summit", status="planned")


@FAULTS.against(
    "partial_date_fills_its_period",
    "error",
    "meeting 2017-05-summit: is known to the month, but runs from 2017-05-01 to 2017-05-30",
)
def month_that_ends_early(meeting):
    make_meeting("2017-05-summit", start="2017-05-01", end="2017-05-30", precision="month", status="planned")


@FAULTS.against(
    "key_begins_with_the_start",
    "warning",
    "meeting 2017-04-27-summit: begins on 2017-04-28; a published key stays, a draft should get another",
)
def key_of_another_day(meeting):
    make_meeting("2017-04-27-summit", start="2017-04-28", status="planned")


@FAULTS.against("held_meeting_has_both_sides", "warning", "meeting 2017-04-27-summit: nobody of Japan is listed")
def meeting_of_one_side(meeting):
    make_another("2017-04-27-summit", participants=["sergey-lavrov"])


@FAULTS.against("meeting_in_person_has_a_place", "warning", "meeting 2017-04-27-summit: was held, but has no place")
def meeting_nowhere(meeting):
    make_another("2017-04-27-summit", place=None, participants=seats(meeting))


@FAULTS.against(
    "meeting_in_person_has_a_place", "warning", "meeting 2017-04-27-leaders-call: is a call, but has the place tokyo"
)
def call_somewhere(meeting):
    make_another("2017-04-27-leaders-call", participants=seats(meeting))


@FAULTS.against(
    "meeting_lasts_some_days_at_most", "warning", "meeting 2017-04-20-summit: runs from 2017-04-20 to 2017-04-27"
)
def meeting_of_a_week(meeting):
    make_meeting("2017-04-20-summit", start="2017-04-20", end="2017-04-27", status="planned")


@FAULTS.against(
    "participant_sits_with_their_country",
    "error",
    "participant at the meeting 2017-03-20-summit sergey-lavrov: sits for JP, but is of RU",
)
def seat_on_the_other_side(meeting):
    meeting.attendances.filter(participant__key="sergey-lavrov").update(side="JP")
    make_attendance(meeting, "vladimir-putin", capacity_en="President")
    make_tenure("ru-president", "vladimir-putin")


@FAULTS.each
def test_a_planted_fault_is_found_and_no_other(meeting, fault):
    fault.plant(meeting)

    assert findings() == fault.findings
