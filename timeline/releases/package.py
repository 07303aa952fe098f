"""``datapackage.json``: the tables for programs (Frictionless Data Package, read by version 1, worded for version 2).

https://specs.frictionlessdata.io and https://datapackage.org
"""

from django.utils.translation import override

from . import names
from .tables import TABLES

DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
    "caseSensitiveHeader": True,
}
KEYWORDS = ["diplomacy", "Japan", "Russia", "meetings", "bilateral relations"]


def descriptor(number, files):
    """The description of release ``number``; ``files`` are its tables as CSV (``File``), by name of the table."""
    with override("en"):
        return {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "profile": "tabular-data-package",
            "name": names.STEM,
            "title": names.TITLE,
            "description": names.DESCRIPTION,
            "version": number,
            "keywords": KEYWORDS,
            "temporalCoverage": names.YEARS,
            "licenses": [{"name": names.LICENCE, "path": names.LICENCE_URL, "title": names.LICENCE_TITLE}],
            "resources": [_resource(table, files[table.name]) for table in TABLES],
        }


def _resource(table, file):
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "profile": "tabular-data-resource",
        "type": "table",
        "name": table.name,
        "path": file.name,
        "title": str(table.title),
        "description": str(table.meaning),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "rows": file.rows,
        "dialect": DIALECT,
        "schema": schema(table),
    }


def schema(table):
    """The Table Schema of a table, in the active language."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column, table) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": [_foreign_key(one, table) for one in table.references]} if table.references else {}),
    }


def _field(column, table):
    constraints = dict(column.constraints)
    constraints |= {"required": True} if column.name in table.key else {}
    return {
        "name": column.name,
        "type": column.type,
        **({"format": column.format} if column.format else {}),
        "description": str(column.help),
        **({"constraints": constraints} if constraints else {}),
        **({"categories": _categories(column)} if column.labels else {}),
    }


def _categories(column):
    return [{"value": word, "label": str(label)} for word, label in column.labels]


def _foreign_key(reference, table):
    """A reference; to a table itself it names none, as version 1 has it."""
    to = "" if reference.to == table.name else reference.to
    return {"fields": list(reference.columns), "reference": {"resource": to, "fields": list(reference.key)}}
