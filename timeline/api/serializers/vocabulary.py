"""Formats, issues, places and official counts."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from ...models import Series
from ..fields import ApiAddress, ListAddress, PageAddress, Reference, TextOrNull, Translated

COUNTRY_HELP = _("ISO 3166-1 alpha-2; null where there is none to name.")


class FormatSerializer(serializers.Serializer):
    """A kind of meeting: summit, 2+2, foreign ministers, deputies …"""

    key = serializers.SlugField()
    url = ApiAddress("formats")
    html_url = PageAddress("formats")
    name = Translated()
    short_name = Translated()
    aliases = serializers.ListField(
        child=serializers.CharField(), help_text=_("Other spellings that the parameter “format” takes.")
    )
    rank = serializers.IntegerField(help_text=_("1 leaders, 2 ministers, 3 first deputies, 4 deputies, 5 other."))
    order = serializers.IntegerField(help_text=_("Place in lists."))
    description = Translated()
    meeting_count = serializers.IntegerField()
    meetings_url = ListAddress("meetings", "format")


class IssueSerializer(serializers.Serializer):
    """A subject that the sides talk about."""

    key = serializers.SlugField()
    url = ApiAddress("issues")
    html_url = PageAddress("issues")
    name = Translated()
    description = Translated()
    parent = Reference("issues", allow_null=True, help_text=_("The wider issue, if it belongs to one."))
    order = serializers.IntegerField(help_text=_("Place in lists."))
    meeting_count = serializers.IntegerField(
        help_text=_("On whose agenda it stood, or where a statement was made on it.")
    )
    statement_count = serializers.IntegerField()
    meetings_url = ListAddress("meetings", "issue")
    statements_url = ListAddress("statements", "issue")


class PlaceSerializer(serializers.Serializer):
    """A city where meetings were held."""

    key = serializers.SlugField()
    url = ApiAddress("places")
    html_url = PageAddress("places")
    name = Translated()
    country = TextOrNull(help_text=_("ISO 3166-1 alpha-2; null where sovereignty is disputed."))
    latitude = serializers.FloatField(help_text=_("Degrees north, WGS 84, of the city centre."))
    longitude = serializers.FloatField(help_text=_("Degrees east, WGS 84, of the city centre."))
    time_zone = serializers.CharField(help_text=_("IANA name."))
    aliases = serializers.ListField(child=serializers.CharField(), help_text=_("Other spellings."))
    note = TextOrNull()
    meeting_count = serializers.IntegerField()
    meetings_url = ListAddress("meetings", "place")


class NumberedMeetingSerializer(serializers.Serializer):
    """A member of an official count."""

    number = serializers.IntegerField(help_text=_("As counted by that side."))
    session = serializers.IntegerField(allow_null=True, help_text=_("Only where one round met more than once."))
    derived = serializers.BooleanField(help_text=_("Counted by the editors between printed numbers."))
    meeting = Reference("meetings")


class SeriesSerializer(serializers.Serializer):
    """A count of meetings that a side, both sides or the press keep."""

    key = serializers.SlugField()
    url = ApiAddress("series")
    html_url = PageAddress("series", allow_null=True)
    name = Translated()
    counter = serializers.ChoiceField(Series.Counter.choices, help_text=_("Whose count it is."))
    counted_by = serializers.CharField(help_text=_("Who prints the numbers."))
    scope = serializers.CharField(help_text=_("Which meetings are counted, and which are not."))
    numbers = NumberedMeetingSerializer(many=True)
