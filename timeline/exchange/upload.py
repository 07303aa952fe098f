"""What was uploaded: which of the formats it is, whatever its name says, and the rows in it."""

import zipfile
from contextlib import contextmanager
from enum import StrEnum
from pathlib import PurePosixPath

from django.conf import settings
from django.utils.translation import gettext as _

from ..loading.faults import did_you_mean
from . import archive, comma_separated, fixture, workbook
from .refusal import RefusedError
from .tables import TABLES, table_named


class Kind(StrEnum):
    """A format of files that come in."""

    CSV = "csv"
    XLSX = "xlsx"
    YAML = "yaml"
    ZIP = "zip"


SUFFIXES = {".csv": Kind.CSV, ".xlsx": Kind.XLSX, ".yaml": Kind.YAML, ".yml": Kind.YAML, ".zip": Kind.ZIP}
_ZIP, _OLD_OFFICE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_WORKBOOK, _TYPES, _OPEN_DOCUMENT = "xl/workbook.xml", "[Content_Types].xml", "mimetype"
_NOT_OURS = ("__MACOSX/", ".")  # what programs put into a ZIP on their own


class Upload:
    """A file that was sent, checked as far as that goes without reading its rows.

    ``file`` is a seekable binary file, ``name`` what it was called, ``model`` the table that its sender chose, if any.
    Raises ``RefusedError``.
    """

    def __init__(self, file, name, model=None):
        self.file = file
        self.name = PurePosixPath(name.replace("\\", "/")).name[:100]
        self.model = model
        self.kind = self._kind()

    def rows(self):
        """Every ``Row`` in it, at most as many as the settings allow. Raises ``RefusedError``."""
        most = settings.IMPORT_MAX_ROWS
        for count, row in enumerate(self._rows(), 1):
            if count > most:
                raise RefusedError(_("This file has more than %(most)d rows: import it in parts.") % {"most": most})
            yield row

    def _kind(self):
        self.file.seek(0)
        start = self.file.read(8)
        kind = SUFFIXES.get(PurePosixPath(self.name).suffix.lower())
        if not start:
            raise RefusedError(_("This file is empty."))
        if start.startswith(_OLD_OFFICE):
            raise RefusedError(
                _("This is an old Excel workbook (.xls), or one with a password: save it as .xlsx, without a password.")
            )
        if start.startswith(_ZIP):
            return self._zipped(kind)
        if kind in (Kind.XLSX, Kind.ZIP) or start.startswith(_PDF):
            raise RefusedError(
                _("The name of this file says %(suffix)s, its content does not.") % {"suffix": self._suffix}
            )
        if kind is None:
            raise RefusedError(
                _("Files named .xlsx, .csv, .yaml or .zip are read, not %(suffix)s.") % {"suffix": self._suffix or "–"}
            )
        return kind

    @property
    def _suffix(self):
        return PurePosixPath(self.name).suffix

    def _zipped(self, kind):
        names = archive.opened(self.file).namelist()
        if _WORKBOOK in names or _TYPES in names:
            workbook.refuse_macros(names)
            if _WORKBOOK not in names:
                raise RefusedError(_("This is an Office file, but no workbook."))
            found = Kind.XLSX
        elif _OPEN_DOCUMENT in names:
            raise RefusedError(_("This is an OpenDocument file: save it as “Excel 2007–365 (.xlsx)”."))
        else:
            found = Kind.ZIP
        if kind is not found:
            words = _("The name of this file says %(suffix)s, its content is %(kind)s: name it so.")
            raise RefusedError(words % {"suffix": self._suffix or "–", "kind": found.upper()})
        return found

    def _rows(self):
        self.file.seek(0)
        match self.kind:
            case Kind.XLSX:
                return workbook.read(self.file, self.name)
            case Kind.ZIP:
                return self._rows_of_members()
        return self._rows_of_text(self.kind, self._reopened, self.name, self.model)

    def _rows_of_text(self, kind, open_file, name, model):
        if kind is Kind.YAML:
            return fixture.read(open_file, name)
        model = model or table_named(PurePosixPath(name).stem)
        if model is None:
            words = _("Which table is this? Choose it above, or name the file after it, such as meetings.csv")
            raise RefusedError(words + (did_you_mean(PurePosixPath(name).stem.lower(), TABLES) or "."), name)
        return comma_separated.read(open_file, name, model)

    def _rows_of_members(self):
        with zipfile.ZipFile(self.file) as zipped:
            members = [one for one in zipped.infolist() if _is_ours(one)]
            for number, member in enumerate(members):
                name = PurePosixPath(member.filename).name
                kind = SUFFIXES.get(PurePosixPath(name).suffix.lower())
                if kind not in (Kind.CSV, Kind.YAML):
                    raise RefusedError(_("A ZIP may hold files named .csv and .yaml, nothing else."), name)
                for row in self._unpacked(self._rows_of_text(kind, lambda one=member: zipped.open(one), name, None)):
                    yield row._replace(done=(number + row.done) / len(members))

    @staticmethod
    def _unpacked(rows):
        try:
            yield from rows
        except archive.BROKEN:
            raise RefusedError(_("This ZIP file is damaged.")) from None

    @contextmanager
    def _reopened(self):
        self.file.seek(0)
        yield self.file


def _is_ours(member):
    name = PurePosixPath(member.filename).name
    return not member.is_dir() and not name.startswith(".") and not member.filename.startswith(_NOT_OURS)
