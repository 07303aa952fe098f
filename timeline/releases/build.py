"""Makes a release: the same published record gives the same bytes, whatever the machine, the database and the day."""

import csv
import fcntl
import filecmp
import json
import os
import shutil
from contextlib import contextmanager, nullcontext
from itertools import islice
from typing import NamedTuple

from django.db import connection, transaction

from ..exports.table import harmless
from ..models import DataVersion, Meeting
from . import codebook, names, package, texts
from .database import Database
from .files import Writer, archive, finished, written
from .tables import TABLES

AT_ONCE = 500  # rows
UNFINISHED = ".making-"  # begins the name of a directory that is no release yet


class NotMade(Exception):
    """A release could not be made; the text says why, and what to do."""


class Made(NamedTuple):
    """A release, where it lies, and whether it was made just now."""

    number: str
    directory: object
    is_new: bool


def make(into):
    """The release of the record as it is published now, in the directory ``into/<number>``, as ``Made``.

    One that is there with the same content stays as it is. Raises ``NotMade`` if it has other content, if nothing is
    published, or if the record changed meanwhile; then nothing is left behind. ``Inconsistent`` comes from the tables.
    """
    if not Meeting.objects.published().exists():
        raise NotMade("No meeting is published, so there is nothing to release. Load the record first: load_record.")
    into.mkdir(parents=True, exist_ok=True)
    with _alone(into), _at_rest() as number:
        unfinished = into / f"{UNFINISHED}{number}"
        try:
            unfinished.mkdir()
            write(unfinished, number)
            _refuse_if_it_moved(number)
            return _put(unfinished, into / number)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


@contextmanager
def _alone(into):
    """One at a time in that directory; what an interrupted one left is taken away."""
    lock = os.open(into, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in into.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left)
        yield
    finally:
        os.close(lock)


@contextmanager
def _at_rest():
    """The number of the data version, while the record is read; in one transaction where that keeps nobody waiting."""
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        yield str(DataVersion.objects.current())


def _refuse_if_it_moved(number):
    if str(DataVersion.objects.current()) != number:
        raise NotMade("The record changed while the release was being made. Nothing was kept; make it again.")


def _put(unfinished, directory):
    """Give the finished release its name, or find that it is there already."""
    if directory.exists():
        if differing := _differing(unfinished, directory):
            raise NotMade(
                f"Release {directory.name} is there already with other content ({', '.join(differing)}), and a release "
                f"never changes. If {directory} was never published, move it away and make it again; else wait until "
                "the record changes, which gives it the next number."
            )
        return Made(directory.name, directory, False)
    _flush(unfinished)
    unfinished.rename(directory)
    _flush(directory.parent)
    return Made(directory.name, directory, True)


def _differing(one, other):
    """The names of files that only one of two directories has, or that differ in any byte."""
    here, there = ({path.name for path in directory.iterdir()} for directory in (one, other))
    differ = {name for name in here & there if not filecmp.cmp(one / name, other / name, shallow=False)}
    return sorted(here ^ there | differ)


def _flush(directory):
    """Have the names in a directory written to the disk."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write(directory, number):
    """Write every file of release ``number`` into a directory that is empty."""
    tables, database = _write_tables(directory)
    rows = {table.name: tables[table.name][0].rows for table in TABLES}
    described = {
        names.PACKAGE: _json(package.descriptor(number, {name: files[0] for name, files in tables.items()})),
        names.CODEBOOK: codebook.as_markdown(number, rows),
        names.CODEBOOK_TABLE: codebook.as_table(),
        names.DATASETTE: _json(texts.datasette(number)),
        names.README: texts.readme(number, rows),
        names.LICENCE_FILE: texts.LICENCE,
    }
    files = [database, *(file for pair in tables.values() for file in pair)]
    files += [written(directory / name, text) for name, text in described.items()]
    files.append(archive(directory / names.ARCHIVE, sorted(one.name for one in files if names.archived(one.name))))
    files.append(written(directory / names.MANIFEST, _json(manifest(number, files))))
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in sorted(files, key=lambda file: file.name))
    written(directory / names.SUMS, sums)


def manifest(number, files):
    """What a release holds: each of ``files`` with size and hash, tables with their number of rows."""
    listed = [
        {"name": file.name, "bytes": file.bytes, "sha256": file.sha256, "table": file.table or None, "rows": file.rows}
        for file in sorted(files, key=lambda file: file.name)
    ]
    return {"number": number, "title": names.TITLE, "licence": names.LICENCE, "files": listed}


def _json(value):
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _write_tables(directory):
    """Each table as CSV and NDJSON (``File`` by its name), and all of them as one database (``File``)."""
    path = directory / names.DATABASE
    database = Database(path)
    try:
        tables = {table.name: _write_table(directory, table, database) for table in TABLES}
        database.finish()
    finally:
        database.close()
    return tables, finished(path)


def _write_table(directory, table, database):
    """One reading of the record fills all three; rows come and go a few hundred at a time."""
    rows, count = table.rows(), 0
    with (
        Writer(directory / f"{table.name}.csv") as comma_separated,
        Writer(directory / f"{table.name}.ndjson") as by_line,
    ):
        cells = csv.writer(comma_separated, lineterminator="\r\n")
        cells.writerow([column.name for column in table.columns])
        while chunk := list(islice(rows, AT_ONCE)):
            cells.writerows([_cell(value) for value in row] for row in chunk)
            by_line.write("".join(f"{_line(table, row)}\n" for row in chunk))
            database.insert(table, chunk)
            count += len(chunk)
    facts = {"table": table.name, "rows": count}
    return comma_separated.file(**facts), by_line.file(**facts)


def _cell(value):
    """A value as CSV has it; no text can be taken for a formula."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return harmless(value)
    return "" if value is None else str(value)


def _line(table, row):
    """A row as one JSON object, in which a dot of a column's name is nesting."""
    found = {}
    for column, value in zip(table.columns, row, strict=True):
        *outer, last = column.name.split(".")
        place = found
        for step in outer:
            place = place.setdefault(step, {})
        place[last] = value
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
