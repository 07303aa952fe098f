"""The record: who met whom, when and where, what was said, and which source says so."""

from .change import Change, FormerKey, Noun, SeenRecord
from .choices import Confidence, Precision, Side
from .desk import Proposal, Remark, Revision
from .exchange import Import, ImportStep
from .facet import FacetEntry
from .link_state import LinkState
from .loaded import LoadedRow
from .meeting import Meeting, MeetingLink, Number
from .merge import Merge
from .participant import Attendance, Office, Organisation, Participant, Tenure
from .source import Source
from .spelling import Spelling
from .statement import Statement
from .version import DataVersion
from .vocabulary import Format, Issue, Place, Series

__all__ = [
    "Attendance",
    "Change",
    "Confidence",
    "DataVersion",
    "FacetEntry",
    "Format",
    "FormerKey",
    "Import",
    "ImportStep",
    "Issue",
    "LinkState",
    "LoadedRow",
    "Meeting",
    "MeetingLink",
    "Merge",
    "Noun",
    "Number",
    "Office",
    "Organisation",
    "Participant",
    "Place",
    "Precision",
    "Proposal",
    "Remark",
    "Revision",
    "SeenRecord",
    "Series",
    "Side",
    "Source",
    "Spelling",
    "Statement",
    "Tenure",
]
