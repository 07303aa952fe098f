"""CSV (RFC 4180): comma, CRLF, one header row, one row a record."""

import csv
import io

from .columns import columns_in

BOM = "\ufeff"  # tells spreadsheet programs that the file is UTF-8
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(export):
    """The rows of ``export`` as CSV, chunk by chunk."""
    columns = columns_in(export.noun.name, export.language)
    yield (BOM if export.bom else "") + _lines([[column.name for column in columns]])
    for chunk in export.chunks():
        yield _lines([harmless(column.cell(row)) for column in columns] for row in export.answers(chunk))


def harmless(cell):
    """``cell``, with an apostrophe before what a spreadsheet program would take for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _lines(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
