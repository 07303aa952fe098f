"""Files to rows: where fixtures lie, how they are decoded, and at which line each row begins."""

import json
from pathlib import Path
from typing import NamedTuple

from .faults import Fault
from .yaml_rows import UnreadableError, yaml_rows

SUFFIXES = {".yaml", ".yml", ".json"}


class Row(NamedTuple):
    """A row as it stands in a file; nothing of it is checked yet."""

    file: str
    position: str
    content: object


def read(paths):
    """``(rows, faults)`` of all fixtures at these paths: files, or directories with all fixtures below them."""
    rows, faults = [], []
    for path in map(_from_here, paths):
        try:
            for file in _files(path):
                _read_file(file, rows, faults)
        except UnreadableError as error:
            faults.append(Fault(str(path), _at(error.line), "", error.rule))
    return rows, faults


def _from_here(path):
    """The path as one would type it in the current directory."""
    path = Path(path)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _files(path):
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES)
        if not files:
            raise UnreadableError("the directory holds no .yaml or .json file.")
        return files
    return [path]


def _read_file(file, rows, faults):
    try:
        text = _text(file)
        parse = _json_rows if file.suffix == ".json" else _yaml_rows
        rows.extend(Row(str(file), position, content) for position, content in parse(text))
    except UnreadableError as error:
        faults.append(Fault(str(file), _at(error.line), "", error.rule))


def _text(file):
    if file.suffix not in SUFFIXES:
        raise UnreadableError("fixtures are .yaml or .json files.")
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("there is no such file.") from None
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}.") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableError("is not UTF-8: save the file in that encoding.", line) from None


def _json_rows(text):
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"is not JSON: {error.msg}.", error.lineno) from None
    if not isinstance(rows, list):
        raise UnreadableError("a list of rows is expected.")
    return [(f"row {number}", row) for number, row in enumerate(rows, 1)]


def _yaml_rows(text):
    return [(_at(row.line), row.content) for row in yaml_rows(text)]


def _at(line):
    """A line as faults name it."""
    return f"line {line}" if line else ""
