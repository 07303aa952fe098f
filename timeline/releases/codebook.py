"""The codebook: every table and every column, in words, for a page and as files of a release."""

import csv
import io
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..exports.table import harmless
from . import names
from .tables import TABLES
from .views_of_database import VIEWS

HEADER = ("table", "column", "column in SQL", "type", "always filled", "key", "meaning", "allowed")


@dataclass(frozen=True)
class Entry:
    """A column in words. ``refers_to`` is "table.column" or ""; ``words`` are pairs of an allowed word and its meaning.

    ``least`` and ``most`` bound a number, ``None`` where nothing does.
    """

    name: str
    sql_name: str
    type: str
    required: bool
    is_key: bool
    refers_to: str
    meaning: str
    words: tuple
    least: int | None
    most: int | None

    @property
    def bounds(self):
        """What numbers are allowed, in words; "" where all are."""
        if self.least is None:
            return ""
        if self.most is None:
            return _("%(least)s or more") % {"least": self.least}
        return _("%(least)s to %(most)s") % {"least": self.least, "most": self.most}


@dataclass(frozen=True)
class Chapter:
    """A table in words."""

    name: str
    title: str
    meaning: str
    entries: tuple


def chapters():
    """Every table as a ``Chapter``, in the active language."""
    return [_chapter_of(table) for table in TABLES]


def _chapter_of(table):
    entries = tuple(_entry(table, column) for column in table.columns)
    return Chapter(table.name, str(table.title), str(table.meaning), entries)


def _entry(table, column):
    references = [one for one in table.references if column.name in one.columns]
    to = [f"{one.to}.{one.key[one.columns.index(column.name)]}" for one in references]
    is_key = column.name in table.key
    return Entry(
        name=column.name,
        sql_name=column.sql_name,
        type=column.type,
        required=column.required or is_key,
        is_key=is_key,
        refers_to=to[0] if to else "",
        meaning=str(column.help),
        words=tuple((word, "" if str(label) == word else str(label)) for word, label in column.labels),
        least=column.constraints.get("minimum"),
        most=column.constraints.get("maximum"),
    )


def as_table():
    """The codebook as CSV, in English: one row a column."""
    with override("en"):
        rows = [
            (chapter.name, one.name, one.sql_name, one.type, "yes" if one.required else "no", *_told(one))
            for chapter in chapters()
            for one in chapter.entries
        ]
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([HEADER, *([harmless(cell) for cell in row] for row in rows)])
    return text.getvalue()


def _told(entry):
    """Key, meaning and what is allowed, each as a text."""
    keys = [*(["primary"] if entry.is_key else ()), *([f"refers to {entry.refers_to}"] if entry.refers_to else ())]
    allowed = "; ".join(f"{word}: {label}" if label else word for word, label in entry.words)
    return "; ".join(keys), entry.meaning, allowed or entry.bounds


def as_markdown(number, rows):
    """The codebook of release ``number`` as Markdown, in English; ``rows`` has the number of rows by table."""
    with override("en"):
        parts = [_opening(number), *(_chapter(one, rows[one.name]) for one in chapters()), _views()]
    return "\n".join(parts)


def _opening(number):
    return f"""\
# Codebook of {names.TITLE}, data version {number}

Every table is a file `<table>.csv`, a file `<table>.ndjson` and a table of `{names.DATABASE}`. Names of columns
are those of the JSON that the site gives; a dot stands for nesting: `title.en` is a column of the CSV,
`{{"title": {{"en": …}}}}` in NDJSON, `title_en` in the database. `en`, `ru` and `ja` at the end of a name are English,
Russian and Japanese. In bold: the primary key.

- What is not known is an empty cell in CSV, `null` in NDJSON, `NULL` in the database; there is no empty text.
- A cell of CSV that a spreadsheet program could take for a formula begins with an apostrophe that is not part of the
  text; NDJSON and the database have the text as it is.
- Dates are ISO 8601. EDTF (ISO 8601-2, level 1) shows no day or month that is not known: `2014-03`, `2016`.
- Rows stand in the order of time or of their keys. True and false are 1 and 0 in the database.
"""


def _chapter(chapter, rows):
    lines = [f"## {chapter.name}", "", f"{chapter.title}. {chapter.meaning} Rows: {rows}.", ""]
    lines += ["| column | type | always filled | meaning | allowed |", "| --- | --- | --- | --- | --- |"]
    for one in chapter.entries:
        name = f"**`{one.name}`**" if one.is_key else f"`{one.name}`"
        meaning = f"{one.meaning} → `{one.refers_to}`" if one.refers_to else one.meaning
        words = "; ".join(f"`{word}` {label}".rstrip() for word, label in one.words) or one.bounds
        cells = [name, one.type, "yes" if one.required else "no", meaning, words]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, ""])


def _views():
    lines = [f"## Views of {names.DATABASE}", "", "Keys replaced by names, for a first look.", ""]
    for name, query in VIEWS.items():
        lines += [f"### {name}", "", "```sql", query, "```", ""]
    return "\n".join(lines)
