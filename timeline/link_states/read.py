"""The file of a link checker: CSV with a header, or one JSON object a line (NDJSON), read strictly."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from ..loading.faults import Fault, did_you_mean
from .verdict import ERRORS, HIGHEST, LOWEST, verdict

COLUMNS = ("url", "checked_at", "status", "final_url", "archived_url")
REQUIRED = COLUMNS[:3]
LONGEST_ADDRESS = 500

_is_address = URLValidator(schemes=["http", "https"])


class Result(NamedTuple):
    """What was found at one address; ``line`` of the file, ``detail`` the status as written, moments with a zone."""

    line: int
    url: str
    state: str
    checked_at: datetime
    detail: str
    final_url: str
    archived_url: str


class _UnreadableError(Exception):
    """What the file, or one of its lines, cannot be read for; ``place`` says where, ``column`` is a name or empty."""

    def __init__(self, rule, place="", column=""):
        super().__init__(rule)
        self.rule, self.place, self.column = rule, place, column


def read(path):
    """``(results, faults)`` of the file at ``path``: a ``Result`` for each line, or a ``Fault`` for each broken rule.

    A fault names the file, the line, the column and the rule.
    """
    path, results, faults = Path(path), [], []
    try:
        rows = _rows(path)
    except _UnreadableError as error:
        return [], [Fault(str(path), error.place, error.column, error.rule)]
    for line, row in rows:
        if isinstance(row, _UnreadableError):
            faults.append(Fault(str(path), row.place, row.column, row.rule))
            continue
        result, broken = _result(line, row)
        faults += [Fault(str(path), f"line {line}", column, rule) for column, rule in broken]
        results += [result] if result else []
    return results, sorted(faults + _repeated(path, results), key=lambda fault: _line_of(fault.record))


def _line_of(place):
    return int(place.split(",")[0].removeprefix("line ")) if place else 0


def _rows(path):
    """Pairs of a line number and a dict of texts and numbers, or the error of that line."""
    if path.suffix not in _READERS:
        raise _UnreadableError("a file of results is named .csv, .ndjson or .jsonl.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise _UnreadableError(f"cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _UnreadableError("is not UTF-8: save the file in that encoding.", f"line {line}") from None
    rows = list(_READERS[path.suffix](text))
    if not rows:
        raise _UnreadableError("holds no result.")
    return rows


def _csv_rows(text):
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        _check_header(header)
        for cells in reader:
            if cells:
                yield reader.line_num, _named(header, cells, reader.line_num)
    except csv.Error as error:
        raise _UnreadableError(f"is not CSV: {error}.", f"line {reader.line_num}") from None


def _check_header(header):
    for name in header:
        if name not in COLUMNS:
            hint = did_you_mean(name, COLUMNS) or f"; the columns are {', '.join(COLUMNS)}."
            raise _UnreadableError(f"there is no such column{hint}", "line 1", name)
        if header.count(name) > 1:
            raise _UnreadableError("stands twice in the header.", "line 1", name)
    for name in REQUIRED:
        if name not in header:
            raise _UnreadableError("this column is missing.", "line 1", name)


def _named(header, cells, line):
    if len(cells) != len(header):
        return _UnreadableError(f"{len(header)} cells are expected, found {len(cells)}.", f"line {line}")
    return dict(zip(header, cells, strict=True))


def _json_rows(text):
    for line, row in enumerate(text.split("\n"), 1):
        if row.strip():
            yield line, _json_object(row, line)


def _json_object(text, line):
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        return _UnreadableError(f"is not JSON: {error.msg}.", f"line {line}, column {error.colno}")
    if not isinstance(row, dict):
        return _UnreadableError("an object with “url”, “checked_at” and “status” is expected.", f"line {line}")
    return row


_READERS = {".csv": _csv_rows, ".ndjson": _json_rows, ".jsonl": _json_rows}


def _result(line, row):
    """The ``Result`` of a row and no faults, or ``None`` and pairs of a column and the rule that it breaks."""
    broken = [
        (name, f"there is no such column{did_you_mean(name, COLUMNS) or '.'}") for name in row if name not in COLUMNS
    ]
    values = {}
    for name, clean in _CLEAN.items():
        try:
            values[name] = clean(row.get(name), name in REQUIRED)
        except _UnreadableError as error:
            broken.append((name, error.rule))
    if broken:
        return None, broken
    state = verdict(values["url"], values["status"], values["final_url"])
    status = values.pop("status")
    return Result(line=line, state=state, detail=str(status), **values), []


def _text(value, required):
    if value in (None, ""):
        if required:
            raise _UnreadableError("is missing.")
        return ""
    if not isinstance(value, str):
        raise _UnreadableError(f"text is expected, found {value!r}.")
    return value


def _address(value, required):
    text = _text(value, required)
    if not text:
        return ""
    try:
        _is_address(text)
    except ValidationError:
        raise _UnreadableError(f"“{text}” is no address that begins with http:// or https://.") from None
    if len(text) > LONGEST_ADDRESS:
        raise _UnreadableError(f"an address has at most {LONGEST_ADDRESS} characters.")
    return text


def _moment(value, required):
    text = _text(value, required)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise _UnreadableError(f"a moment with its zone, such as 2026-11-22T09:30:00Z, is expected, found “{text}”.")
    if moment > timezone.now():
        raise _UnreadableError(f"“{text}” has not come yet.")
    return moment


def _status(value, required):
    """An HTTP status as a number, or one of the words of ``ERRORS``."""
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else _text(value, required)
    if text.isascii() and text.isdecimal() and LOWEST <= int(text) <= HIGHEST:
        return int(text)
    if text not in ERRORS:
        words = ", ".join(ERRORS)
        raise _UnreadableError(f"an HTTP status, or one of {words}, is expected, found “{text}”.")
    return text


_CLEAN = {
    "url": _address,
    "checked_at": _moment,
    "status": _status,
    "final_url": _address,
    "archived_url": _address,
}


def _repeated(path, results):
    first, faults = {}, []
    for result in results:
        known = first.setdefault(result.url, result)
        if known is not result:
            rule = f"this address stands in line {known.line} already."
            faults.append(Fault(str(path), f"line {result.line}", "url", rule))
    return faults
