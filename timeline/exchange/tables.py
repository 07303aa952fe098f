"""The tables of an export: one for each kind of record, under a name that is the same in every format."""

from ..loading.schema import BY_LABEL, MODELS, fields_by_name

_NAMES = (
    "formats",
    "issues",
    "places",
    "participants",
    "organisations",
    "offices",
    "tenures",
    "sources",
    "series",
    "meetings",
    "numbers",
    "attendances",
    "statements",
    "links",
)
TABLES = dict(zip(_NAMES, MODELS, strict=True))
NAMES = {model: name for name, model in TABLES.items()}


def columns_of(model):
    """The columns of a table: the fields of a row, by name, in the order of fixtures."""
    return fields_by_name(model)


def table_named(name):
    """The model whose table ``name`` is, as a sheet or file is called: “meetings”, “Meetings (2)”, “meetings_2017”.

    ``None`` if it is no table.
    """
    word = name.strip().lower()
    if word in BY_LABEL:
        return BY_LABEL[word]
    for end in range(len(word), 0, -1):
        if word[:end] in TABLES and not word[end : end + 1].isalnum():
            return TABLES[word[:end]]
    return None
