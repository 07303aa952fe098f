"""Query string -> querysets: the one place that reads and checks what was asked."""

from .changes import ChangeFeedFilter, ChangeFilter
from .counts import MeetingCountFilter
from .facets import Chip, Facet, Option, filters_in_words, labels_of, narrowed
from .faults import Fault, nearest
from .lists import PageFilter, ParticipantFilter, SourceFilter, StatementFilter
from .meetings import MeetingFilter, MeetingOfYearFilter
from .search import SearchFilter, SuggestFilter
from .strict import DEFAULT_PAGE_SIZE, LARGEST_PAGE, unknown_parameters, without_blanks
from .versions import VersionFilter

__all__ = [
    "DEFAULT_PAGE_SIZE",
    "LARGEST_PAGE",
    "ChangeFeedFilter",
    "ChangeFilter",
    "Chip",
    "Facet",
    "Fault",
    "MeetingCountFilter",
    "MeetingFilter",
    "MeetingOfYearFilter",
    "Option",
    "PageFilter",
    "ParticipantFilter",
    "SearchFilter",
    "SourceFilter",
    "StatementFilter",
    "SuggestFilter",
    "VersionFilter",
    "filters_in_words",
    "labels_of",
    "narrowed",
    "nearest",
    "unknown_parameters",
    "without_blanks",
]
