"""YAML to rows, one after the other: in constant memory, and without what fixtures never need.

Anchors, tags and deep nesting are refused. With them a file of a few lines can hold more than any memory, name a class
of a programming language, or keep the parser busy for hours.
"""

from typing import NamedTuple

import yaml
from django.utils.translation import gettext as _

DEEPEST = 6  # a list of references in the fields of a row of a list
LONGEST = 10_000  # values of one row; no record has a tenth of them
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT = "tag:yaml.org,2002:str"
_DAY = "tag:yaml.org,2002:timestamp"


class UnreadableError(Exception):
    """What a file cannot be read for: ``rule`` in words, and at which line (from 1), if one is to blame."""

    def __init__(self, rule, line=None):
        super().__init__(rule)
        self.rule = rule
        self.line = line


class YamlRow(NamedTuple):
    """One item of the list that a file is: its line, its values, and the line of each of its fields."""

    line: int
    content: object
    lines: dict


class _Scalars(yaml.SafeLoader):
    """YAML as in JSON: a day stays text, so that the field which takes it says what is wrong with it."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _DAY]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def yaml_rows(stream):
    """Each ``YamlRow`` of a text or binary file, as it is read. Raises ``UnreadableError``."""
    try:
        yield from _Rows(stream)
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark or error.context_mark).line + 1
        raise UnreadableError(_("is not YAML: %(why)s.") % {"why": error.problem or error.context}, line) from None
    except yaml.YAMLError as error:
        raise UnreadableError(_("is not YAML: %(why)s.") % {"why": str(error).splitlines()[0]}) from None


class _Rows:
    """The rows of one stream of parser events."""

    def __init__(self, stream):
        self.events = yaml.parse(stream, Loader=_PARSER)
        self.scalars = _Scalars("")
        self.lines = {}
        self.count = 0

    def __iter__(self):
        self._begin()
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            self.lines, self.count = {}, 0
            content = self._value(event, depth=1)
            yield YamlRow(_line(event), content, self.lines)
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise UnreadableError(_("holds more than one document: one list of rows is expected."), _line(event))

    def _begin(self):
        for event in self.events:
            if isinstance(event, yaml.SequenceStartEvent):
                _refuse_extras(event)
                return
            if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                break
        raise UnreadableError(_("a list of rows is expected."))

    def _value(self, event, depth):
        _refuse_extras(event)
        self.count += 1
        if self.count > LONGEST:
            raise UnreadableError(_("has a row of more values than any record."), _line(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth > DEEPEST:
            raise UnreadableError(_("lists stand in lists deeper than any row has them."), _line(event))
        return self._list(depth) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(depth)

    def _scalar(self, event):
        tag = self.scalars.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag == _TEXT:
            return event.value
        try:
            return self.scalars.construct_object(yaml.ScalarNode(tag, event.value))
        except (ValueError, yaml.YAMLError) as error:
            why = {"why": str(error).splitlines()[0]}
            raise UnreadableError(_("holds a value that cannot be: %(why)s.") % why, _line(event)) from None

    def _list(self, depth):
        values = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, depth + 1))
        return values

    def _mapping(self, depth):
        values = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise UnreadableError(_("the name of a field is one word."), _line(event))
            _refuse_extras(event)
            if event.value in values:
                words = {"name": event.value}
                raise UnreadableError(_("“%(name)s” stands twice in one row.") % words, _line(event))
            self.lines.setdefault(event.value, _line(event))
            values[event.value] = self._value(next(self.events), depth + 1)
        return values


def _refuse_extras(event):
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise UnreadableError(_("has an anchor or alias (& or *): write the value out where it belongs."), _line(event))
    if event.tag not in (None, "!"):
        raise UnreadableError(_("has a tag (%(tag)s): write plain values.") % {"tag": event.tag}, _line(event))


def _line(event):
    return event.start_mark.line + 1
