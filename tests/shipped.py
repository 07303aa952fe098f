"""The record of ``fixtures/`` in the test database, without reading, checking and indexing it each time.

``load`` does that once; a copy of the rows it wrote lies in ``var/`` as long as neither the fixtures nor the code nor
the packages change, and goes into the empty tables of each module that wants the record.
"""

import fcntl
import json
from contextlib import contextmanager
from hashlib import sha256
from io import StringIO
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils import translation

from timeline.loading import load

HOME = Path(settings.BASE_DIR)
COPIES = HOME / "var" / "test-record"
APPS = ("timeline", "modelsearch")
MADE_FROM = ("fixtures/**/*.yaml", "timeline/**/*.py", "diplomacy/**/*.py", "requirements/base.txt")


def put_shipped_record():
    """Puts the shipped record into the database, whose tables of the record are empty."""
    with _alone():
        copy = COPIES / f"{connection.vendor}-{_digest()}.json"
        if copy.exists():
            written = json.loads(copy.read_text(encoding="utf-8"))
            _put(written["rows"], written["types"])
            return
        with translation.override("en"):
            load()
        for old in COPIES.glob(f"{connection.vendor}-*.json"):
            old.unlink()
        written = {"types": _types(), "rows": {table: _rows(table) for table in _tables()}}
        copy.write_text(json.dumps(written), encoding="utf-8")


@contextmanager
def _alone():
    """Only one process looks for the copy at a time: another waits for it rather than loading the record as well."""
    COPIES.mkdir(parents=True, exist_ok=True)
    with (COPIES / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _digest():
    """Changes with whatever the rows are made from."""
    made_from = sha256(Path(__file__).read_bytes())
    for pattern in MADE_FROM:
        for file in sorted(HOME.glob(pattern)):
            made_from.update(f"{file.relative_to(HOME)} {file.stat().st_size}\n".encode() + file.read_bytes())
    return made_from.hexdigest()[:16]


def _types():
    """The numbers of the content types by their names: those that a database gives are others after each flush."""
    return {".".join(name): pk for pk, *name in ContentType.objects.values_list("pk", "app_label", "model")}


def _tables():
    """The tables whose rows are copied; a virtual one is filled by the database itself as the rows it shows arrive."""
    models = [model for app in APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)]
    return sorted({model._meta.db_table for model in models if model._meta.model_name != "sqliteftsindexentry"})


def _rows(table):
    """The rows of a table as the database itself writes them: the text of COPY, or SQLite's literals."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            text = StringIO()
            cursor.copy_expert(f"COPY {table} TO STDOUT", text)
            return text.getvalue()
        cursor.execute(f"SELECT * FROM {table} LIMIT 0")
        values = " || ', ' || ".join(f'quote("{column[0]}")' for column in cursor.description)
        cursor.execute(f"SELECT '(' || {values} || ')' FROM {table}")
        return ",\n".join(row for (row,) in cursor)


def _put(rows, types):
    with transaction.atomic(), connection.cursor() as cursor:
        for table, text in rows.items():
            cursor.execute(f"DELETE FROM {table}")
            if not text:
                continue
            if connection.vendor == "postgresql":
                cursor.copy_expert(f"COPY {table} FROM STDIN", StringIO(text))
            else:
                cursor.execute(f"INSERT INTO {table} VALUES {text}")
        _renumber(cursor, {old: new for name, new in _types().items() if (old := types.get(name)) not in (None, new)})
        numbered = [model for app in APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)]
        for command in connection.ops.sequence_reset_sql(no_style(), numbered):
            cursor.execute(command)


def _renumber(cursor, numbers):
    """Gives the entries of the search index the ``numbers`` that their content types have here."""
    if not numbers:
        return
    cases = " ".join(f"WHEN {old} THEN {-new}" for old, new in numbers.items())
    olds = ", ".join(map(str, numbers))
    # By way of negative numbers, as one's new number may be another's old one, and no two entries may have the same.
    index = "UPDATE modelsearch_indexentry SET content_type_id"
    cursor.execute(f"{index} = CASE content_type_id {cases} END WHERE content_type_id IN ({olds})")
    cursor.execute(f"{index} = -content_type_id WHERE content_type_id < 0")
