"""XLSX: one workbook, one sheet a table; written and read as a stream, cell by cell."""

import datetime
import re
import tempfile

from defusedxml import DefusedXmlException
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import IllegalCharacterError, InvalidFileException

from ..loading.faults import did_you_mean
from ..loading.schema import label, natural_key
from . import archive
from .cells import LONGEST, from_cell, to_cell
from .columns import MOST, is_empty, read_header
from .refusal import RefusedError
from .row import Row
from .tables import NAMES, TABLES, columns_of, table_named

MOST_ROWS = 1_048_576  # of a sheet, as Excel has it
WIDTHS = {"key": 28, "title": 36, "summary": 60, "text": 60, "description": 60, "note": 40, "name": 28}
FIRST_DAY = datetime.date(1900, 3, 1)  # Excel takes 1900 for a leap year
_ERROR, _FORMULA = "e", "f"
PIECE = 64 * 1024  # bytes of a sheet looked at together
LONGEST_ROW = 5_000_000  # bytes; all columns of a statement full to the brim take less
LONGEST_TAG = 16
_ROW_ENDS = re.compile(rb"</(?:\w{1,8}:)?row>")
_TEXT_AS_IT_IS = b"<![CDATA["  # could pass for the end of a row, and no spreadsheet program writes it
_MACROS = ("xl/vbaproject.bin", "macrosheets/")
_BROKEN = (
    *archive.BROKEN,
    AttributeError,
    DefusedXmlException,
    IndexError,
    InvalidFileException,
    KeyError,
    SyntaxError,  # what parsers of XML raise
    TypeError,
    ValueError,
)


def written(tables):
    """A temporary file with the workbook of ``tables``, pairs of a model and its rows (fields of fixture rows).

    Raises ``RefusedError`` for a text that no cell of a workbook can hold.
    """
    book = Workbook(write_only=True)
    try:
        for model, rows in tables:
            _write_sheet(book, model, rows)
    except RefusedError:
        for sheet in book.worksheets:
            sheet.close()
        raise
    file = tempfile.TemporaryFile()  # noqa: SIM115 -- the answer closes it
    book.save(file)
    file.seek(0)
    return file


def _write_sheet(book, model, rows):
    fields = columns_of(model)
    sheet = book.create_sheet(NAMES[model])
    sheet.freeze_panes = "B2"
    for at, name in enumerate(fields, 1):
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(name.rpartition("_")[0] or name, 16)
    sheet.append([_bold(sheet, name) for name in fields])
    for row in rows:
        cells = {name: to_cell(field, row.get(name)) for name, field in fields.items()}
        try:
            sheet.append([_cell(sheet, value) for value in cells.values()])
        except IllegalCharacterError:
            raise _unwritable(_("a character that no workbook can hold"), row, model) from None
        if any(isinstance(value, str) and len(value) > LONGEST for value in cells.values()):
            raise _unwritable(_("a text longer than a cell of a workbook"), row, model)


def _bold(sheet, name):
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet, value):
    if isinstance(value, datetime.date):
        cell = WriteOnlyCell(sheet, value if value >= FIRST_DAY else value.isoformat())
        cell.number_format = "yyyy-mm-dd"
        return cell
    return value


def _unwritable(what, row, model):
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    record = label(model, natural_key(model, values))
    return RefusedError(_("%(record)s has %(what)s: take CSV or YAML.") % {"record": record, "what": what})


def refuse_macros(members):
    """Raise ``RefusedError`` if a workbook with these members (names in its ZIP) holds a program."""
    if any(part in name.lower() for name in members for part in _MACROS):
        raise RefusedError(_("This workbook holds macros: save it as “Excel workbook (.xlsx)”, without them."))


