"""Frictionless Table Schema of each table, made of the same columns as the table itself."""

from django.utils.translation import override

from .columns import COLUMNS


def table_schema(noun):
    """The schema of the table of that name, in English, as https://specs.frictionlessdata.io/table-schema/ has it."""
    with override("en"):
        return {
            "fields": [_field(column) for column in COLUMNS[noun]],
            "primaryKey": ["key"],
            "missingValues": [""],
        }


def _field(column):
    field = {"name": column.name, "type": column.type, "description": str(column.help)}
    field |= {"format": column.format} if column.format else {}
    return field | ({"constraints": column.constraints} if column.constraints else {})
