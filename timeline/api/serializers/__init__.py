"""What each kind of record looks like in the API: one serializer a shape, fields only, no query."""

from .change import ChangeSerializer
from .counts import CountsSerializer
from .meeting import MeetingRowSerializer, MeetingSerializer
from .participant import OfficeSerializer, OrganisationSerializer, ParticipantRowSerializer, ParticipantSerializer
from .problem import ProblemSerializer
from .root import RootSerializer
from .source import SourceRowSerializer, SourceSerializer
from .statement import StatementSerializer
from .vocabulary import FormatSerializer, IssueSerializer, PlaceSerializer, SeriesSerializer

__all__ = [
    "ChangeSerializer",
    "CountsSerializer",
    "FormatSerializer",
    "IssueSerializer",
    "MeetingRowSerializer",
    "MeetingSerializer",
    "OfficeSerializer",
    "OrganisationSerializer",
    "ParticipantRowSerializer",
    "ParticipantSerializer",
    "PlaceSerializer",
    "ProblemSerializer",
    "RootSerializer",
    "SeriesSerializer",
    "SourceRowSerializer",
    "SourceSerializer",
    "StatementSerializer",
]