def _count_rows(zipped):
    """How many rows all sheets have; raises ``RefusedError`` if a row is too long for the memory.

    A parser of XML holds a row whole, and a sheet need not say how long it is.
    """
    count = 0
    for sheet in (name for name in zipped.namelist() if name.lower().startswith("xl/worksheets/")):
        since, end = 0, b""
        with zipped.open(sheet) as stream:
            while piece := stream.read(PIECE):
                found = [*_ROW_ENDS.finditer(end + piece)]
                since = len(end + piece) - found[-1].end() if found else since + len(piece)
                count += sum(one.end() > len(end) for one in found)
                end = piece[-LONGEST_TAG:]
                if since > LONGEST_ROW or _TEXT_AS_IT_IS in end + piece:
                    raise RefusedError(_("This workbook has a row longer than any that a program writes."), sheet)
    return count


def read(stream, name):
    """Each ``Row`` of each sheet of a workbook. Raises ``RefusedError`` for what is no workbook, or none of ours."""
    zipped = archive.opened(stream)
    refuse_macros(zipped.namelist())
    try:
        length = max(_count_rows(zipped), 1)
    except _BROKEN:
        raise RefusedError(_("This file is damaged, or no workbook that Excel would open.")) from None
    try:
        book = load_workbook(stream, read_only=True, data_only=False, keep_links=False)
    except _BROKEN:
        raise RefusedError(_("This file is damaged, or no workbook that Excel would open.")) from None
    try:
        rows = (row for sheet in book.worksheets for row in _sheet(sheet, name))
        for count, row in enumerate(rows, 1):
            yield row._replace(done=min(count / length, 1))
    finally:
        book.close()


def _sheet(sheet, name):
    rows = _sheet_rows(sheet)
    _at, header = next(rows, (1, {}))
    if not header:
        return
    model = table_named(sheet.title)
    if model is None:
        words = _("There is no table “%(name)s”") % {"name": sheet.title}
        raise RefusedError(words + (did_you_mean(sheet.title.lower(), TABLES) or "."), sheet.title)
    width = max(max(header) + 1, sheet.max_column or 0)
    names = [header[at].value if at in header else "" for at in range(min(width, MOST + 1))]
    columns = read_header(model, names, sheet.title)
    for at, cells in rows:
        if cells:
            _refuse_unreadable(sheet, at, cells, columns)
            fields = columns.fields({column: cell.value for column, cell in cells.items()})
            content = {"model": model._meta.label_lower, "fields": fields}
            yield Row(name, content, from_cell, False, _places(sheet.title, at, columns.places), 0)


def _sheet_rows(sheet):
    """The number of each row and its cells that hold something, ``{column: cell}``, one column more than is read."""
    rows = sheet.iter_rows(max_col=MOST + 1)
    for at in range(1, MOST_ROWS + 1):
        try:
            cells = next(rows, None)
        except _BROKEN:
            words = _("This sheet is damaged: open the workbook in Excel or LibreOffice and save it again.")
            raise RefusedError(words, sheet.title) from None
        if cells is None:
            return
        yield at, {column: cell for column, cell in enumerate(cells) if not is_empty(cell.value)}
    raise RefusedError(_("This sheet has more rows than Excel allows: it is damaged."), sheet.title)


def _refuse_unreadable(sheet, at, cells, columns):
    """Formulas and errors are no values, and a value without the name of a column belongs nowhere."""
    for column, cell in cells.items():
        if cell.data_type == _FORMULA:
            words = _("Here stands a formula: copy the column and paste it as values.")
            raise RefusedError(words, _place(sheet.title, column, at))
        if cell.data_type == _ERROR:
            words = _("Here stands an error of the spreadsheet: %(error)s") % {"error": cell.value}
            raise RefusedError(words, _place(sheet.title, column, at))
    for column in columns.strays(cells):
        raise RefusedError(_("This cell stands in a column without a name."), _place(sheet.title, column, at))


def _place(title, column, at):
    return f"{title}!{get_column_letter(column + 1)}{at}"


def _places(title, at, columns):
    return lambda field: _place(title, columns.get(field, 0), at)
