"""What a chunk of meetings rests on and hangs on: each question one query, whatever the number of meetings."""

from collections import defaultdict

from django.db.models import Q

from ..dates import partial_edtf
from ..models import Meeting, MeetingLink


def sources_of(meetings):
    """The sources of each of ``meetings`` (cards), in their order, by the meeting's key."""
    links = Meeting.sources.through.objects.filter(meeting__key__in=[meeting.key for meeting in meetings])
    found = defaultdict(list)
    for link in links.select_related("meeting", "source").order_by("meeting_id", "sort_value"):
        found[link.meeting.key].append(link.source)
    return found


def former_dates_of(meetings):
    """On which dates each of ``meetings`` (cards) was to begin before it was put off, in EDTF, by its key."""
    links = MeetingLink.objects.published().filter(later__in=[meeting.pk for meeting in meetings])
    found = defaultdict(list)
    for key, start, precision in (
        links.filter(kind="postponed_from")
        .order_by("earlier__start", "earlier__key")
        .values_list("later__key", "earlier__start", "earlier__precision")
    ):
        found[key].append(partial_edtf(start, precision))
    return found


def links_of(meetings):
    """The published links of each of ``meetings`` (cards): (earlier, later, kind), by the meeting's key."""
    keys = {meeting.key for meeting in meetings}
    ids = list(
        Meeting.objects.filter(key__in=keys).values_list("pk", flat=True)
    )  # found first: SQLite plans badly else
    links = MeetingLink.objects.published().filter(Q(earlier__in=ids) | Q(later__in=ids))
    found = defaultdict(list)
    for earlier, later, kind in links.order_by("earlier__key", "later__key").values_list(
        "earlier__key", "later__key", "kind"
    ):
        for key in keys & {earlier, later}:
            found[key].append((earlier, later, kind))
    return found
