"""What was said."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ...models import Statement
from .. import shapes
from ..fields import RecordField, Reference, References, Sources, TextOrNull, Translated


@extend_schema_field(serializers.CharField())
class StatementKey(RecordField):
    """The key of the meeting and the number, as one word."""

    def to_representation(self, statement):
        return f"{statement.meeting.key}#{statement.number}"


@extend_schema_field(serializers.URLField())
class StatementAddress(RecordField):
    """Where the statement is in the API."""

    def to_representation(self, statement):
        return self.addresses.statement(statement.meeting.key, statement.number)


@extend_schema_field(serializers.URLField())
class StatementPage(RecordField):
    """Where the page of its meeting shows the statement."""

    def to_representation(self, statement):
        return self.addresses.statement_page(statement.meeting.key, statement.number)


@extend_schema_field(shapes.StatementReferenceSerializer())
class Answered(RecordField):
    """The claim that a reply answers; at the same meeting, as the record has it."""

    def to_representation(self, statement):
        answered = statement.in_reply_to
        return answered and shapes.statement_reference(self.addresses, statement.meeting.key, answered.number)


@extend_schema_field(shapes.StatementReferenceSerializer(many=True))
class Replies(RecordField):
    """The claims that answer this one."""

    def to_representation(self, statement):
        key = statement.meeting.key
        return [shapes.statement_reference(self.addresses, key, reply.number) for reply in statement.replies.all()]


@extend_schema_field(shapes.DatesSerializer())
class MeetingDates(RecordField):
    """When the meeting was held."""

    def to_representation(self, statement):
        return shapes.dates(statement.meeting)


class StatementSerializer(serializers.Serializer):
    """One claim made at or around a meeting, in the editors' words."""

    key = StatementKey(help_text=_("The key of the meeting, # and the number of the statement."))
    url = StatementAddress(help_text=_("This record in the API."))
    html_url = StatementPage(help_text=_("Where the page of the meeting shows it."))
    meeting = Reference("meetings")
    meeting_dates = MeetingDates(help_text=_("When the meeting was held; the day of the statement is “said_on”."))
    number = serializers.IntegerField(help_text=_("Its number at the meeting; never changes."))
    side = serializers.ChoiceField(Statement.Side.choices, help_text=_("Whose claim it is."))
    speaker = Reference("participants", allow_null=True, help_text=_("The person who said it."))
    attributed_to = Reference(
        "organisations", allow_null=True, help_text=_("The body that said it, if no person is named.")
    )
    kind = serializers.ChoiceField(Statement.Kind.choices, help_text=_("What sort of claim it is."))
    issues = References("issues", help_text=_("The issue under which it stands comes first."))
    text = Translated(help_text=_("The claim in our own words, with the terms of the side that made it."))
    phrase = TextOrNull(help_text=_("At most eight quoted words, where the wording is the fact."))
    said_on = serializers.DateField(allow_null=True, help_text=_("Null if no day is known."))
    in_reply_to = Answered(allow_null=True, help_text=_("The claim that it answers."))
    replies = Replies(help_text=_("The claims that answer it."))
    sources = Sources(help_text=_("At least one."))
    updated_at = serializers.DateTimeField(
        source="meeting.content_updated_at", help_text=_("When readers last saw a change of its meeting.")
    )
