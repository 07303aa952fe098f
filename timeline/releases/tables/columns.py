"""Columns of a release: as the registry of the list files describes them, read straight from the record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...exports.columns import COLUMNS, Column
from ...exports.columns.base import LANGUAGES

KEY = {"pattern": "[a-z0-9-]+"}
STATEMENT_KEY = {"pattern": "[a-z0-9-]+#[0-9]+"}
PARTIAL_DATE = {"pattern": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"}


@dataclass(frozen=True)
class TableColumn(Column):
    """A column: ``reads`` are the lookups of the record that ``value`` finds in a row (a mapping of these).

    ``labels`` are pairs of an allowed word and what it means, where the words are a closed list.
    """

    reads: tuple = ()
    labels: tuple = ()

    @property
    def sql_name(self):
        """Its name in the database: what is nested is joined by an underscore."""
        return self.name.replace(".", "_")

    @property
    def required(self):
        """Whether no row may leave it empty."""
        return bool(self.constraints.get("required"))

    def plain(self, row):
        """Its value in ``row`` as JSON has it: unknown is ``None``, never an empty text."""
        value = self.value(row)
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Decimal):
            return float(value)
        return None if value == "" else value


def column(name, meaning, *, reads=None, value: Callable | None = None, required=False, choices=None, **facts):
    """A ``TableColumn``; without ``reads`` it reads the field after which it is named, without ``value`` as it is.

    ``choices`` are the closed list of its words, with labels.
    """
    reads = (lookup_of(name),) if reads is None else reads
    constraints = dict(facts.pop("constraints", {}))
    constraints |= {"required": True} if required else {}
    constraints |= {"enum": [word for word, _label in choices]} if choices else {}
    return TableColumn(
        name=name,
        help=meaning,
        value=value or (lambda row: row[reads[0]]),
        constraints=constraints,
        reads=reads,
        labels=tuple(choices or ()),
        **facts,
    )


def lookup_of(name):
    """Where the record keeps what the column ``name`` shows: ``title.en`` in ``title_en``, ``place.key`` beyond it."""
    base, _, last = name.rpartition(".")
    if not base:
        return name
    return f"{base}_{last}" if last in LANGUAGES else f"{base}__{last}"


def as_in(noun, *names, required=(), choices=None, reads=None):
    """Columns of the list file of ``noun``: one, or one a language, for each of ``names``, in that order.

    ``required`` names those that no row leaves empty, beside those that the registry has so; ``choices`` has the
    closed lists of words and ``reads`` the lookups, both by name.
    """
    known = {one.name: one for one in COLUMNS[noun]}
    spelled = [full for name in names for full in _spelled(name, known)]
    return [
        column(
            name,
            known[name].help,
            reads=((reads or {}).get(name, lookup_of(name)),),
            required=known[name].constraints.get("required", False) or name in required,
            choices=(choices or {}).get(name),
            constraints=known[name].constraints,
            type=known[name].type,
            format=known[name].format if known[name].format != "any" else "",
            language=known[name].language,
        )
        for name in spelled
    ]


def _spelled(name, known):
    return [name] if name in known else [f"{name}.{code}" for code in LANGUAGES]


def texts(name, meaning, required=("en",)):
    """One column a language for a translated text; ``required`` are the languages in which it is never empty."""
    return [column(f"{name}.{code}", meaning, language=code, required=code in required) for code in LANGUAGES]


def own_key(meaning):
    """The column that names a record for good."""
    return column("key", meaning, required=True, constraints={"unique": True, **KEY})


def refers(name, meaning, *, required=True, **facts):
    """A column that holds the key of another record."""
    return column(name, meaning, required=required, constraints=KEY, **facts)


def whole(name, meaning, *, least=0, required=True, **facts):
    """A column that holds a whole number, ``least`` or more."""
    return column(name, meaning, required=required, type="integer", constraints={"minimum": least}, **facts)


def place_in_list(meaning):
    """The column that numbers what one record lists, from 1 on; see ``Table.counted_within``."""
    return whole("position", meaning, least=1, reads=(), value=lambda row: row["position"])
