"""How long the form of a long meeting takes to open and save. Run with ``pytest -m bench -k form tests/bench -s``."""

import os
import sys
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.conftest import boss  # noqa: F401 -- a fixture
from tests.admin.screens import change_address, typed
from tests.factories import make_meeting, make_participant, make_statement

STATEMENTS = int(os.environ.get("BENCH_STATEMENTS", "60"))
TIMES = 5

pytestmark = [pytest.mark.bench, pytest.mark.django_db]


def measured(words, deed):
    """What the quickest of a few turns gave, told with its seconds (of the clock, of this process) and queries."""
    turns = []
    for _turn in range(TIMES):
        clock, process = time.perf_counter(), time.process_time()
        with CaptureQueriesContext(connection) as queries:
            answer = deed()
        turns.append((time.perf_counter() - clock, time.process_time() - process, len(queries)))
    clock, process, asked = min(turns)
    sys.stdout.write(f"\n{words}: {clock:.2f} s, of which {process:.2f} s computing, {asked} queries\n")
    sys.stdout.flush()
    return answer


def long_meeting(**fields):
    meeting = make_meeting(participants=["sergey-lavrov"], **fields)
    for at in range(STATEMENTS):
        person = make_participant(f"person-{at % 10}")
        make_statement(meeting, speaker=person, issues=[f"issue-{at % 5}", "china"], sources=[f"source-{at % 7}"])
    return meeting


def test_the_form_of_many_statements(boss):  # noqa: F811 -- the fixture
    meeting = long_meeting(state="draft")

    screen = measured(f"{STATEMENTS} statements open", lambda: boss.get(change_address(meeting)))
    sys.stdout.write(f"{len(screen.content) // 1024} KiB\n")
    data = typed(screen)
    saved = measured("… are saved unchanged", lambda: boss.post(change_address(meeting), data))

    assert saved.status_code == 302


def test_the_form_of_many_statements_with_a_change_that_waits(boss):  # noqa: F811 -- the fixture
    meeting = long_meeting(place="tokyo")
    data = typed(boss.get(change_address(meeting))) | {"venue": "Iikura", "statements-0-text_en": "Another claim."}
    assert boss.post(change_address(meeting), data).status_code == 302

    screen = measured(f"{STATEMENTS} statements and a change open", lambda: boss.get(change_address(meeting)))

    assert screen.context["panel"].change
