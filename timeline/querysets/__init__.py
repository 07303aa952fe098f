"""Every question asked of the record.

Methods that choose read as English (``published``, ``since``); methods that load are ``for_<place>``. All return
querysets, so they chain, also from ``issue.meetings``. Many-to-many questions join nothing: no row comes twice.
"""

from .change import ChangeQuerySet, FormerKeyQuerySet
from .counting import count_of
from .desk import RevisionQuerySet
from .exchange import ImportQuerySet
from .facet import WHAT_IT_HAS, FacetEntryQuerySet
from .keyed import KeyedQuerySet
from .meeting import MeetingLinkQuerySet, MeetingQuerySet, NumberQuerySet
from .participant import AttendanceQuerySet, ParticipantQuerySet, TenureQuerySet
from .statement import StatementQuerySet
from .version import DataVersionQuerySet
from .vocabulary import (
    FormatQuerySet,
    IssueQuerySet,
    OfficeQuerySet,
    OrganisationQuerySet,
    PlaceQuerySet,
    SeriesQuerySet,
    SourceQuerySet,
)

__all__ = [
    "WHAT_IT_HAS",
    "AttendanceQuerySet",
    "ChangeQuerySet",
    "DataVersionQuerySet",
    "FacetEntryQuerySet",
    "FormatQuerySet",
    "FormerKeyQuerySet",
    "ImportQuerySet",
    "IssueQuerySet",
    "KeyedQuerySet",
    "MeetingLinkQuerySet",
    "MeetingQuerySet",
    "NumberQuerySet",
    "OfficeQuerySet",
    "OrganisationQuerySet",
    "ParticipantQuerySet",
    "PlaceQuerySet",
    "RevisionQuerySet",
    "SeriesQuerySet",
    "SourceQuerySet",
    "StatementQuerySet",
    "TenureQuerySet",
    "count_of",
]
