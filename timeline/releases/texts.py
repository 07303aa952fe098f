"""What a release says of itself for people: README and licence, and what Datasette shows of the tables."""

from django.template.loader import render_to_string
from django.utils.translation import override

from . import names
from .tables import TABLES

LABELS = ("title.en", "name.en", "title")  # the first of these that a table has names its rows


def readme(number, rows):
    """``README.md`` of release ``number``; ``rows`` has the number of rows by table."""
    with override("en"):
        tables = [(table, rows[table.name]) for table in TABLES]
        return render_to_string("timeline/data_readme.md", {"number": number, "names": names, "tables": tables})


LICENCE = f"""\
{names.TITLE}: the record

The tables and texts of this release are under the {names.LICENCE_TITLE}
licence (CC BY 4.0): {names.LICENCE_URL}

You may copy, change and republish them for any purpose, also commercially, if
you name the source ("{names.TITLE}", with the data version and a link
to where you have it from), link to the licence, and say what you changed.

Phrases quoted from documents and read-outs remain their authors', and so do the
titles of sources. Names, dates, places and numbers as such are facts, and
nobody's.
"""


def datasette(number):
    """What ``datasette --metadata`` shows: titles, descriptions of tables and columns, licence."""
    with override("en"):
        tables = {table.name: _shown(table) for table in TABLES}
    return {
        "title": f"{names.TITLE}, data version {number}",
        "description": names.DESCRIPTION,
        "license": names.LICENCE_TITLE,
        "license_url": names.LICENCE_URL,
        "databases": {names.STEM: {"tables": tables}},
    }


def _shown(table):
    known = {column.name for column in table.columns}
    label = [table.column(name).sql_name for name in LABELS if name in known][:1]
    return {
        "title": str(table.title),
        "description": str(table.meaning),
        "columns": {column.sql_name: str(column.help) for column in table.columns},
        **({"label_column": label[0]} if label else {}),
    }
