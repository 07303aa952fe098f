"""CSV: one table a file, with a header row; several tables are a ZIP of such files."""

import csv
import io
import re

from django.utils.translation import gettext as _

from .cells import from_cell, to_cell
from .columns import is_empty, read_header
from .encoding import checked_text
from .refusal import RefusedError
from .row import Row
from .tables import columns_of

BOM = "\ufeff"  # tells spreadsheet programs that the file is UTF-8
LONGEST_LINE = 2_000_000  # characters; all columns of a statement full to the brim take less
_SEPARATORS = ",;\t"  # the second is what Excel writes where the comma stands in numbers
_TOLD = re.compile(r"sep=(.)$")  # what Excel may write before the header

csv.field_size_limit(LONGEST_LINE)  # that a cell is too long is told by its place and column, not by the reader


def written(model, rows, bom=False):
    """The table of ``rows`` (fields of fixture rows), line by line as text."""
    fields = columns_of(model)
    line = csv.writer(_Echo(), lineterminator="\r\n").writerow
    yield (BOM if bom else "") + line(fields)
    for row in rows:
        yield line([_text(to_cell(field, row.get(name))) for name, field in fields.items()])


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text):
        return text


def _text(cell):
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


def read(open_file, name, model):
    """Each ``Row`` of a CSV file. ``open_file()`` gives it from the start, as a binary file; ``name`` is its name.

    Raises ``RefusedError`` if it is no text, no CSV, or has a header that does not fit the model.
    """
    with open_file() as stream:
        length = checked_text(stream, name)
    with open_file() as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        try:
            yield from _rows(text, name, model, length)
        finally:
            text.detach()  # whoever opened the file closes it


def _rows(text, name, model, length):
    separator, before = _separator(text, model)
    reader = csv.reader(_lines(text, name), delimiter=separator, strict=True)
    columns, line = None, before + 1
    for cells in _records(reader, name, before):
        if columns is None:
            columns = read_header(model, cells, name)
        elif told := {at: cell for at, cell in enumerate(cells) if not is_empty(cell)}:
            place = _places(name, line)
            if columns.strays(told):
                raise RefusedError(_("This row has more cells than the header has names."), place(""))
            content = {"model": model._meta.label_lower, "fields": columns.fields(told)}
            yield Row(name, content, from_cell, False, place, min(line / length, 1))
        line = before + reader.line_num + 1
    if columns is None:
        raise RefusedError(_("This file is empty: a header row with the names of the columns is expected."), name)


def _lines(text, name):
    """The lines of a file, none of them too long for the memory."""
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise RefusedError(_("This file has a line longer than any that a program writes."), name)
        yield line


def _separator(text, model):
    """What stands between the cells, and how many lines come before the header."""
    first = text.readline(LONGEST_LINE)
    text.seek(0)
    if told := _TOLD.match(first.strip("\r\n\ufeff")):
        text.readline()
        return told[1], 1
    known = columns_of(model)
    names = {sign: {name.strip(' "\r\n\ufeff') for name in first.split(sign)} for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: len(names[sign] & known.keys())), 0


def _records(reader, name, before):
    try:
        yield from reader
    except csv.Error as error:
        words = _("This is no CSV from line %(line)d on: %(why)s. Is a quotation mark not closed, or not doubled?")
        said = {"line": before + reader.line_num, "why": error}
        raise RefusedError(words % said, name) from None


def _places(name, line):
    def place(field):
        where = _("%(file)s, line %(line)d") % {"file": name, "line": line}
        return f"{where}, {field}" if field else where

    return place
