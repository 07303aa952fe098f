"""The offices in which people spoke, as read from the record."""

from .arrangement import Offices
from .models import Attendance, Tenure


def offices_for(statements):
    """The ``Offices`` of those who made these statements; two queries."""
    speakers = {statement.speaker_id for statement in statements} - {None}
    meetings = {statement.meeting_id for statement in statements}
    seats = Attendance.objects.at(meetings).filter(participant__in=speakers)
    return Offices(seats, Tenure.objects.held_by(speakers))
