"""What an import of very many rows costs in seconds and memory: ``pytest -m bench tests/bench/test_import.py -s``.

BENCH_ROWS says how many (10 000 unless told): new draft meetings, each with four statements.
"""

import io
import os
import sys
import time
from pathlib import Path

import pytest
import yaml
from django.contrib.auth.models import User

from tests.exchange.files import csv, workbook, zipped
from tests.factories import make_format, make_issue, make_place
from timeline.exchange.checking import check
from timeline.exchange.saving import save
from timeline.exchange.upload import Upload
from timeline.models import Import, Meeting, Statement

ROWS = int(os.environ.get("BENCH_ROWS", "10000"))
CLAIMS = 4
MEETINGS = ROWS // (CLAIMS + 1)
MEGABYTES = 60
STATUS = Path("/proc/self/status")

pytestmark = [
    pytest.mark.bench,
    pytest.mark.django_db,
    pytest.mark.skipif(not STATUS.exists(), reason="the memory of a process is read where Linux tells it"),
]


def meetings():
    """The new meetings as dictionaries of cells."""
    for n in range(MEETINGS):
        day = f"2018-03-{n % 28 + 1:02}"
        yield {"key": f"{day}-n{n}", "title_en": f"Talks {n}", "format": "summit", "start": day, "end": day}


def statements():
    """Their statements."""
    for meeting in meetings():
        for n in range(1, CLAIMS + 1):
            said = f"Claim {n} of {meeting['key']}: energy and trade, in a sentence of some length."
            yield {
                "meeting": meeting["key"],
                "number": n,
                "side": "joint",
                "kind": "agreement",
                "text_en": said,
                "issues": "energy",
            }


def as_csv():
    return "new.zip", zipped(meetings__csv=_lines(meetings()), statements__csv=_lines(statements()))


def as_workbook():
    return "new.xlsx", workbook(meetings=_table(meetings()), statements=_table(statements()))


def as_yaml():
    rows = [("timeline.meeting", row) for row in meetings()] + [("timeline.statement", row) for row in statements()]
    told = [{"model": model, "fields": {name: _named(name, row[name]) for name in row}} for model, row in rows]
    return "new.yaml", yaml.dump(told, Dumper=yaml.CSafeDumper, sort_keys=False).encode()


def _named(name, cell):
    """What a cell says as a fixture says it: a record by its key in brackets."""
    if name == "issues":
        return [[cell]]
    return [cell] if name in ("format", "meeting") else cell


def _table(rows):
    rows = list(rows)
    return [list(rows[0]), *(list(row.values()) for row in rows)]


def _lines(rows):
    return csv(*(",".join(f'"{cell}"' for cell in row) for row in _table(rows)))


def resident():
    """Megabytes of memory that this process holds."""
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def measured(words, work):
    """Do the work, tell what it cost; returns by how many megabytes the process grew at most."""
    began, before = time.perf_counter(), resident()
    held = [resident() for _progress in work]
    seconds, growth = time.perf_counter() - began, max(held) - before
    sys.stdout.write(f"\n{words}: {seconds:.1f} s, {before} MB and {growth} MB more, {len(held)} words of progress\n")
    return growth


@pytest.mark.parametrize("file", [as_csv, as_workbook, as_yaml])
def test_very_many_rows_are_imported_in_little_memory(file):
    make_format("summit")
    make_issue("energy")
    make_place("tokyo")
    name, raw = file()
    part_of = Import.objects.create(editor=User.objects.create_superuser("boss"), name=name)

    checked = measured(f"{name}: checked", check(Upload(io.BytesIO(raw), name), part_of))
    assert part_of.faults == []
    saved = measured(f"{name}: imported", save(part_of, "Very many."))

    assert (Meeting.objects.count(), Statement.objects.count()) == (MEETINGS, MEETINGS * CLAIMS)
    assert max(checked, saved) < MEGABYTES
