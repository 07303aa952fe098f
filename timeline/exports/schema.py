"""Frictionless Table Schema of each table, made of the same columns as the table itself."""

from django.utils.translation import override

from .asked import ALL
from .columns import columns_in


def table_schema(noun, language=ALL):
    """The schema of the table of that name, as https://specs.frictionlessdata.io/table-schema/ has it.

    It is written in English; the columns are those of a table in ``language``.
    """
    with override("en"):
        return {
            "fields": [_field(column) for column in columns_in(noun, language)],
            "primaryKey": ["key"],
            "missingValues": [""],
        }


def _field(column):
    field = {"name": column.name, "type": column.type, "description": str(column.help)}
    field |= {"format": column.format} if column.format else {}
    return field | ({"constraints": column.constraints} if column.constraints else {})
