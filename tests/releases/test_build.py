"""What a release of the shipped record holds, and that the same record gives the same bytes anywhere."""

import csv
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import TestCase
from frictionless import Package

from tests.factories import (
    make_attendance,
    make_link,
    make_meeting,
    make_number,
    make_organisation,
    make_participant,
    make_place,
    make_source,
    make_statement,
    make_tenure,
)
from tests.shipped import put_shipped_record
from timeline.api.views.root import LISTS
from timeline.models import DataVersion, Meeting
from timeline.releases import names
from timeline.releases.build import make
from timeline.releases.tables import TABLES

ROOT = Path(__file__).resolve().parents[2]
SECRET = "zzsecret"
MOVED_AT = datetime(2026, 11, 2, 12, tzinfo=UTC)
ELSEWHERE = """
import sys
from datetime import datetime
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
from django.utils import translation
call_command("migrate", verbosity=0)
call_command("load_record", verbosity=0)
from timeline.models import DataVersion
from timeline.releases.build import make
DataVersion.objects.update(number=7, moved_at=datetime.fromisoformat(sys.argv[1]))
translation.activate("ja")
make(Path(sys.argv[2]))
"""


def plant():
    """Meetings that are not public, and a public one tied to what only they use; every name bears the secret word."""
    public = Meeting.objects.published().first()
    for state in ("draft", "review", "withdrawn"):
        word = f"{SECRET}-{state}"
        make_place(f"{word}-place", aliases=[word])
        meeting = make_meeting(
            word, state=state, place=f"{word}-place", issues=[f"{word}-issue", "energy"], sources=[f"{word}-source"],
            title_ru=word, summary_en=word, venue=word, discrepancies=word, numbers_note=word,
        )  # fmt: skip
        make_attendance(meeting, f"{word}-person", capacity_en=word)
        make_tenure(f"{word}-office", f"{word}-person")
        make_statement(
            meeting, attributed_to=make_organisation(f"{word}-body"), text_en=word, sources=[f"{word}-source"]
        )
        make_statement(meeting, speaker=make_participant(f"{word}-voice"), sources=["mid-2017-03-20"], phrase=word)
        make_number(meeting, f"{word}-count")
        make_link(public, meeting).sources.set([make_source(f"{word}-link")])


