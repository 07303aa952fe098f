"""The office of a speaker, at the table or as the tenures say."""

from datetime import timedelta

from ..dates import end_of_month
from ..models.choices import Kind, Precision
from ..models.translated import Localised, in_language

NOBODY = Localised("", "")


class Offices:
    """Who held which office: as at the table, else as the tenures say."""

    def __init__(self, seats, tenures):
        self.seats = {(seat.meeting_id, seat.participant_id): seat for seat in seats}
        self.tenures = {}
        for tenure in tenures:
            self.tenures.setdefault(tenure.participant_id, []).append(tenure)

    def of(self, statement):
        """The office of a speaker: as at the table, or the one held on that day, if there is exactly one."""
        seat = self.seats.get((statement.meeting_id, statement.speaker_id))
        if seat:
            return in_language(seat, "capacity")
        day = statement.said_on or statement.meeting.start
        held = [
            tenure for tenure in self.tenures.get(statement.speaker_id, ()) if covers(tenure, day, statement.speaker)
        ]
        offices = {tenure.office_id: tenure.office for tenure in held}
        return in_language(next(iter(offices.values())), "title") if len(offices) == 1 else NOBODY


def covers(tenure, day, holder):
    """Whether ``holder`` surely held an office on that day; an unknown end counts as still held.

    Without a known first day nobody can say so of an official; an observer's post only says who speaks.
    """
    if tenure.start is None and holder.kind != Kind.OBSERVER:
        return False
    begun = tenure.start is None or _last_day(tenure.start, tenure.start_precision) <= day
    ended = tenure.end is not None and _last_day(tenure.end, tenure.end_precision) < day
    return begun and not ended


def _last_day(day, precision):
    """The last day that a partial date may mean."""
    if precision == Precision.MONTH:
        return end_of_month(day)
    if precision == Precision.YEAR:
        return day.replace(year=day.year + 1, month=1, day=1) - timedelta(days=1)
    return day
