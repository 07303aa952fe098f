"""A column of a table: its name, how its value is found, what it means."""

from collections.abc import Callable
from dataclasses import dataclass, field

LANGUAGES = ("en", "ru", "ja")
JOINT = "; "  # between the values of one cell


def found_at(path):
    """A function that finds the value at a dotted ``path`` in an answer of the API; through lists, a list of values."""
    steps = path.split(".")
    return lambda answer: _found(answer, steps)


def _found(value, steps):
    if isinstance(value, list):
        return [_found(one, steps) for one in value]
    if not steps or value is None:
        return value
    return _found(value[steps[0]], steps[1:])


@dataclass(frozen=True)
class Column:
    """A column: ``name`` as in JSON, dotted where nested; ``value`` finds it in a row as the API answers it.

    ``type`` is a type of Frictionless Table Schema, ``constraints`` as there. ``language`` is that of its text,
    ``stands_in`` whether it is kept beside a language that may lack a translation.
    """

    name: str
    help: str
    value: Callable = None
    type: str = "string"
    constraints: dict = field(default_factory=dict)
    language: str = ""
    stands_in: bool = False
    format: str = ""

    def cell(self, row):
        """The value in ``row`` as text: unknown is empty, many values are joined."""
        value = (self.value or found_at(self.name))(row)
        return JOINT.join(_text(one) for one in value) if isinstance(value, list) else _text(value)

    def belongs_in(self, language):
        """Whether it has a place in a table in ``language`` ("all" for every one)."""
        return language == "all" or self.stands_in or self.language in ("", language)


def _text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def texts(name, meaning):
    """One column a language for a translated text."""
    return [Column(f"{name}.{code}", meaning, language=code) for code in LANGUAGES]


def texts_with_gaps(name, meaning):
    """The same for a text that may be in English alone, which therefore stands in for the others."""
    return [Column(f"{name}.{code}", meaning, language=code, stands_in=code == "en") for code in LANGUAGES]


def key(name, meaning):
    """A column that holds the key of a record."""
    return Column(name, meaning, constraints={"pattern": "[a-z0-9-]+"})


def one_of(name, meaning, choices):
    """A column that holds one word of a closed list."""
    return Column(name, meaning, constraints={"enum": [value for value, _label in choices], "required": True})


def count(name, meaning):
    """A column that holds a whole number."""
    return Column(name, meaning, type="integer", constraints={"minimum": 0})


def address(name, meaning):
    """A column that holds an address of the web."""
    return Column(name, meaning, format="uri")


def day(name, meaning):
    """A column that holds a day."""
    return Column(name, meaning, type="date")


def truth(name, meaning):
    """A column that holds true or false."""
    return Column(name, meaning, type="boolean")
