"""Every question asked of the record.

Methods that choose read as English (``published``, ``since``); methods that load are ``for_<place>``. All return
querysets, so they chain, also from ``issue.meetings``. Many-to-many questions use ``Exists``: no row comes twice.
"""

from .counting import count_of
from .meeting import MeetingLinkQuerySet, MeetingQuerySet, NumberQuerySet
from .participant import AttendanceQuerySet, ParticipantQuerySet, TenureQuerySet
from .statement import StatementQuerySet
from .version import DataVersionQuerySet
from .vocabulary import KeyedQuerySet

__all__ = [
    "AttendanceQuerySet",
    "DataVersionQuerySet",
    "KeyedQuerySet",
    "MeetingLinkQuerySet",
    "MeetingQuerySet",
    "NumberQuerySet",
    "ParticipantQuerySet",
    "StatementQuerySet",
    "TenureQuerySet",
    "count_of",
]
