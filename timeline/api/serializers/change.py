"""What changed."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ...models import Change, Noun
from ..fields import RecordField


@extend_schema_field(serializers.URLField())
class ChangedAddress(RecordField):
    """Where the record is in the API, or was."""

    def to_representation(self, change):
        if change.noun == Noun.STATEMENT:
            return self.addresses.statement(*change.key.split("#"))
        return self.addresses.api(change.noun, change.key)


@extend_schema_field(serializers.URLField())
class ChangedPage(RecordField):
    """The page about the record."""

    def to_representation(self, change):
        if change.noun == Noun.STATEMENT:
            return self.addresses.statement_page(*change.key.split("#"))
        return self.addresses.page(change.noun, change.key)


class ChangeSerializer(serializers.Serializer):
    """A record that the public saw come, change or go."""

    cursor = serializers.IntegerField(source="pk", help_text=_("Its place; “since” takes it to go on from there."))
    at = serializers.DateTimeField(help_text=_("When the public saw it first; RFC 3339."))
    data_version = serializers.CharField(source="version", help_text=_("The version of the record that has it."))
    resource = serializers.ChoiceField(
        Noun.choices, source="noun", help_text=_("The list to which the record belongs.")
    )
    key = serializers.CharField(help_text=_("The key of the record; of a statement with # and its number."))
    url = ChangedAddress(help_text=_("The record in the API; 410 once it is withdrawn."))
    html_url = ChangedPage(allow_null=True, help_text=_("The page about it, for people."))
    change = serializers.ChoiceField(
        Change.Kind.choices, source="kind", help_text=_("Withdrawn: take it out of any copy.")
    )
    fields_changed = serializers.ListField(
        child=serializers.CharField(), source="fields", help_text=_("Which fields changed; empty unless “changed”.")
    )
