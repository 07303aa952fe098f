"""One registry of columns behind header and rows of every table, its schema, and the data dictionary."""

from .base import Column
from .meetings import MEETINGS
from .participants import PARTICIPANTS
from .sources import SOURCES
from .statements import STATEMENTS

COLUMNS = {"meetings": MEETINGS, "statements": STATEMENTS, "participants": PARTICIPANTS, "sources": SOURCES}

__all__ = ["COLUMNS", "Column", "columns_in"]


def columns_in(noun, language):
    """The columns of a table; in one language, without the texts in the others, but for English that stands in."""
    return [column for column in COLUMNS[noun] if column.belongs_in(language)]
