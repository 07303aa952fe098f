"""Releases as pages describe them: how fresh each is, what it has more and less than the one before it."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.db.models import Min
from django.utils.translation import gettext as _

from ..dates import day_words, month_words
from ..models import Change, DataVersion
from . import names, shelf
from .tables import TABLES

MAIN = (names.ARCHIVE, names.DATABASE, names.PACKAGE, names.CODEBOOK, names.README)


@dataclass(frozen=True)
class Listed:
    """A table of a release: ``change`` is how many rows it has more than in the release before, ``None`` for the first.

    ``csv`` and ``ndjson`` are its files.
    """

    name: str
    title: str
    meaning: str
    rows: int
    change: int | None
    csv: object
    ndjson: object


@dataclass(frozen=True)
class Described:
    """A release for readers: ``as_of`` is the day on which the record became what it is in there, if that is known.

    ``is_current`` tells whether it still is; ``before`` is the release before it, or ``None``.
    """

    release: shelf.Release
    as_of: date | None
    is_current: bool
    before: shelf.Release | None

    @property
    def as_of_words(self):
        """The day in the active language; the month, which the number tells, where the day is not known."""
        year, month, _count = self.release.order
        return day_words(self.as_of) if self.as_of else month_words(date(year, month, 1))

    @property
    def as_of_iso(self):
        """The same as ISO 8601 has it."""
        year, month, _count = self.release.order
        return self.as_of.isoformat() if self.as_of else f"{year}-{month:02}"

    @property
    def tables(self):
        """The tables of the release, each as ``Listed``: those that are known here, in their order."""
        return [self._listed(table) for table in TABLES if table.name in self.release.rows]

    @property
    def changes(self):
        """The tables that have more rows or fewer than before, as ``Listed``."""
        return [table for table in self.tables if table.change]

    @property
    def main_files(self):
        """The files that most people want, each with what it is."""
        return [(self.release.files[name], what(name)) for name in MAIN if name in self.release.files]

    @property
    def all_files(self):
        """Every file, each with what it is: those for people first, then the tables."""
        titles = {table.name: str(table.title) for table in TABLES}
        files = sorted(self.release.files.values(), key=lambda file: (bool(file.table), file.name))
        return [(file, titles.get(file.table) or what(file.name)) for file in files]

    def _listed(self, table):
        rows, before = self.release.rows[table.name], self.before and self.before.rows.get(table.name, 0)
        return Listed(
            name=table.name,
            title=str(table.title),
            meaning=str(table.meaning),
            rows=rows,
            change=None if before is None else rows - before,
            csv=self.release.files[f"{table.name}.csv"],
            ndjson=self.release.files[f"{table.name}.ndjson"],
        )


def described():
    """Every release on the shelf as ``Described``, the newest first; two queries."""
    found = shelf.releases()
    version, days = DataVersion.objects.current(), _days([release.number for release in found])
    return [
        Described(
            release=release,
            as_of=version.moved_at.date() if release.number == str(version) else days.get(release.number),
            is_current=release.number == str(version),
            before=before,
        )
        for release, before in pairwise([*found, None])
    ]


def _days(numbers):
    """On which day the public first saw each of these data versions, as far as that is written down (UTC)."""
    told = Change.objects.filter(version__in=numbers).order_by().values_list("version").annotate(first=Min("at"))
    return {number: first.date() for number, first in told}


def what(name):
    """What the file of that name is, in the active language."""
    return {
        names.ARCHIVE: _("all tables as CSV with their description, in one archive"),
        names.DATABASE: _("all tables as an SQLite database, for Datasette and for queries"),
        names.PACKAGE: _("description of all tables for programs (Frictionless Data Package)"),
        names.CODEBOOK: _("what every column means, to read"),
        names.CODEBOOK_TABLE: _("what every column means, as a table"),
        names.README: _("what the release is, and how to read it"),
        names.LICENCE_FILE: _("under which terms it may be used"),
        names.DATASETTE: _("titles and descriptions for Datasette"),
        names.MANIFEST: _("every file with its size and checksum, for programs"),
        names.SUMS: _("the checksum of every file"),
    }.get(name, "")
