"""The record's pages: each view says which rows and which template."""

from .about import About, Licence
from .changes import ChangeList
from .chronology import MeetingCard, MeetingList
from .components import Components
from .formats import FormatDetail, FormatList
from .issues import IssueDetail, IssueList
from .meeting import MeetingDetail
from .offices import OfficeDetail, OfficeList
from .participants import ParticipantDetail, ParticipantList
from .places import PlaceDetail, PlaceList
from .search import Search, opensearch, suggest
from .sources import SourceDetail, SourceList
from .statements import StatementList

__all__ = [
    "About",
    "ChangeList",
    "Components",
    "FormatDetail",
    "FormatList",
    "IssueDetail",
    "IssueList",
    "Licence",
    "MeetingCard",
    "MeetingDetail",
    "MeetingList",
    "OfficeDetail",
    "OfficeList",
    "ParticipantDetail",
    "ParticipantList",
    "PlaceDetail",
    "PlaceList",
    "Search",
    "SourceDetail",
    "SourceList",
    "StatementList",
    "opensearch",
    "suggest",
]
