"""Files to rows: where fixtures lie, how they are decoded, and at which line each row begins."""

import json
from pathlib import Path
from typing import NamedTuple

import yaml

from .faults import Fault

SUFFIXES = {".yaml", ".yml", ".json"}


class _YamlLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML as in JSON: a day stays text, so that the field which takes it says what is wrong with it."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class Row(NamedTuple):
    """A row as it stands in a file; nothing of it is checked yet."""

    file: str
    position: str
    content: object


class _UnreadableError(Exception):
    """What a file cannot be read for; ``position`` says where."""

    def __init__(self, rule, position=""):
        super().__init__(rule)
        self.rule = rule
        self.position = position


def read(paths):
    """``(rows, faults)`` of all fixtures at these paths: files, or directories with all fixtures below them."""
    rows, faults = [], []
    for path in map(_from_here, paths):
        try:
            for file in _files(path):
                _read_file(file, rows, faults)
        except _UnreadableError as error:
            faults.append(Fault(str(path), error.position, "", error.rule))
    return rows, faults


def _from_here(path):
    """The path as one would type it in the current directory."""
    path = Path(path)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _files(path):
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES)
        if not files:
            raise _UnreadableError("the directory holds no .yaml or .json file.")
        return files
    return [path]


def _read_file(file, rows, faults):
    try:
        text = _text(file)
        parse = _json_rows if file.suffix == ".json" else _yaml_rows
        rows.extend(Row(str(file), position, content) for position, content in parse(text))
    except _UnreadableError as error:
        faults.append(Fault(str(file), error.position, "", error.rule))


def _text(file):
    if file.suffix not in SUFFIXES:
        raise _UnreadableError("fixtures are .yaml or .json files.")
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        raise _UnreadableError("there is no such file.") from None
    except OSError as error:
        raise _UnreadableError(f"cannot be read: {error.strerror}.") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _UnreadableError("is not UTF-8: save the file in that encoding.", f"line {line}") from None


def _json_rows(text):
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as error:
        raise _UnreadableError(f"is not JSON: {error.msg}.", f"line {error.lineno}") from None
    if not isinstance(rows, list):
        raise _UnreadableError("a list of rows is expected.")
    return [(f"row {number}", row) for number, row in enumerate(rows, 1)]


def _yaml_rows(text):
    loader = _YamlLoader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.SequenceNode):
            raise _UnreadableError("a list of rows is expected.")
        return [(f"line {row.start_mark.line + 1}", _constructed(loader, row)) for row in node.value]
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark or error.context_mark).line + 1
        raise _UnreadableError(f"is not YAML: {error.problem or error.context}.", f"line {line}") from None
    except yaml.YAMLError as error:
        raise _UnreadableError(f"is not YAML: {str(error).splitlines()[0]}.") from None
    finally:
        loader.dispose()


def _constructed(loader, node):
    """The values of a node; a field that stands twice or a value against its tag is a fault at its line."""
    _refuse_repeated_fields(node)
    try:
        return loader.construct_document(node)
    except ValueError as error:
        raise _UnreadableError(f"holds a value that cannot be: {error}.", f"line {node.start_mark.line + 1}") from None


def _refuse_repeated_fields(node):
    if not isinstance(node, yaml.MappingNode):
        return
    seen = set()
    for name, value in node.value:
        if not isinstance(name, yaml.ScalarNode):
            continue
        if name.value in seen:
            raise _UnreadableError(f"“{name.value}” stands twice in one row.", f"line {name.start_mark.line + 1}")
        seen.add(name.value)
        _refuse_repeated_fields(value)
