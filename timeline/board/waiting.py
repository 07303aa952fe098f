"""What has been in review for long."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from ..dates import day_words
from ..models import Meeting
from .meetings import line_at


def long_in_review(reading):
    """Meetings, and changes to published ones, in review for more than ``REVIEW_DAYS``; the longest first."""
    waiting = [
        (row["waiting_since"], pk) for pk, row in reading.meetings.items() if row["state"] == Meeting.State.IN_REVIEW
    ]
    waiting += [(row["since"], row["meeting"]) for row in reading.changes.values()]
    latest = timezone.now() - timedelta(days=settings.REVIEW_DAYS)
    return [line_at(reading, "meeting", pk, pk, since=since) for since, pk in sorted(waiting) if since < latest]


def words(line):
    """Since when it is in review."""
    days = (timezone.now() - line.facts["since"]).days
    return ngettext("In review since %(day)s: for %(n)d day.", "In review since %(day)s: for %(n)d days.", days) % {
        "day": day_words(line.facts["since"].date()),
        "n": days,
    }


def where(line):
    """The form of the meeting, which says what may be done with it."""
    return reverse("admin:timeline_meeting_change", args=[line.pk])
