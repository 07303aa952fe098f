"""What the API has to offer."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers


class ResourceSerializer(serializers.Serializer):
    """A list of the API."""

    name = serializers.CharField()
    url = serializers.URLField()
    description = serializers.CharField()


class RootSerializer(serializers.Serializer):
    """The lists of the API, and where it is described."""

    data_version = serializers.CharField(help_text=_("Moves with every published change."))
    license = serializers.URLField(help_text=_("The licence of the record."))
    schema_url = serializers.URLField(help_text=_("OpenAPI 3.1."))
    docs_url = serializers.URLField(help_text=_("The reference, to read and to try."))
    resources = ResourceSerializer(many=True)
