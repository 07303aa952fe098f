"""Every question asked of the record.

Methods that choose read as English (``published``, ``since``); methods that load are ``for_<place>``. All return
querysets, so they chain, also from ``issue.meetings``. Many-to-many questions use ``Exists``: no row comes twice.
"""

from .change import ChangeQuerySet, FormerKeyQuerySet
from .counting import count_of
from .meeting import MeetingLinkQuerySet, MeetingQuerySet, NumberQuerySet
from .participant import AttendanceQuerySet, ParticipantQuerySet, TenureQuerySet
from .statement import StatementQuerySet
from .version import DataVersionQuerySet
from .vocabulary import (
    FormatQuerySet,
    IssueQuerySet,
    KeyedQuerySet,
    OfficeQuerySet,
    OrganisationQuerySet,
    PlaceQuerySet,
    SeriesQuerySet,
    SourceQuerySet,
)

__all__ = [
    "AttendanceQuerySet",
    "ChangeQuerySet",
    "DataVersionQuerySet",
    "FormatQuerySet",
    "FormerKeyQuerySet",
    "IssueQuerySet",
    "KeyedQuerySet",
    "MeetingLinkQuerySet",
    "MeetingQuerySet",
    "NumberQuerySet",
    "OfficeQuerySet",
    "OrganisationQuerySet",
    "ParticipantQuerySet",
    "PlaceQuerySet",
    "SeriesQuerySet",
    "SourceQuerySet",
    "StatementQuerySet",
    "TenureQuerySet",
    "count_of",
]
