"""The resources of the API: which rows, which serializer."""

from django.utils.translation import gettext_lazy as _

from ...cards import cards
from ...filters import Fault, MeetingFilter, ParticipantFilter, SourceFilter, StatementFilter
from ...models import Format, Issue, Meeting, Office, Organisation, Participant, Place, Series, Source, Statement
from .. import problems, serializers
from ..asked import RecordFilter
from ..former import refuse_former
from .base import ApiView, ListView, RecordView, not_found


class MeetingList(ListView):
    """Meetings: the rows of the chronology, chosen by the same parameters as on its page."""

    noun = "meetings"
    filter_class = MeetingFilter
    serializer_class = serializers.MeetingRowSerializer

    def rows(self):
        return Meeting.objects.published()

    def load(self, rows):
        return cards(rows)


class MeetingRecord(RecordView):
    """One meeting with everything that is recorded of it: who sat there, what was said, numbers, links, sources."""

    noun = "meetings"
    serializer_class = serializers.MeetingSerializer

    def records(self):
        return Meeting.objects.published().for_page().prefetch_related("statements__replies")


class StatementList(ListView):
    """Statements, in order of time: what was said at or around the meetings."""

    noun = "statements"
    filter_class = StatementFilter
    serializer_class = serializers.StatementSerializer

    def rows(self):
        return Statement.objects.published()

    def load(self, rows):
        return _loaded(rows)


class StatementRecord(ApiView):
    """One statement, by its meeting and its number there."""

    noun = "statements"
    serializer_class = serializers.StatementSerializer
    filter_class = RecordFilter
    asked_class = RecordView.__dict__["asked_class"]
    answer = RecordView.answer

    def get(self, request, meeting, number):
        statements = _loaded(Statement.objects.published())
        statement = statements.filter(meeting__key=meeting, number=number).first() or self.missing(meeting, number)
        return self.answer(statement, f"{meeting}/{number}")

    def missing(self, meeting, number):
        """Raises the ``Problem`` that the meeting is not there, or has no statement with that number."""
        refuse_former("statements", f"{meeting}#{number}")
        if not Meeting.objects.published().filter(key=meeting).exists():
            refuse_former("meetings", meeting)
            raise not_found(Meeting.objects.published(), meeting)
        message = str(_("This meeting has no statement with this number."))
        raise problems.Problem("not_found", message, [Fault("number", str(number), "unknown_number", message)])


def _loaded(statements):
    """Statements with all that their serializer shows."""
    return statements.for_lists().select_related("meeting__place").prefetch_related("replies")


class ParticipantList(ListView):
    """People who met or spoke, and holders of offices."""

    noun = "participants"
    filter_class = ParticipantFilter
    serializer_class = serializers.ParticipantRowSerializer

    def rows(self):
        return Participant.objects.public()

    def load(self, rows):
        return rows.with_counts()


class ParticipantRecord(RecordView):
    """One person, with the offices held."""

    noun = "participants"
    serializer_class = serializers.ParticipantSerializer

    def records(self):
        return Participant.objects.public().with_counts().with_tenures()


class OrganisationList(ListView):
    """Ministries, newspapers and other bodies to which statements are attributed."""

    noun = "organisations"
    serializer_class = serializers.OrganisationSerializer

    def rows(self):
        return Organisation.objects.public().with_counts()


class OrganisationRecord(RecordView):
    """One body to which statements are attributed."""

    noun = "organisations"
    serializer_class = serializers.OrganisationSerializer
    records = OrganisationList.rows


class OfficeList(ListView):
    """Offices, and who held them when."""

    noun = "offices"
    serializer_class = serializers.OfficeSerializer

    def rows(self):
        return Office.objects.public().with_tenures()


class OfficeRecord(RecordView):
    """One office, and who held it when."""

    noun = "offices"
    serializer_class = serializers.OfficeSerializer
    records = OfficeList.rows


class FormatList(ListView):
    """Kinds of meeting."""

    noun = "formats"
    serializer_class = serializers.FormatSerializer

    def rows(self):
        return Format.objects.public().with_counts()


class FormatRecord(RecordView):
    """One kind of meeting."""

    noun = "formats"
    serializer_class = serializers.FormatSerializer
    records = FormatList.rows


class IssueList(ListView):
    """What is talked about."""

    noun = "issues"
    serializer_class = serializers.IssueSerializer

    def rows(self):
        return Issue.objects.public().with_counts().select_related("parent")


class IssueRecord(RecordView):
    """One issue."""

    noun = "issues"
    serializer_class = serializers.IssueSerializer
    records = IssueList.rows


class PlaceList(ListView):
    """Cities where meetings were held."""

    noun = "places"
    serializer_class = serializers.PlaceSerializer

    def rows(self):
        return Place.objects.public().with_counts()


class PlaceRecord(RecordView):
    """One city."""

    noun = "places"
    serializer_class = serializers.PlaceSerializer
    records = PlaceList.rows


class SeriesList(ListView):
    """Official counts, and the meetings that they number."""

    noun = "series"
    serializer_class = serializers.SeriesSerializer

    def rows(self):
        return Series.objects.public().with_numbers()


class SeriesRecord(RecordView):
    """One official count."""

    noun = "series"
    serializer_class = serializers.SeriesSerializer
    records = SeriesList.rows


class SourceList(ListView):
    """What was read."""

    noun = "sources"
    filter_class = SourceFilter
    serializer_class = serializers.SourceRowSerializer

    def rows(self):
        return Source.objects.public()

    def load(self, rows):
        return rows.with_counts().with_link_states()


class SourceRecord(RecordView):
    """One source, and the meetings that rest on it."""

    noun = "sources"
    serializer_class = serializers.SourceSerializer

    def records(self):
        return Source.objects.public().with_counts().with_link_states().with_meetings()


MeetingList.record_view = MeetingRecord
ParticipantList.record_view = ParticipantRecord
SourceList.record_view = SourceRecord
