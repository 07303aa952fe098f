"""Every table of a release, what is referred to before what refers."""

from .meetings import MEETINGS
from .people import PEOPLE
from .sources import SOURCES
from .statements import STATEMENTS
from .table import Reference, Table
from .vocabulary import VOCABULARY

TABLES = (*VOCABULARY, *PEOPLE, *SOURCES, *MEETINGS, *STATEMENTS)

__all__ = ["TABLES", "Reference", "Table"]
