"""What was read."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from ...models import LinkState, Source
from ..fields import ApiAddress, ListAddress, PageAddress, References, TextOrNull


class LinkStateSerializer(serializers.Serializer):
    """What was found when the address of a source was tried last."""

    state = serializers.ChoiceField(
        LinkState.State.choices,
        help_text=_("Unsure: there was no answer, or one that programs alone may get."),
    )
    checked_at = serializers.DateTimeField(help_text=_("When it was tried."))


class CitedSourceSerializer(serializers.Serializer):
    """A page or document that supports what the record says."""

    key = serializers.SlugField()
    url = ApiAddress("sources")
    html_url = PageAddress("sources")
    publisher = serializers.CharField(help_text=_("Who put it where it was read."))
    original_publisher = TextOrNull(help_text=_("Whose text it is, if it is a copy."))
    title = serializers.CharField(help_text=_("In its own language, as printed."))
    title_supplied = serializers.BooleanField(help_text=_("The title is ours, the page's own not being known."))
    source_url = TextOrNull(source="url", help_text=_("Where it was read; null for a document without an address."))
    archived_url = TextOrNull(help_text=_("A lasting copy, if one is known."))
    link_state = LinkStateSerializer(
        source="known_link", allow_null=True, help_text=_("What was found at source_url; null if it was never tried.")
    )
    document = TextOrNull(help_text=_("The file of an article without an address."))
    language = serializers.CharField(help_text=_("BCP 47."))
    published = serializers.DateField(allow_null=True, help_text=_("Null if no date is printed."))
    side = serializers.ChoiceField(Source.Side.choices, help_text=_("Whose text it is; the press is third."))
    kind = serializers.ChoiceField(Source.Kind.choices, help_text=_("A read-out is an account of the meeting itself."))
    note = TextOrNull()


class SourceRowSerializer(CitedSourceSerializer):
    """A source in a list, with how much rests on it."""

    meeting_count = serializers.IntegerField()
    statement_count = serializers.IntegerField()
    meetings_url = ListAddress("meetings", "source")
    statements_url = ListAddress("statements", "source")


class SourceSerializer(SourceRowSerializer):
    """A source with the meetings that rest on it."""

    meetings = References("meetings", help_text=_("In order of time."))
