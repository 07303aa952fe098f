"""A selection as a file: which name, which type, and its bytes, a piece at a time."""

from datetime import date
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from ..models import Meeting
from . import comma_separated, fixture, workbook
from .tables import NAMES
from .upload import Kind

TYPES = {
    Kind.CSV: "text/csv; charset=utf-8; header=present",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.YAML: "application/yaml; charset=utf-8",
    Kind.ZIP: "application/zip",
}
PIECE = 64 * 1024  # bytes
HEAD = "# Part of the record of Russia–Japan meetings, CC BY 4.0. A field left out is empty or has its default.\n\n"


class Export(NamedTuple):
    """A file to send: its name, its media type, and an iterable of its bytes."""

    name: str
    media_type: str
    content: object


def export(selection, kind, stem, bom=False, in_files=False):
    """The ``Export`` of a ``Selection`` as CSV, XLSX or YAML; ``stem`` begins its name, the day of today ends it.

    Several tables of CSV come as a ZIP; so does YAML ``in_files``, which lie there as in fixtures/. ``bom``: CSV with
    the mark by which Excel knows UTF-8. Raises ``RefusedError`` for a text that a workbook cannot hold.
    """
    if kind is Kind.XLSX:
        file = workbook.written(selection.tables())
        content, packed = iter(lambda: file.read(PIECE), b""), Kind.XLSX
    elif kind is Kind.YAML and in_files:
        content, packed = _zipped(_fixtures(selection)), Kind.ZIP
    elif kind is Kind.YAML:
        content, packed = map(str.encode, _with_head(fixture.written(selection.rows()))), kind
    else:
        files = (
            (f"{NAMES[model]}.csv", comma_separated.written(model, rows, bom)) for model, rows in selection.tables()
        )
        if len(selection.querysets) == 1:
            content, packed = map(str.encode, next(files)[1]), kind
        else:
            content, packed = _zipped(files), Kind.ZIP
    return Export(f"{stem}_{date.today()}.{packed}", TYPES[packed], content)


def _fixtures(selection):
    """The files of fixtures/ by name: one for each table, of meetings one for each year they began in."""
    for model, records in selection.querysets.items():
        if model is Meeting:
            for year in records.order_by("start__year").values_list("start__year", flat=True).distinct():
                parts = {**selection.querysets, Meeting: records.filter(start__year=year)}
                rows = type(selection)({one: parts[one] for one in parts if one is Meeting or one in fixture.BELONG})
                yield f"meetings/{year}.yaml", _with_head(fixture.written(rows.rows()))
        elif model not in fixture.BELONG or Meeting not in selection.querysets:
            rows = type(selection)({model: records}).rows()
            yield f"{NAMES[model]}.yaml", _with_head(fixture.written(rows))


def _with_head(texts):
    yield HEAD
    yield from texts


def _zipped(files):
    """The bytes of a ZIP of ``files``, pairs of a name and its texts, as they come."""
    out = _Pipe()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name, texts in files:
            with packed.open(name, "w") as member:
                for text in texts:
                    member.write(text.encode())
                    if out.size > PIECE:
                        yield out.taken()
    yield out.taken()


class _Pipe:
    """A file that is written at one end and read at the other; it cannot go back."""

    def __init__(self):
        self.pieces = []
        self.size = 0

    def write(self, piece):
        self.pieces.append(bytes(piece))
        self.size += len(piece)
        return len(piece)

    def flush(self):
        """Nothing waits to be written."""

    def taken(self):
        """What was written since it was last asked for."""
        piece, self.pieces, self.size = b"".join(self.pieces), [], 0
        return piece
