"""The chronology of very many meetings: ``BENCH_MEETINGS=100000 pytest tests/bench/test_chronology.py -s``.

As readers get it: "first" is made for whoever asks first after a change, "kept" handed out to whoever asks next.
"""

import os
import re
import sys
import time

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline import bitmaps
from timeline.loading import load

from .synthetic import fill

MEETINGS = int(os.environ.get("BENCH_MEETINGS", "0"))
ADDRESSES = (
    "/",
    "/ru/meetings/2017/",
    "/ja/meetings/2017/",
    "/meetings/?issue=north-korea&status=held",
    "/meetings/?participant=sergey-lavrov&from=2016",
)

pytestmark = [
    pytest.mark.bench,
    pytest.mark.django_db,
    pytest.mark.skipif(not MEETINGS, reason="set BENCH_MEETINGS, such as 100000"),
]


def measured(client, address):
    """Milliseconds, queries, and the kilobytes of the page and of the drawing in it."""
    with CaptureQueriesContext(connection) as queries:
        began = time.perf_counter()
        answer = client.get(address)
        took = (time.perf_counter() - began) * 1000
    assert answer.status_code == 200
    drawing = "".join(re.findall(r'<svg class="axis.*?</svg>', answer.content.decode(), re.DOTALL))
    return took, len(queries), len(answer.content) / 1000, len(drawing.encode()) / 1000


def test_the_chronology_of_many_meetings(client, settings):
    settings.KEEP_ANSWERS_SECONDS = 600
    load()
    fill(MEETINGS)
    bitmaps.index_record()
    client.get("/about/licence/")  # loads the templates
    sys.stdout.write(f"\n{connection.vendor}: {MEETINGS} meetings added\n")
    for address in ADDRESSES:
        cache.clear()
        for turn in ("first", "kept"):
            took, queries, page, drawing = measured(client, address)
            words = f"{took:6.0f} ms, {queries:2} queries, page {page:.0f} kB, axis {drawing:.1f} kB"
            sys.stdout.write(f"{address:48} {turn}: {words}\n")
