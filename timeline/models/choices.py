"""Closed lists that the code branches on."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """The two states whose meetings are recorded."""

    RUSSIA = "RU", _("Russia")
    JAPAN = "JP", _("Japan")


class Precision(models.TextChoices):
    """How much of a date is known; the unknown parts are stored as 01."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class Confidence(models.TextChoices):
    """How well a meeting is supported by its sources."""

    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")


class Kind(models.TextChoices):
    """An official speaks for a state, an observer about it."""

    OFFICIAL = "official", _("official")
    OBSERVER = "observer", _("observer")


def word_of(name, choices):
    """A method ``get_<name>_display``: Django's own makes a new mapping of all choices for every record on a page."""
    words = dict(choices.choices)

    def get_display(self):
        value = getattr(self, name)
        return str(words.get(value, value))

    return get_display
