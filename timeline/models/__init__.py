"""The record: who met whom, when and where, what was said, and which source says so."""

from .change import Change, FormerKey, Noun, SeenRecord
from .choices import Confidence, Precision, Side
from .loaded import LoadedRow
from .meeting import Meeting, MeetingLink, Number
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
    "Format",
    "FormerKey",
    "Issue",
    "LoadedRow",
    "Meeting",
    "MeetingLink",
    "Noun",
    "Number",
    "Office",
    "Organisation",
    "Participant",
    "Place",
    "Precision",
    "SeenRecord",
    "Series",
    "Side",
    "Source",
    "Spelling",
    "Statement",
    "Tenure",
]
