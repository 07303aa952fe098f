"""The small shapes that occur in many answers: texts in three languages, references, dates.

A key is always present; what is not known is ``null``, and where there is none, the list is empty.
"""

from django.conf import settings
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from ..dates import edtf
from ..models import Side

LANGUAGES = [code for code, _name in settings.LANGUAGES]
NAMED_BY = {"meetings": "title", "offices": "title"}  # the other models are named by ``name``
NAMED_BY_ON_CARDS = {"formats": "full_name"}


class TranslatedTextSerializer(serializers.Serializer):
    """A text in English, Russian and Japanese, null where there is no translation; with ``lang`` in one of them."""

    en = serializers.CharField(allow_null=True, required=False)
    ru = serializers.CharField(allow_null=True, required=False)
    ja = serializers.CharField(allow_null=True, required=False)


class ReferenceSerializer(serializers.Serializer):
    """Another record: its key, its address in the API, its name."""

    key = serializers.SlugField()
    url = serializers.URLField()
    name = TranslatedTextSerializer()


class PlaceReferenceSerializer(ReferenceSerializer):
    """A place: its key, its address in the API, its name and country."""

    country = serializers.CharField(allow_null=True, help_text=_("ISO 3166-1 alpha-2; null where it is disputed."))


class SeatSerializer(serializers.Serializer):
    """A participant at the table."""

    participant = ReferenceSerializer()
    side = serializers.ChoiceField(Side.choices, help_text=_("The delegation."))
    capacity = TranslatedTextSerializer(allow_null=True, help_text=_("The office held on that day."))
    lead = serializers.BooleanField(help_text=_("Heads the delegation, alone or with others."))


class NumberSerializer(serializers.Serializer):
    """The place of a meeting in an official count."""

    series = ReferenceSerializer()
    number = serializers.IntegerField(help_text=_("As counted by that side."))
    session = serializers.IntegerField(allow_null=True, help_text=_("Only where one round met more than once."))
    derived = serializers.BooleanField(help_text=_("Counted by the editors between printed numbers."))


class SourceReferenceSerializer(serializers.Serializer):
    """A source: its key, its address in the API, its publisher and title as printed."""

    key = serializers.SlugField()
    url = serializers.URLField()
    name = serializers.CharField()


class StatementReferenceSerializer(serializers.Serializer):
    """Another statement of the same meeting."""

    key = serializers.CharField(help_text=_("The key of the meeting, # and the number of the statement."))
    url = serializers.URLField()
    number = serializers.IntegerField()


class DatesSerializer(serializers.Serializer):
    """When a meeting was held, as far as it is known."""

    edtf = serializers.CharField(help_text=_("ISO 8601-2 (EDTF, level 1); shows no day or month that is not known."))
    start = serializers.DateField(help_text=_("Earliest first day, local date at the venue."))
    end = serializers.DateField(help_text=_("Latest last day, local date at the venue."))
    precision = serializers.ChoiceField(["day", "month", "year"], help_text=_("How much of the date is known."))
    qualifier = serializers.ChoiceField(
        ["approximate", "uncertain", "both"], allow_null=True, help_text=_("Null: the date is neither.")
    )
    time_zone = serializers.CharField(
        allow_null=True, help_text=_("IANA name, of the place; null where none is known.")
    )


def translated(record, name):
    """The text in each language; ``None`` if it has none at all.

    A row of ``cards`` holds its texts together, a model in one column a language.
    """
    if isinstance(record, Model):
        texts = {code: getattr(record, f"{name}_{code}") or None for code in LANGUAGES}
    else:
        texts = {code: text or None for code, text in getattr(record, name).items()}
    return texts if any(texts.values()) else None


def reference(addresses, noun, record):
    """What points to another record, a model or a part of a card; ``noun`` is the name of its list, as ``issues``."""
    named_by = NAMED_BY if isinstance(record, Model) else NAMED_BY_ON_CARDS
    name = translated(record, named_by.get(noun, "name"))
    return {"key": record.key, "url": addresses.api(noun, record.key), "name": name}


def place(addresses, record):
    """What points to a place, with its country."""
    return reference(addresses, "places", record) | {"country": record.country or None}


def seat(addresses, record):
    """Who sat at the table, on which side, in which office."""
    return {
        "participant": reference(addresses, "participants", record.participant),
        "side": record.side,
        "capacity": translated(record, "capacity"),
        "lead": record.lead,
    }


def number(addresses, record):
    """The place of a meeting in an official count."""
    return {
        "series": reference(addresses, "series", record.series),
        "number": record.number,
        "session": record.session,
        "derived": record.derived,
    }


def source_reference(addresses, source):
    """What points to a source."""
    return {"key": source.key, "url": addresses.api("sources", source.key), "name": str(source)}


def statement_reference(addresses, meeting_key, number):
    """What points to a statement of that meeting."""
    url = addresses.statement(meeting_key, number)
    return {"key": f"{meeting_key}#{number}", "url": url, "number": number}


def dates(meeting):
    """When the meeting was held: EDTF for what is known, days for sorting."""
    return {
        "edtf": edtf(meeting.start, meeting.end, meeting.precision),
        "start": meeting.start.isoformat(),
        "end": meeting.end.isoformat(),
        "precision": meeting.precision,
        "qualifier": None,
        "time_zone": meeting.place.time_zone if meeting.place else None,
    }


def duration(minutes):
    """Minutes as an ISO 8601 duration: ``PT1H35M``; ``None`` if they are not known."""
    if minutes is None:
        return None
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