class ReleaseOfTheRecord(TestCase):
    """The record is loaded, what is not public is planted among it, and one release is made for all tests."""

    @classmethod
    def setUpTestData(cls):
        put_shipped_record()
        plant()
        DataVersion.objects.update(number=7, moved_at=MOVED_AT)
        cls.shelf = Path(cls.enterClassContext(TemporaryDirectory()))
        cls.made = make(cls.shelf)
        cls.directory = cls.made.directory
        cls.manifest = json.loads((cls.directory / names.MANIFEST).read_text())
        cls.rows = {file["table"]: file["rows"] for file in cls.manifest["files"] if file["table"]}

    def database(self):
        return closing(sqlite3.connect(f"file:{self.directory / names.DATABASE}?mode=ro", uri=True))

    def cells(self, table):
        with (self.directory / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def lines(self, table):
        return [json.loads(line) for line in (self.directory / f"{table}.ndjson").read_text().splitlines()]

    def test_it_is_numbered_by_the_data_version(self):
        assert self.directory == self.shelf / "2026.11.7"
        assert [path.name for path in self.shelf.iterdir()] == ["2026.11.7"]

    def test_the_same_record_gives_the_same_bytes_in_another_process_time_zone_language_and_database(self):
        with TemporaryDirectory() as elsewhere:
            environment = os.environ | {
                "DATABASE_URL": f"sqlite:///{elsewhere}/record.sqlite3",
                "DJANGO_SETTINGS_MODULE": "diplomacy.settings",
                "DJANGO_LOG_LEVEL": "ERROR",
                "LANG": "ru_RU.UTF-8",
                "PYTHONHASHSEED": "4711",
                "PYTHONPATH": str(ROOT),
                "TZ": "Asia/Tokyo",
            }
            command = [sys.executable, "-c", ELSEWHERE, MOVED_AT.isoformat(), elsewhere]
            subprocess.run(command, env=environment, check=True, cwd=ROOT, capture_output=True)  # noqa: S603

            for path in sorted(self.directory.iterdir()):
                with self.subTest(file=path.name):
                    assert path.read_bytes() == (Path(elsewhere) / "2026.11.7" / path.name).read_bytes()

    def test_nothing_that_is_not_public_is_in_a_byte_of_it(self):
        for path in self.directory.iterdir():
            assert SECRET.encode() not in path.read_bytes(), path.name

    def test_the_data_package_is_valid_with_every_type_word_and_reference(self):
        report = Package(str(self.directory / names.PACKAGE)).validate()

        assert report.valid, report.flatten(["name", "type", "message"])
        assert {task.name: task.stats["rows"] for task in report.tasks} == self.rows

    def test_the_archive_is_the_data_package(self):
        with zipfile.ZipFile(self.directory / names.ARCHIVE) as archive:
            held = {name: archive.read(name) for name in archive.namelist()}

        assert {f"{table.name}.csv" for table in TABLES} < held.keys()
        assert {names.PACKAGE, names.CODEBOOK, names.README, names.LICENCE_FILE} < held.keys()
        assert held == {name: (self.directory / name).read_bytes() for name in held}

    def test_every_file_has_its_checksum(self):
        sums = dict(reversed(line.split("  ")) for line in (self.directory / names.SUMS).read_text().splitlines())
        found = {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in self.directory.iterdir()
            if path.name != names.SUMS
        }
        listed = {file["name"]: (file["sha256"], file["bytes"]) for file in self.manifest["files"]}

        assert sums == found
        assert listed == {
            name: (digest, (self.directory / name).stat().st_size)
            for name, digest in found.items()
            if name != names.MANIFEST
        }

    def test_there_are_as_many_rows_as_the_api_counts(self):
        counted = {view.noun: self.client.get(f"/api/v1/{view.noun}/").json()["count"] for view in LISTS}
        del counted["changes"]

        assert {noun: self.rows[noun] for noun in counted} == counted

    def test_the_database_is_sound_and_no_reference_leads_nowhere(self):
        with self.database() as found:
            assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert found.execute("PRAGMA foreign_key_check").fetchall() == []
            for table in TABLES:
                keys = found.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
                assert len(keys) == sum(len(reference.columns) for reference in table.references), table.name
            for view in ("chronology", "claims", "seats"):
                assert found.execute(f"SELECT * FROM {view}").fetchone(), view  # noqa: S608

    def test_csv_ndjson_and_the_database_say_the_same(self):
        with self.database() as found:
            for table in TABLES:
                stored = found.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid').fetchall()  # noqa: S608
                cells, lines = self.cells(table.name), self.lines(table.name)
                assert len(stored) == len(cells) == len(lines) == self.rows[table.name]
                for in_sql, in_csv, in_json in zip(stored, cells, lines, strict=True):
                    for column, value in zip(table.columns, in_sql, strict=True):
                        told = at(in_json, column.name)
                        assert told == (bool(value) if column.type == "boolean" else value), (table.name, column.name)
                        assert as_cell(told) == in_csv[column.name].removeprefix("'"), (table.name, column.name)

    def test_the_examples_of_its_readme_hold(self):
        readme = (self.directory / names.README).read_text()

        with self.database() as found:
            assert "WHERE format = '2+2'" in readme
            assert found.execute("SELECT count(*) FROM chronology WHERE format = '2+2'").fetchone()[0] > 2
        for table in TABLES:
            assert f"| `{table.name}` | {self.rows[table.name]} |" in readme

    def test_the_codebook_says_of_every_column_what_it_means(self):
        with (self.directory / names.CODEBOOK_TABLE).open(encoding="utf-8", newline="") as file:
            told = list(csv.DictReader(file))

        assert [(row["table"], row["column"]) for row in told] == [
            (table.name, column.name) for table in TABLES for column in table.columns
        ]
        assert all(row["meaning"] for row in told)
        assert "refers to formats.key" in [row["key"] for row in told if row["table"] == "meetings"]

    def test_making_it_again_finds_it_there_and_changes_nothing(self):
        before = {path.name: path.stat().st_mtime_ns for path in self.directory.iterdir()}

        again = make(self.shelf)

        assert again == (self.made.number, self.directory, False)
        assert {path.name: path.stat().st_mtime_ns for path in self.directory.iterdir()} == before


def at(row, name):
    """The value at a dotted name."""
    for step in name.split("."):
        row = row[step]
    return row


def as_cell(value):
    """What a cell of CSV says for a value of JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
