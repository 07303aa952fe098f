"""The record's pages: each view says which rows and which template."""

from .about import About, AboutApi, Licence
from .changes import ChangeList
from .chronology import MeetingCard, MeetingList
from .components import Components
from .embed import EmbeddedMeeting, EmbeddedMeetings
from .formats import FormatDetail, FormatList
from .history import MeetingHistory
from .issues import IssueDetail, IssueList
from .meeting import MeetingDetail
from .offices import OfficeDetail, OfficeList
from .participants import ParticipantDetail, ParticipantList
from .places import PlaceDetail, PlaceList
from .preview import MeetingPreview
from .search import Search, opensearch, suggest
from .sources import SourceDetail, SourceList
from .statements import StatementList

__all__ = [
    "About",
    "AboutApi",
    "ChangeList",
    "Components",
    "EmbeddedMeeting",
    "EmbeddedMeetings",
    "FormatDetail",
    "FormatList",
    "IssueDetail",
    "IssueList",
    "Licence",
    "MeetingCard",
    "MeetingDetail",
    "MeetingHistory",
    "MeetingList",
    "MeetingPreview",
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
