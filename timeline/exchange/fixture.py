"""YAML as the fixtures are: what comes out can lie in fixtures/, and what lies there can come in."""

from sys import intern

import yaml
from django.db import models
from django.utils.translation import gettext as _

from ..loading.yaml_rows import UnreadableError, yaml_rows
from ..models import Attendance, Meeting, MeetingLink, Number, Statement, Tenure
from .encoding import checked_text
from .refusal import RefusedError
from .row import Row
from .tables import columns_of

WIDTH = 106  # columns after which a line is folded
FOLDED_FROM = 110  # columns of a line that is folded
INDENT = "    "
ALWAYS = {  # written out though they may have their default, because they are read often
    Meeting: {"status", "state"},
    Attendance: {"lead", "order"},
    Tenure: {"term", "verified"},
}
BELONG = {Number, Attendance, Statement, MeetingLink}  # below their meeting


class _Writer(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """YAML without aliases, lists on one line, days and long texts as people write them."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def ignore_aliases(self, data):
        return True


class _Folded(str):
    """A text that takes several lines."""


_Writer.add_representer(list, lambda writer, one: writer.represent_sequence("tag:yaml.org,2002:seq", one, True))
_Writer.add_representer(_Folded, lambda writer, text: writer.represent_scalar("tag:yaml.org,2002:str", str(text), ">"))


def written(rows):
    """The text of ``rows``, pairs of a model and the fields of a fixture row, one after the other."""
    is_first = True
    for model, fields in rows:
        gap = "" if is_first or model in BELONG else "\n"
        is_first = False
        yield gap + _row(model, fields)


def _row(model, fields):
    shown = {name: _value(field, fields[name]) for name, field in columns_of(model).items() if _is_told(field, fields)}
    row = {"model": model._meta.label_lower, "fields": shown}
    text = yaml.dump(row, Dumper=_Writer, allow_unicode=True, width=WIDTH, sort_keys=False)
    return "- " + text.rstrip("\n").replace("\n", "\n  ") + "\n"


def _is_told(field, fields):
    value = fields.get(field.name)
    if field.name in ALWAYS.get(field.model, ()):
        return True
    if value is None or value in ("", []):
        return False
    return field.many_to_many or not field.has_default() or value != field.get_default()


def _value(field, value):
    if isinstance(field, models.DecimalField):
        return float(value)
    if isinstance(value, str) and " " in value and len(f"{INDENT}{field.name}: {value}") > FOLDED_FROM:
        return _Folded(value)
    return value


def read(open_file, name):
    """Each ``Row`` of a YAML file. ``open_file()`` gives it from the start, as a binary file; ``name`` is its name.

    A row is whole, as in fixtures: a field that it leaves out has its default. Raises ``RefusedError``.
    """
    with open_file() as stream:
        length = checked_text(stream, name)
    with open_file() as stream:
        try:
            for row in yaml_rows(stream):
                place = _places(name, row.line, row.lines)
                yield Row(name, row.content, _as_it_is, True, place, min(row.line / length, 1))
        except UnreadableError as error:
            place = _places(name, error.line, {})("") if error.line else name
            words = _("This YAML cannot be read: %(why)s") % {"why": error.rule}
            raise RefusedError(words, place) from None


def _as_it_is(field, value):
    return value


def _places(name, line, lines):
    further = {intern(field): at - line for field, at in lines.items()}  # thousands of rows are held in few bytes

    def place(field):
        return _("%(file)s, line %(line)d") % {"file": name, "line": line + further.get(field, 0)}

    return place
