"""The record: who met whom, when and where, what was said, and which source says so."""

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
    "Confidence",
    "DataVersion",
    "Format",
    "Issue",
    "LoadedRow",
    "Meeting",
    "MeetingLink",
    "Number",
    "Office",
    "Organisation",
    "Participant",
    "Place",
    "Precision",
    "Series",
    "Side",
    "Source",
    "Spelling",
    "Statement",
    "Tenure",
]
