"""Serializer fields for the shapes of the record; each makes its answer from rows that are already loaded."""

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from . import shapes


class AddressedField(serializers.Field):
    """A field that is only read, and may need the addresses of the request."""

    def __init__(self, **kwargs):
        super().__init__(read_only=True, **kwargs)

    @property
    def addresses(self):
        return self.context["addresses"]


class RecordField(AddressedField):
    """A field that is made from the whole record."""

    def get_attribute(self, record):
        return record


@extend_schema_field(serializers.URLField())
class ApiAddress(RecordField):
    """Where the record is in the API."""

    def __init__(self, noun, **kwargs):
        self.noun = noun
        super().__init__(help_text=_("This record in the API."), **kwargs)

    def to_representation(self, record):
        return self.addresses.api(self.noun, record.key)


@extend_schema_field(serializers.URLField())
class PageAddress(RecordField):
    """The page about the record."""

    def __init__(self, noun, **kwargs):
        self.noun = noun
        super().__init__(help_text=_("The page about it, for people."), **kwargs)

    def to_representation(self, record):
        return self.addresses.page(self.noun, record.key)


@extend_schema_field(serializers.URLField())
class ListAddress(RecordField):
    """A list of the API, narrowed down to this record."""

    def __init__(self, noun, parameter, **kwargs):
        self.noun, self.parameter = noun, parameter
        super().__init__(help_text=_("The list of these."), **kwargs)

    def to_representation(self, record):
        return f"{self.addresses.listing(self.noun)}?{self.parameter}={record.key}"


@extend_schema_field(shapes.TranslatedTextSerializer())
class Translated(RecordField):
    """A text in each language, from the columns that begin with the field's name."""

    def to_representation(self, record):
        return shapes.translated(record, self.field_name)


@extend_schema_field(shapes.DatesSerializer())
class Dates(RecordField):
    """When a meeting was held."""

    def to_representation(self, meeting):
        return shapes.dates(meeting)


@extend_schema_field(serializers.CharField())
class Duration(AddressedField):
    """Minutes as an ISO 8601 duration."""

    def to_representation(self, minutes):
        return shapes.duration(minutes)


@extend_schema_field(shapes.ReferenceSerializer())
class Reference(AddressedField):
    """What points to a related record."""

    def __init__(self, noun, **kwargs):
        self.noun = noun
        super().__init__(**kwargs)

    def to_representation(self, record):
        return shapes.reference(self.addresses, self.noun, record)


@extend_schema_field(shapes.ReferenceSerializer(many=True))
class References(AddressedField):
    """What points to related records, in their order."""

    def __init__(self, noun, **kwargs):
        self.noun = noun
        super().__init__(**kwargs)

    def to_representation(self, records):
        return [shapes.reference(self.addresses, self.noun, record) for record in _rows(records)]


class ShapesField(AddressedField):
    """Related rows, each in the shape that the method ``shape`` gives it."""

    def to_representation(self, rows):
        return [self.shape(row) for row in _rows(rows)]


@extend_schema_field(shapes.SourceReferenceSerializer(many=True))
class Sources(ShapesField):
    """What points to the sources, in their order."""

    def shape(self, source):
        return shapes.source_reference(self.addresses, source)


@extend_schema_field(shapes.SeatSerializer(many=True))
class Seats(ShapesField):
    """Who sat at the table, in the order of the delegations."""

    def shape(self, seat):
        return shapes.seat(self.addresses, seat)


@extend_schema_field(shapes.NumberSerializer(many=True))
class Numbers(ShapesField):
    """The places of a meeting in official counts."""

    def shape(self, number):
        return shapes.number(self.addresses, number)


@extend_schema_field(shapes.PlaceReferenceSerializer())
class PlaceReference(AddressedField):
    """What points to the place, with its country."""

    def to_representation(self, place):
        return shapes.place(self.addresses, place)


class TextOrNull(serializers.CharField):
    """A text that may not be known: stored empty, sent as null."""

    def __init__(self, **kwargs):
        super().__init__(allow_null=True, **kwargs)

    def to_representation(self, value):
        return super().to_representation(value) if value else None


class ChoiceOrNull(serializers.ChoiceField):
    """A word of a closed list, or null: stored empty."""

    def __init__(self, choices, **kwargs):
        super().__init__(choices, allow_null=True, **kwargs)

    def to_representation(self, value):
        return super().to_representation(value) if value else None


def _rows(related):
    return related.all() if hasattr(related, "all") else related
