"""Rules of meetings and of who sat there."""

from collections import defaultdict
from datetime import timedelta

from timeline.models import Attendance, Meeting, Participant, Precision, Side

from .registry import Severity, rule

TALKS_BY_TELEPHONE = ("leaders-call", "ministers-call")  # how their keys end
LONGEST_MEETING = timedelta(days=4)
_DATED = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}  # characters of 2017-03-20 that are known


@rule(Severity.ERROR)
def meeting_has_a_source(picture):
    """Every meeting names a source."""
    for meeting in picture.all(Meeting):
        if not meeting.sources:
            yield meeting, "names no source"


@rule(Severity.ERROR)
def meeting_has_an_issue(picture):
    """Every meeting names an issue."""
    for meeting in picture.all(Meeting):
        if not meeting.issues:
            yield meeting, "names no issue"


@rule(Severity.ERROR)
def partial_date_fills_its_period(picture):
    """A date known to the month or year runs from the first to the last day of that period."""
    for meeting in picture.all(Meeting):
        if not _fills_its_period(meeting):
            yield meeting, f"is known to the {meeting.precision}, but runs from {meeting.start} to {meeting.end}"


def _fills_its_period(meeting):
    after = meeting.end + timedelta(days=1)
    if meeting.precision == Precision.YEAR:
        return (meeting.start.month, meeting.start.day, after.month, after.day) == (1, 1, 1, 1)
    return meeting.precision == Precision.DAY or meeting.start.day == after.day == 1


@rule(Severity.WARNING)
def meeting_lasts_some_days_at_most(picture):
    """A meeting known to the day lasts four days at most; a longer span is a date known to the month."""
    for meeting in picture.all(Meeting):
        if meeting.precision == Precision.DAY and meeting.end - meeting.start >= LONGEST_MEETING:
            yield meeting, f"runs from {meeting.start} to {meeting.end}"


@rule(Severity.WARNING)
def key_begins_with_the_start(picture):
    """The key of a meeting begins with its first day, as far as that is known."""
    for meeting in picture.all(Meeting):
        start = meeting.start.isoformat()[: _DATED[meeting.precision]]
        if not meeting.key[0].startswith(start):
            yield meeting, f"begins on {start}; a published key stays, a draft should get another"


@rule(Severity.WARNING)
def held_meeting_has_both_sides(picture):
    """At a meeting that was held, somebody of each side sat."""
    sides = defaultdict(set)
    for seat in picture.all(Attendance):
        sides[seat.meeting].add(seat.side)
    for meeting in picture.all(Meeting):
        missing = [side.label for side in Side if side not in sides[meeting.key]]
        if meeting.status == Meeting.Status.HELD and missing:
            yield meeting, f"nobody of {' or '.join(map(str, missing))} is listed"


@rule(Severity.WARNING)
def meeting_in_person_has_a_place(picture):
    """A meeting that was held has a place, and a telephone talk has none."""
    for meeting in picture.all(Meeting):
        call = meeting.key[0].endswith(TALKS_BY_TELEPHONE)
        if call and meeting.place:
            yield meeting, f"is a call, but has the place {meeting.place[0]}"
        elif not call and not meeting.place and meeting.status == Meeting.Status.HELD:
            yield meeting, "was held, but has no place"


@rule(Severity.ERROR)
def participant_sits_with_their_country(picture):
    """A participant sits on the side of their own country."""
    for seat in picture.all(Attendance):
        country = picture.get(Participant, seat.participant).country
        if country != seat.side:
            yield seat, f"sits for {seat.side}, but is of {country}"
