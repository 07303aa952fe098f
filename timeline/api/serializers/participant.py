"""People, bodies, and the offices that people hold."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from ...dates import partial_edtf
from ...models import Office
from ...models.choices import Kind
from ..fields import ApiAddress, ListAddress, PageAddress, RecordField, Reference, TextOrNull, Translated

TENURE_DATE_HELP = _("EDTF, to the day, month or year that is known; null: unknown, or an end that has not come.")


@extend_schema_field(serializers.CharField())
class PartialDate(RecordField):
    """One end of a tenure, as far as it is known."""

    def to_representation(self, tenure):
        return partial_edtf(getattr(tenure, self.field_name), getattr(tenure, f"{self.field_name}_precision"))


class TenureSerializer(serializers.Serializer):
    """Who held an office, from when to when."""

    office = Reference("offices")
    participant = Reference("participants")
    term = serializers.IntegerField(help_text=_("2 for somebody's second time in this office."))
    start = PartialDate(allow_null=True, help_text=TENURE_DATE_HELP)
    end = PartialDate(allow_null=True, help_text=TENURE_DATE_HELP)
    verified = serializers.BooleanField(help_text=_("Title and dates were seen at the source."))
    source = TextOrNull(help_text=_("The address of the page that gives title and dates."))
    note = TextOrNull()


class ParticipantRowSerializer(serializers.Serializer):
    """A person who met or spoke."""

    key = serializers.SlugField()
    url = ApiAddress("participants")
    html_url = PageAddress("participants")
    name = Translated()
    full_name_ru = TextOrNull(help_text=_("With the patronymic."))
    reading_ja = TextOrNull(help_text=_("In kana."))
    aliases = serializers.ListField(child=serializers.CharField(), help_text=_("Other spellings in sources."))
    country = serializers.CharField(help_text=_("ISO 3166-1 alpha-2."))
    kind = serializers.ChoiceField(Kind.choices, help_text=_("Observers comment; they are not officials."))
    wikidata = TextOrNull(help_text=_("Wikidata number, such as Q58217."))
    meeting_count = serializers.IntegerField()
    statement_count = serializers.IntegerField()
    meetings_url = ListAddress("meetings", "participant")
    statements_url = ListAddress("statements", "participant")


class ParticipantSerializer(ParticipantRowSerializer):
    """A person with everything that is recorded."""

    wikidata_url = TextOrNull(help_text=_("The page that gives the Wikidata number."))
    names_seen = serializers.ListField(
        child=serializers.CharField(), help_text=_("Languages in which a source shows the name; BCP 47.")
    )
    note = TextOrNull()
    tenures = TenureSerializer(many=True, help_text=_("Offices held, in order of time."))


class OfficeSerializer(serializers.Serializer):
    """A post, and who held it."""

    key = serializers.SlugField()
    url = ApiAddress("offices")
    html_url = PageAddress("offices")
    title = Translated()
    side = serializers.ChoiceField(Office.Side.choices, help_text=_("Whose post it is."))
    order = serializers.IntegerField(help_text=_("Place in lists."))
    tenures = TenureSerializer(many=True, help_text=_("Holders, in order of time."))
    meetings_url = ListAddress("meetings", "office")


class OrganisationSerializer(serializers.Serializer):
    """A ministry, newspaper or other body to which a statement is attributed."""

    key = serializers.SlugField()
    url = ApiAddress("organisations")
    html_url = PageAddress("organisations", allow_null=True)
    name = Translated()
    country = TextOrNull(help_text=_("ISO 3166-1 alpha-2; null where there is none to name."))
    type = serializers.CharField(help_text=_("Ministry, newspaper, agency, embassy …"))
    kind = serializers.ChoiceField(Kind.choices, help_text=_("Observers comment; they do not speak for a state."))
    statement_count = serializers.IntegerField()
    statements_url = ListAddress("statements", "organisation")
