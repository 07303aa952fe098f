"""What a file of very many rows costs in memory: ``pytest -m bench tests/bench/test_streaming_memory.py -s``.

BENCH_ROWS says how many (20 000 unless told; a million are filled in about two minutes), BENCH_DATABASE where: the
address of an empty database, which is filled and left behind; an SQLite file that goes afterwards, unless told.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROWS = int(os.environ.get("BENCH_ROWS", "20000"))
DATABASE = os.environ.get("BENCH_DATABASE")
MEGABYTES = 150
ROOT = Path(__file__).resolve().parents[2]
SUFFIXES = ["csv", "ndjson", "ics", "atom", "feed.json", "jsonld", "geojson", "timeline.json", "bib", "ris", "csl.json"]

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
import django
django.setup()
from django.core.management import call_command
from django.db import connection
call_command("migrate", verbosity=0)
from tests.factories import make_attendance, make_meeting
from timeline.models import Attendance, Meeting
first = make_meeting("0000000-meeting")
make_attendance(first)
day = {"sqlite": "date('2013-01-01', (n.i % 2500) || ' days')", "postgresql": "DATE '2013-01-01' + n.i % 2500"}
numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %s) SELECT i FROM n"
key = "substr(CAST(10000000 + n.i AS text), 2) || '-meeting'"
def copied(model, among, **expressions):
    table = model._meta.db_table
    columns = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(expressions.get(name, f'first."{name}"') for name in columns)
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} first, {among}"
with connection.cursor() as cursor:
    days = {name: day[connection.vendor] for name in ("start", "end")}
    cursor.execute(copied(Meeting, f"({numbers % int(sys.argv[1])}) n", key=key, **days))
    for model in (Meeting.issues.through, Meeting.sources.through, Attendance):
        others = f"(SELECT id FROM timeline_meeting WHERE id <> {first.pk}) others"
        cursor.execute(copied(model, others, meeting_id="others.id"))
    cursor.execute("ANALYZE")
"""


def run(program, argument, database):
    """What a process of its own prints, with the database at that address."""
    environ = os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "diplomacy.settings"}
    environ |= {"DJANGO_DEBUG": "0", "DJANGO_LOG_LEVEL": "ERROR", "PYTHONPATH": str(ROOT)}
    # Counting a million meetings may take PostgreSQL longer than a reader would be kept waiting.
    environ |= {"DATABASE_STATEMENT_TIMEOUT": "0"}
    command = [sys.executable, "-W", "ignore", "-c", program, argument]
    return subprocess.run(command, env=environ, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """The address of a database of ``ROWS`` published meetings."""
    path = tmp_path_factory.mktemp("bench") / "record.sqlite3"
    address = DATABASE or f"sqlite:///{path}"
    run(FILL, str(ROWS), address)
    yield address
    path.unlink(missing_ok=True)


@pytest.mark.bench
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_is_written_in_constant_memory(database, suffix):
    count, octets, seconds, peak = run(WRITE, f"/meetings.{suffix}", database).split()

    print(f"\n{suffix}: {count} rows, {int(octets) / 1e6:.0f} MB in {seconds} s, at most {peak} MB resident")  # noqa: T201
    assert int(count) == ROWS
    assert int(peak) < MEGABYTES
