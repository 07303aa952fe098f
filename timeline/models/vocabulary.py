"""Lists that editors grow: formats, issues, places, official counts."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..links import page_of
from ..querysets import FormatQuerySet, IssueQuerySet, KeyedQuerySet, PlaceQuerySet, SeriesQuerySet
from ..search import Searchable
from .translated import translated

KEY_HELP = _("The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.")


class Keyed(models.Model):
    """A record with a key that names it in addresses, fixtures and the API, for good."""

    key = models.SlugField(_("key"), max_length=80, unique=True, help_text=KEY_HELP)

    objects = KeyedQuerySet.as_manager()

    class Meta:
        abstract = True

    def natural_key(self):
        return (self.key,)


class Listed(Keyed):
    """A record that meetings name; readers see it by its use, or, unused, unless it waits for a meeting."""

    waits = models.BooleanField(
        _("waits"),
        default=False,
        editable=False,
        help_text=_("Entered at the desk: public once a published meeting names it."),
    )

    class Meta(Keyed.Meta):
        abstract = True


class Format(Listed):
    """A kind of meeting: summit, 2+2, foreign ministers, deputies …"""

    name = translated(models.CharField(_("name"), max_length=160, help_text=_("Full name of the format.")))
    short_name = translated(
        models.CharField(_("short name"), max_length=60, help_text=_("As it stands in lists and on the time axis."))
    )
    aliases = models.JSONField(
        _("aliases"), default=list, blank=True, help_text=_("Other spellings that a query may use, such as 2+2.")
    )
    rank = models.PositiveSmallIntegerField(
        _("level"),
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text=_("1 leaders, 2 ministers and security councils, 3 first deputies, 4 deputies, 5 other."),
    )
    order = models.PositiveSmallIntegerField(_("order"), help_text=_("Place in lists and lane on the time axis."))
    description = translated(models.TextField(_("description"), help_text=_("What the format is, in our own words.")))

    objects = FormatQuerySet.as_manager()

    class Meta:
        ordering = ["order", "key"]
        verbose_name = _("format")
        verbose_name_plural = _("formats")
        constraints = [
            models.CheckConstraint(
                name="format_rank_is_one_to_five",
                condition=Q(rank__range=(1, 5)),
                violation_error_message=_("The level of a format lies between 1 and 5."),
            ),
        ]

    def __str__(self):
        return self.short_name

    def get_absolute_url(self):
        return page_of("format", self.key)


class Issue(Searchable, Listed):
    """A subject that the sides talk about."""

    name = translated(
        models.CharField(_("name"), max_length=160, help_text=_("With both sides' names where they differ."))
    )
    description = translated(
        models.TextField(
            _("description"), help_text=_("What it is, with both positions where disputed, in our own words.")
        )
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
        help_text=_("The wider issue, if it belongs to one."),
    )
    order = models.PositiveSmallIntegerField(_("order"), help_text=_("Place in lists."))

    objects = IssueQuerySet.as_manager()

    class Meta:
        ordering = ["order", "key"]
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        constraints = [
            models.CheckConstraint(
                name="issue_is_no_part_of_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("pk")),
                violation_error_message=_("An issue cannot be part of itself."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return page_of("issue", self.key)


class Place(Searchable, Listed):
    """A city where meetings were held."""

    name = translated(
        models.CharField(_("name"), max_length=120, help_text=_("Usual name; both names where disputed."))
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        help_text=_("ISO 3166-1 alpha-2; empty where sovereignty is disputed."),
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north, WGS 84, of the city centre."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east, WGS 84, of the city centre."),
    )
    time_zone = models.CharField(_("time zone"), max_length=40, help_text=_("IANA name, such as Asia/Tokyo."))
    aliases = models.JSONField(_("aliases"), default=list, blank=True, help_text=_("Other spellings, for search."))
    note = models.TextField(_("note"), blank=True, help_text=_("What a reader should know about the place."))

    objects = PlaceQuerySet.as_manager()

    class Meta:
        ordering = ["name_en", "key"]
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                name="place_lies_on_earth",
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_("Latitude lies between -90 and 90, longitude between -180 and 180."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return page_of("place", self.key)


class Series(Listed):
    """A count of meetings that a side, both sides or the press keep."""

    class Counter(models.TextChoices):
        BOTH = "both", _("both sides’ count")
        RUSSIA = "RU", _("Russia’s count")
        JAPAN = "JP", _("Japan’s count")
        PRESS = "press", _("press count")

    name = translated(models.CharField(_("name"), max_length=160, help_text=_("What is counted.")))
    counter = models.CharField(_("counted by"), max_length=5, choices=Counter, help_text=_("Whose count it is."))
    counted_by = models.CharField(_("counted by, in full"), max_length=160, help_text=_("Who prints the numbers."))
    scope = models.TextField(_("scope"), help_text=_("Which meetings are counted, and which are not."))

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        verbose_name = _("official count")
        verbose_name_plural = _("official counts")

    def __str__(self):
        return self.name
