"""Releases for tests that look at pages and addresses: every file is there, none holds more than its own name."""

import json

from timeline.releases import names
from timeline.releases.build import manifest
from timeline.releases.files import file_at
from timeline.releases.tables import TABLES

OTHERS = (names.DATABASE, names.ARCHIVE, names.PACKAGE, names.CODEBOOK, names.CODEBOOK_TABLE, names.DATASETTE)
OTHERS += (names.README, names.LICENCE_FILE)


def put(shelf, number, **rows):
    """Put a release on the shelf; each table has 10 rows, or as many as ``rows`` says. Returns its directory."""
    directory = shelf / number
    directory.mkdir(parents=True)
    files = [_table(directory, table.name, suffix, rows) for table in TABLES for suffix in ("csv", "ndjson")]
    files += [_file(directory, name) for name in OTHERS]
    (directory / names.MANIFEST).write_text(json.dumps(manifest(number, files)))
    (directory / names.SUMS).write_text("".join(f"{file.sha256}  {file.name}\n" for file in files))
    return directory


def _table(directory, table, suffix, rows):
    file = _file(directory, f"{table}.{suffix}")
    return type(file)(file.name, file.bytes, file.sha256, table=table, rows=rows.get(table, 10))


def _file(directory, name):
    (directory / name).write_text(f"This is {name}.\n")
    return file_at(directory / name)
