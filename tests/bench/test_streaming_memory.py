"""What a file of very many rows costs in memory: ``pytest -m bench tests/bench -s``; BENCH_ROWS says how many."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROWS = int(os.environ.get("BENCH_ROWS", "20000"))
MEGABYTES = 150
ROOT = Path(__file__).resolve().parents[2]

WRITE = """
import resource, sys, time
import django
django.setup()
from django.test import Client
began, written = time.perf_counter(), 0
answer = Client(headers={"host": "localhost"}).get(sys.argv[1])
assert answer.status_code == 200, answer.content
for part in answer.streaming_content:
    written += len(part)
seconds, peak = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(answer["X-Total-Count"], written, round(seconds, 1), peak)
"""

FILL = """
import sys
from datetime import date, timedelta
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories import make_attendance, make_meeting
from timeline.models import Attendance, Meeting
first = make_meeting("0000000-meeting")
make_attendance(first)
def copies(model, **changes):
    fields = {field.attname: getattr(model.objects.first(), field.attname) for field in model._meta.concrete_fields}
    return {name: value for name, value in fields.items() if name != "id"}
like, tagged, read = copies(Meeting), Meeting.issues.through, Meeting.sources.through
issue, source, seat = first.issues.get(), first.sources.get(), copies(Attendance)
for start in range(1, int(sys.argv[1]), 5000):
    numbers = range(start, min(start + 5000, int(sys.argv[1])))
    days = [date(2013, 1, 1) + timedelta(days=number % 2500) for number in numbers]
    made = Meeting.objects.bulk_create(
        Meeting(**like | {"key": f"{number:07}-meeting", "start": day, "end": day})
        for number, day in zip(numbers, days, strict=True)
    )
    tagged.objects.bulk_create(tagged(meeting=one, issue=issue, sort_value=1) for one in made)
    read.objects.bulk_create(read(meeting=one, source=source, sort_value=1) for one in made)
    Attendance.objects.bulk_create(Attendance(**seat | {"meeting_id": one.pk}) for one in made)
"""


def run(program, argument, database):
    """What a process of its own prints, with that database."""
    environ = os.environ | {"DATABASE_URL": f"sqlite:///{database}", "DJANGO_SETTINGS_MODULE": "diplomacy.settings"}
    environ |= {"DJANGO_DEBUG": "0", "DJANGO_LOG_LEVEL": "ERROR", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, argument]
    return subprocess.run(command, env=environ, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("bench") / "record.sqlite3"
    run(FILL, str(ROWS), path)
    return path


@pytest.mark.bench
@pytest.mark.parametrize("suffix", ["csv", "ndjson", "ics", "atom", "jsonld", "bib"])
def test_a_file_is_written_in_constant_memory(database, suffix):
    count, octets, seconds, peak = run(WRITE, f"/meetings.{suffix}", database).split()

    print(f"\n{suffix}: {count} rows, {int(octets) / 1e6:.0f} MB in {seconds} s, at most {peak} MB resident")  # noqa: T201
    assert int(count) == ROWS
    assert int(peak) < MEGABYTES
