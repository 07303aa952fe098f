"""The examples of docs/api.md, run as they stand there against a live server that holds the shipped record."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from tests.shipped import put_shipped_record

DOCS = [Path(settings.BASE_DIR) / "docs" / part / "api.md" for part in ("", "ru", "ja")]
EXAMPLE = re.compile(r"```(sh|python|r)\n(.*?)```", re.DOTALL)
HOST = "http://127.0.0.1:8000"
LIMIT = 60  # seconds


def examples(manual):
    """The examples of a manual: what is written, by the language it is written in."""
    return dict(EXAMPLE.findall(manual.read_text(encoding="utf-8")))


def test_every_language_of_the_manual_shows_the_same_examples():
    assert examples(DOCS[0]).keys() == {"sh", "python", "r"}
    assert examples(DOCS[1]) == examples(DOCS[2]) == examples(DOCS[0])


def test_the_examples_run_and_show_what_is_in_the_record(live_server, client):
    put_shipped_record()

    curl = json.loads(ran(live_server, "sh", "sh", "-c"))
    assert curl["query"] == {"format": ["two-plus-two"], "from": ["2017-01-01"]}
    assert "2017-03-20-two-plus-two" in [meeting["key"] for meeting in curl["results"]]

    lines = ran(live_server, "python", sys.executable, "-c").splitlines()
    assert len(lines) == client.get("/api/v1/meetings/?issue=north-korea").json()["count"] > 50  # more than a page
    assert all(re.match(r"20[0-9]{2}\S* \S", line) for line in lines)

    if not shutil.which("Rscript"):
        pytest.skip("Rscript is not installed: the example in R was not run, those with curl and in Python were")
    rows = [line.split() for line in ran(live_server, "r", "Rscript", "-e").splitlines() if line.strip()]
    kinds = [
        found
        for names, numbers in zip(rows[::2], rows[1::2], strict=True)
        for found in zip(names, numbers, strict=True)
    ]
    said = client.get("/api/v1/statements/?side=JP&date=2017&page_size=500").json()["results"]
    assert {kind: int(number) for kind, number in kinds} == Counter(statement["kind"] for statement in said)


def ran(live_server, language, program, *arguments):
    """What the example in a language prints, run as its reader would, but against the live server."""
    text = examples(DOCS[0])[language]
    assert HOST in text
    done = subprocess.run(  # noqa: S603
        [shutil.which(program), *arguments, text.replace(HOST, live_server.url)],
        env=os.environ | {"no_proxy": "localhost,127.0.0.1", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LIMIT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
