"""Query string -> querysets: the one place that reads and checks what was asked."""

from .changes import ChangeFilter
from .counts import MeetingCountFilter
from .facets import Chip, Facet, Option
from .faults import Fault, nearest
from .lists import PageFilter, ParticipantFilter, SourceFilter, StatementFilter
from .meetings import MeetingFilter
from .search import SearchFilter, SuggestFilter
from .strict import DEFAULT_PAGE_SIZE, LARGEST_PAGE, unknown_parameters

__all__ = [
    "DEFAULT_PAGE_SIZE",
    "LARGEST_PAGE",
    "ChangeFilter",
    "Chip",
    "Facet",
    "Fault",
    "MeetingCountFilter",
    "MeetingFilter",
    "Option",
    "PageFilter",
    "ParticipantFilter",
    "SearchFilter",
    "SourceFilter",
    "StatementFilter",
    "SuggestFilter",
    "nearest",
    "unknown_parameters",
]
