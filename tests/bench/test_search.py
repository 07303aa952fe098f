"""How long search takes in a record of many meetings. Run with ``BENCH_MEETINGS=100000 pytest tests/bench -s``."""

import os
import sys
import time
from datetime import date, timedelta
from itertools import islice

import pytest
from django.db import connection

from timeline import search
from timeline.found import corrected, groups
from timeline.loading import load
from timeline.models import Attendance, Meeting, Participant, Statement

MEETINGS = int(os.environ.get("BENCH_MEETINGS", "0"))
BATCH = 1000
QUERIES = [
    "Lavrov",
    "ラブロフ",
    "договора",
    "平和条約",
    '"peace treaty"',
    "Lavrov Kishida missile",
    "treaty -missile",
    "Nagato",
    "missle",
    "xylophone",
]

pytestmark = [
    pytest.mark.bench,
    pytest.mark.django_db,
    pytest.mark.skipif(not MEETINGS, reason="set BENCH_MEETINGS, such as 100000"),
]


def many_meetings(originals):
    """Meetings with the texts of the record, one a day from 1900 on."""
    for number in range(MEETINGS):
        meeting = originals[number % len(originals)]
        copy = Meeting(**{field.attname: getattr(meeting, field.attname) for field in Meeting._meta.concrete_fields})
        copy.pk, copy.key, copy.precision = None, f"copy-{number}", "day"
        copy.start = copy.end = date(1900, 1, 1) + timedelta(days=number // 3)
        yield copy


def fill():
    originals = list(Meeting.objects.order_by("pk"))
    people = list(Participant.objects.order_by("pk"))
    said = list(Statement.objects.order_by("pk"))
    copies = many_meetings(originals)
    made = 0
    while batch := list(islice(copies, BATCH)):
        Meeting.objects.bulk_create(batch)
        Attendance.objects.bulk_create(
            Attendance(meeting=meeting, participant=people[(made + at + seat) % len(people)], side="RU", order=seat)
            for at, meeting in enumerate(batch)
            for seat in range(2)
        )
        Statement.objects.bulk_create(
            Statement(
                meeting=meeting,
                number=number + 1,
                side=claim.side,
                speaker_id=claim.speaker_id,
                attributed_to_id=claim.attributed_to_id,
                kind=claim.kind,
                text_en=claim.text_en,
            )
            for at, meeting in enumerate(batch)
            for number, claim in enumerate(said[(made + at + turn) % len(said)] for turn in range(2))
        )
        made += len(batch)
    copied = Meeting.objects.filter(key__startswith="copy-")
    search.index(copied)
    search.index(Statement.objects.filter(meeting__in=copied))


def told(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def timed(question):
    start = time.perf_counter()
    answer = question()
    return (time.perf_counter() - start) * 1000, answer


def answered(words):
    """All that the search page asks: counts, the first few of each kind and why, and a slip put right."""
    found = groups(words) or groups(corrected(words) or "")
    return {group.kind.key: (group.count, len(group.found())) for group in found}


def test_search_in_many_meetings(client):
    load()
    took, _nothing = timed(fill)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    told(f"\n{connection.vendor}: {MEETINGS} meetings, {2 * MEETINGS} statements filled in {took / 1000:.0f} s")
    for words in QUERIES:
        first, found = timed(lambda words=words: answered(words))
        again, _found = timed(lambda words=words: answered(words))
        counts = ", ".join(f"{kind} {count}" for kind, (count, _shown) in found.items())
        told(f"{words:26} {first:7.0f} ms, again {again:7.0f} ms: {counts}")
        assert words == "xylophone" or found
    for typed in ("l", "lav", "ко"):
        took, answer = timed(lambda typed=typed: client.get("/search/suggest/", {"q": typed}))
        told(f"suggest {typed:18} {took:7.0f} ms: {len(answer.json()['suggestions'])}")
