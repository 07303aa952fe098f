"""A record of many meetings between 2013 and 2019, for measurements: the shipped vocabulary, made-up meetings."""

from datetime import date, timedelta
from itertools import islice

from django.db import connection

from timeline.models import Attendance, Format, Issue, Meeting, Participant, Place, Source, Statement

BATCH = 2000
FIRST, DAYS = date(2013, 1, 1), 2556
STATUSES = ["held"] * 17 + ["planned", "postponed", "cancelled"]
SIDES = ["RU", "JP"]


def fill(count):
    """Adds ``count`` published meetings, each with two seats, two issues, one source and two statements."""
    kinds = {model: list(model.objects.order_by("pk")) for model in (Format, Place, Participant, Issue, Source)}
    meetings = made_up(count, kinds)
    while batch := list(islice(meetings, BATCH)):
        Meeting.objects.bulk_create(batch)
        _hang_on(batch, kinds)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def made_up(count, kinds):
    """The meetings, not yet saved, spread evenly over days, formats and places; one in twenty known to the month."""
    for n in range(count):
        day = FIRST + timedelta(days=n * 733 % DAYS)
        vague = n % 20 == 7
        first = day.replace(day=1) if vague else day
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if vague else day
        yield Meeting(
            key=f"synthetic-{n}",
            title_en=f"Made-up talks {n}",
            title_ru=f"Вымышленные переговоры {n}",
            title_ja=f"架空の会談{n}",
            summary_en="Nothing of this ever happened; it only fills the list as a summary of two lines would.",
            format=_one(kinds[Format], n // 3),
            place=_one(kinds[Place], n // 5),
            start=first,
            end=last,
            precision="month" if vague else "day",
            status=STATUSES[n % 20],
            confidence=("high", "medium", "low")[n % 3],
            state=Meeting.State.PUBLISHED,
        )


def _hang_on(batch, kinds):
    """Seats, issues, sources and statements of meetings that are saved."""
    people, issues, sources = kinds[Participant], kinds[Issue], kinds[Source]
    Attendance.objects.bulk_create(
        Attendance(
            meeting=one,
            participant=_one(people, one.pk * 2 + seat),
            side=SIDES[seat],
            capacity_en="Made-up office",
            order=seat,
        )
        for one in batch
        for seat in range(2)
    )
    tagged, read = Meeting.issues.through, Meeting.sources.through
    tagged.objects.bulk_create(
        tagged(meeting=one, issue=_one(issues, one.pk + turn * 5), sort_value=turn)
        for one in batch
        for turn in range(2)
    )
    read.objects.bulk_create(read(meeting=one, source=_one(sources, one.pk), sort_value=0) for one in batch)
    claims = Statement.objects.bulk_create(
        Statement(
            meeting=one,
            number=turn + 1,
            side=SIDES[turn],
            speaker=_one(people, one.pk * 2 + turn),
            kind="position",
            text_en="A made-up claim.",
        )
        for one in batch
        for turn in range(2)
    )
    about = Statement.issues.through
    about.objects.bulk_create(about(statement=one, issue=_one(issues, one.meeting_id), sort_value=0) for one in claims)


def _one(rows, turn):
    return rows[turn % len(rows)]
