"""Values of fixture rows as cells of a table, and back.

A reference is its key, the parts of a longer key with # between; a list is joined with a semicolon and a blank. What a
spreadsheet program would take for a formula gets an apostrophe in front, which goes again on the way in: a round trip
changes nothing.
"""

import re
from datetime import date, datetime
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext as _

from ..loading.clean import BadValueError
from ..loading.schema import key_length
from ..reading_dates import UnreadableDate, read_day

JOINT = "; "  # between the values of one cell
HASH = "#"  # between the parts of one key
LONGEST = 32_767  # characters of a cell; Excel takes no more
EMPTY = object()  # a cell that says: the default of the field
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_TRUTHS = {"true": True, "false": False, "истина": True, "ложь": False}  # as Excel writes them
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")


def to_cell(field, value):
    """The cell of a table for ``value``, as a fixture gives it: a text, number, truth, ``date``, or ``None``."""
    if value is None or value in ("", []):
        return None
    if field.many_to_many:
        return JOINT.join(map(_reference, value))
    if field.is_relation:
        return _reference(value)
    if isinstance(field, models.JSONField):
        return harmless(JOINT.join(text.replace(";", ";;") for text in value))
    if isinstance(field, models.DateField):
        return date.fromisoformat(value)
    if isinstance(field, models.DecimalField):
        return Decimal(value)
    return harmless(value) if isinstance(value, str) else value


def harmless(text):
    """``text`` with an apostrophe before what would be taken for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def from_cell(field, cell):
    """The value of a fixture row for a cell; ``EMPTY`` for an empty one.

    ``cell`` is a text, or what a workbook holds: a number, truth or day. What the field cannot read is given back as it
    is, for its own rule to refuse; raises ``BadValueError`` where that rule would not say what to do.
    """
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return EMPTY
    text = _as_text(cell) if isinstance(cell, str) or not isinstance(field, _NATIVE) else cell
    if field.many_to_many:
        return [_key(field, one) for one in _split(text)]
    if field.is_relation:
        return _key(field, text)
    for kind, read in _READERS.items():
        if isinstance(field, kind):
            return read(text)
    return text


def _as_text(cell):
    """A cell as the text that an editor sees in it, without what programs add to it."""
    if isinstance(cell, datetime):
        cell = cell.date() if cell.time() == datetime.min.time() else cell
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST:
        raise BadValueError(_("is longer than %(most)d characters.") % {"most": LONGEST})
    text = text[1:] if text.startswith("'") and _FORMULA.match(text) else text
    return text.strip()


def _split(text):
    """The values of a cell; a semicolon within one is doubled."""
    values, value = [], ""
    for part in re.findall(r";;|;|[^;]+", text):
        if part == ";":
            values.append(value)
            value = ""
        else:
            value += ";" if part == ";;" else part
    return [one.strip() for one in [*values, value] if one.strip()]


def _reference(key):
    return HASH.join(map(str, key))


def _key(field, text):
    if key_length(field.related_model) == 1:
        return [text]
    return [int(part) if _WHOLE.fullmatch(part) else part for part in map(str.strip, text.split(HASH))]


def _truth(cell):
    return _TRUTHS.get(cell.lower(), cell) if isinstance(cell, str) else cell


def _whole(cell):
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return int(cell) if isinstance(cell, str) and _WHOLE.fullmatch(cell) else cell


def _decimal(cell):
    return cell.replace(",", ".") if isinstance(cell, str) and _DECIMAL_COMMA.fullmatch(cell) else cell


def _day(cell):
    if isinstance(cell, datetime):
        if cell.time() != datetime.min.time():
            raise BadValueError(_("a day without an hour is expected, found %(value)s.") % {"value": cell})
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str) or _ISO_DAY.fullmatch(cell):
        return cell
    try:
        return read_day(cell).isoformat()
    except UnreadableDate as unread:
        raise BadValueError(str(unread)) from None


_READERS = {
    models.BooleanField: _truth,
    models.IntegerField: _whole,
    models.DecimalField: _decimal,
    models.DateField: _day,
    models.JSONField: _split,
}
_NATIVE = (models.BooleanField, models.IntegerField, models.DecimalField, models.DateField)
