"""Numbers for charts."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from ...filters.counts import BY
from ..shapes import TranslatedTextSerializer


class CountSerializer(serializers.Serializer):
    """One value, and how many of the meetings have it."""

    value = serializers.CharField(
        allow_null=True, help_text=_("A year, a month as 2017-03, a key or a word; null: month not known.")
    )
    name = TranslatedTextSerializer(allow_null=True, help_text=_("What a key stands for."))
    count = serializers.IntegerField()


class CountsSerializer(serializers.Serializer):
    """How many of the meetings that a query chooses have each value."""

    by = serializers.ChoiceField(BY)
    count = serializers.IntegerField(help_text=_("How many meetings there are in all."))
    query = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()), help_text=_("The query as understood.")
    )
    data_version = serializers.CharField(help_text=_("Moves with every published change."))
    results = CountSerializer(many=True)
