"""The tables of a release as one SQLite file, the same bytes whichever version of the library writes it."""

import sqlite3
from contextlib import suppress

from .pages_of_database import clear
from .tables import TABLES
from .views_of_database import VIEWS

SQL_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}  # all else is text
SETTINGS = (
    "PRAGMA page_size = 4096",
    "PRAGMA encoding = 'UTF-8'",
    "PRAGMA auto_vacuum = NONE",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",  # the file is flushed whole before the release is there
    "PRAGMA foreign_keys = OFF",  # all are looked up at the end
)
ROOTS = "SELECT rootpage FROM sqlite_master WHERE rootpage > 0"


class Inconsistent(Exception):
    """The record contradicts itself: what a table says does not hold."""


class Database:
    """An SQLite file in the making: tables, rows, then ``finish``. Raises ``Inconsistent`` if a row breaks a rule."""

    def __init__(self, path):
        self._path = path
        self._connection = sqlite3.connect(path, isolation_level=None)
        for setting in SETTINGS:
            self._connection.execute(setting)
        for table in TABLES:
            self._connection.execute(create_table(table))
        self._connection.execute("BEGIN")

    def insert(self, table, rows):
        """Write ``rows`` of plain values, in the order of the columns."""
        marks, before = ", ".join("?" * len(table.columns)), self._connection.total_changes
        try:
            self._connection.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({marks})", rows)  # noqa: S608
        except sqlite3.IntegrityError as broken:
            row = rows[self._connection.total_changes - before]
            raise Inconsistent(f"{table.name}, row {_key_of(table, row)}: {broken}") from broken

    def finish(self):
        """Write indexes and views, look up every foreign key, and close the file."""
        self._connection.execute("COMMIT")
        for table in TABLES:
            for statement in create_indexes(table):
                self._connection.execute(statement)
        for name, query in VIEWS.items():
            self._connection.execute(f"CREATE VIEW {quoted(name)} AS\n{query}")
        if broken := self._connection.execute("PRAGMA foreign_key_check").fetchone():
            raise Inconsistent(f"{broken[0]}: row {broken[1]} refers to a row of {broken[2]} that is not there")
        self._connection.execute("VACUUM")
        roots = [page for (page,) in self._connection.execute(ROOTS)]
        self.close()
        clear(self._path, roots)

    def close(self):
        """Close the file as it is."""
        with suppress(sqlite3.ProgrammingError):  # closed already
            self._connection.close()


def _key_of(table, row):
    """What names a row in a message: the values of its primary key."""
    named = [str(value) for column, value in zip(table.columns, row, strict=True) if column.name in table.key]
    return ", ".join(named)


def quoted(name):
    """A name as SQL has it, whatever word it is."""
    return f'"{name}"'


def create_table(table):
    """The statement that makes a table, with its rules."""
    lines = [_column(column, column.required or column.name in table.key) for column in table.columns]
    lines.append(f"PRIMARY KEY ({_names(table, table.key)})")
    lines += [
        f"FOREIGN KEY ({_names(table, one.columns)}) REFERENCES {quoted(one.to)} ({_sql_names(one.key)})"
        for one in table.references
    ]
    body = ",\n  ".join(lines)
    return f"CREATE TABLE {quoted(table.name)} (\n  {body}\n)"


def create_indexes(table):
    """The statements that make an index for each reference that the primary key does not serve."""
    for reference in table.references:
        if table.key[: len(reference.columns)] != reference.columns:
            name = "_".join([table.name, "by", *(table.column(one).sql_name for one in reference.columns)])
            yield f"CREATE INDEX {quoted(name)} ON {quoted(table.name)} ({_names(table, reference.columns)})"


def _column(column, required):
    name, rules = quoted(column.sql_name), column.constraints
    parts = [name, SQL_TYPES.get(column.type, "TEXT"), *(["NOT NULL"] if required else ())]
    checks = []
    if column.labels:
        checks.append(f"{name} IN ({', '.join(_text(word) for word, _label in column.labels)})")
    if column.type == "boolean":
        checks.append(f"{name} IN (0, 1)")
    checks += [f"{name} >= {rules['minimum']}"] if "minimum" in rules else []
    checks += [f"{name} <= {rules['maximum']}"] if "maximum" in rules else []
    return " ".join([*parts, *([f"CHECK ({' AND '.join(checks)})"] if checks else ())])


def _names(table, names):
    return ", ".join(quoted(table.column(name).sql_name) for name in names)


def _sql_names(names):
    return ", ".join(quoted(name.replace(".", "_")) for name in names)


def _text(word):
    return "'" + word.replace("'", "''") + "'"
