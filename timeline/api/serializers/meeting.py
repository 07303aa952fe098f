"""Meetings: a row of the chronology, and the full record of one."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ...models import Confidence, Meeting, MeetingLink
from ..fields import (
    ApiAddress,
    ChoiceOrNull,
    Dates,
    Duration,
    Numbers,
    PageAddress,
    PlaceReference,
    RecordField,
    Reference,
    References,
    Seats,
    Sources,
    TextOrNull,
    Translated,
)
from .source import CitedSourceSerializer
from .statement import StatementSerializer


class MeetingRowSerializer(serializers.Serializer):
    """A meeting in a list: when, where, in which format, who met, what it was about."""

    key = serializers.SlugField()
    url = ApiAddress("meetings")
    html_url = PageAddress("meetings")
    title = Translated()
    format = Reference("formats")
    dates = Dates()
    status = serializers.ChoiceField(Meeting.Status.choices, help_text=_("What became of the meeting."))
    place = PlaceReference(allow_null=True, help_text=_("Null for calls and where no city is known."))
    no_place = ChoiceOrNull(Meeting.NoPlace.choices, help_text=_("Why there is no place; null where there is one."))
    venue = TextOrNull(help_text=_("House or hall, if a source names it."))
    occasion = Translated(allow_null=True, help_text=_("The event beside which the sides met."))
    duration_minutes = serializers.IntegerField(allow_null=True, help_text=_("Only if a source gives it."))
    duration = Duration(source="duration_minutes", allow_null=True, help_text=_("The same as an ISO 8601 duration."))
    participants = Seats(source="seats", help_text=_("Who sat at the table, in the order of the delegations."))
    issues = References("issues", help_text=_("What was talked about, the main issue first."))
    numbers = Numbers(help_text=_("Its places in official counts."))
    summary = Translated(help_text=_("What the meeting was and what came out of it, in our own words."))
    statement_count = serializers.IntegerField()
    source_count = serializers.IntegerField()
    confidence = serializers.ChoiceField(Confidence.choices, help_text=_("How well its sources support it."))
    has_discrepancies = serializers.BooleanField(help_text=_("Sources differ; the full record says about what."))
    updated_at = serializers.DateTimeField(
        source="content_updated_at", help_text=_("When readers last saw a change; RFC 3339.")
    )


class LinkSerializer(serializers.Serializer):
    """What led to what; the sources of the link, none where it rests on the two meetings alone."""

    kind = serializers.ChoiceField(MeetingLink.Kind.choices, help_text=_("How the later one hangs on the earlier."))
    sources = Sources()


class LinkBackSerializer(LinkSerializer):
    """A meeting that led to this one."""

    meeting = Reference("meetings", source="earlier")


class LinkAheadSerializer(LinkSerializer):
    """A meeting that this one led to."""

    meeting = Reference("meetings", source="later")


@extend_schema_field(serializers.IntegerField())
class CountOf(RecordField):
    """How many related rows there are, all of which are loaded."""

    def __init__(self, relation, **kwargs):
        self.relation = relation
        super().__init__(**kwargs)

    def to_representation(self, meeting):
        return len(getattr(meeting, self.relation).all())


@extend_schema_field(serializers.BooleanField())
class Filled(RecordField):
    """Whether a text of the record is there."""

    def __init__(self, column, **kwargs):
        self.column = column
        super().__init__(**kwargs)

    def to_representation(self, meeting):
        return bool(getattr(meeting, self.column))


class MeetingSerializer(MeetingRowSerializer):
    """Everything that is recorded of a meeting."""

    participants = Seats(source="attendances", help_text=_("Who sat at the table, in the order of the delegations."))
    statement_count = CountOf("statements")
    source_count = CountOf("sources")
    has_discrepancies = Filled("discrepancies", help_text=_("Sources differ."))
    numbers_note = TextOrNull(help_text=_("Other counts that a source gives."))
    discrepancies = TextOrNull(help_text=_("What sources disagree about, which was taken and why."))
    statements = StatementSerializer(many=True, help_text=_("What was said, by number."))
    sources = CitedSourceSerializer(many=True, help_text=_("What was read; footnotes on the page follow this order."))
    led_here = LinkBackSerializer(source="links_back", many=True, help_text=_("Earlier meetings that led to it."))
    led_to = LinkAheadSerializer(source="links_ahead", many=True, help_text=_("Later meetings that it led to."))
