"""Meetings, their official numbers, and what led to what."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from sortedm2m.fields import SortedManyToManyField

from ..links import page_of
from ..querysets import MeetingLinkQuerySet, MeetingQuerySet, NumberQuerySet
from ..search import Searchable
from .choices import Confidence, Precision
from .source import Source
from .translated import translated
from .vocabulary import Format, Issue, Keyed, Place, Series


class Meeting(Searchable, Keyed):
    """One occasion on which the two sides met, or agreed to and did not."""

    class Status(models.TextChoices):
        HELD = "held", _("held")
        PLANNED = "planned", _("planned")
        POSTPONED = "postponed", _("postponed")
        CANCELLED = "cancelled", _("cancelled")

    class NoPlace(models.TextChoices):
        CALL = "call", _("a call: by telephone or online")
        NOT_FIXED = "not_fixed", _("never fixed")
        NOT_FOUND = "not_found", _("not found in the sources")

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "review", _("in review")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    title = translated(
        models.CharField(
            _("title"), max_length=160, help_text=_("Who met and where, such as “Lavrov–Kishida talks, Bonn”.")
        ),
        required=("en",),
    )
    format = models.ForeignKey(
        Format, models.PROTECT, related_name="meetings", verbose_name=_("format"), help_text=_("The kind of meeting.")
    )
    start = models.DateField(
        _("first day"),
        help_text=_("Local date at the venue; for a date known to the month or year, the first day of that period."),
    )
    end = models.DateField(
        _("last day"),
        help_text=_("Local date at the venue; for a date known to the month or year, the last day of that period."),
    )
    precision = models.CharField(
        _("date known to"),
        max_length=5,
        choices=Precision,
        default=Precision.DAY,
        help_text=_("Month or year: no day is known, and none is shown."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.HELD, help_text=_("What became of the meeting.")
    )
    place = models.ForeignKey(
        Place,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("place"),
        help_text=_("Empty for calls and where no city is known."),
    )
    no_place = models.CharField(
        _("why no place"),
        max_length=10,
        choices=NoPlace,
        blank=True,
        help_text=_("Where there is no place, the reason for it."),
    )
    venue = models.CharField(
        _("venue"), max_length=160, blank=True, help_text=_("House or hall, if a source names it.")
    )
    occasion = translated(
        models.CharField(
            _("occasion"),
            max_length=160,
            blank=True,
            help_text=_("The event beside which the sides met, such as a G20 summit."),
        ),
        required=(),
    )
    duration_minutes = models.PositiveSmallIntegerField(
        _("length in minutes"), null=True, blank=True, help_text=_("Only if a source gives it.")
    )
    summary = translated(
        models.TextField(_("summary"), help_text=_("What the meeting was and what came out of it, in our own words.")),
        required=("en",),
    )
    issues = SortedManyToManyField(
        Issue,
        related_name="meetings",
        verbose_name=_("issues"),
        help_text=_("What was talked about, the main issue first."),
    )
    sources = SortedManyToManyField(
        Source,
        related_name="meetings",
        verbose_name=_("sources"),
        help_text=_("What was read; footnotes follow this order."),
    )
    numbers_note = models.TextField(_("note on numbers"), blank=True, help_text=_("Other counts that a source gives."))
    confidence = models.CharField(
        _("confidence"),
        max_length=6,
        choices=Confidence,
        help_text=_("High: an official source or two independent ones. Medium: one good source. Low: less."),
    )
    discrepancies = models.TextField(
        _("where sources differ"), blank=True, help_text=_("What sources disagree about, which was taken and why.")
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=State,
        default=State.DRAFT,
        help_text=_("Only published meetings are public."),
    )
    content_updated_at = models.DateTimeField(
        _("content changed"),
        default=timezone.now,
        editable=False,
        help_text=_("When readers last saw a change (UTC)."),
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["start", "key"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        permissions = [
            ("submit_meeting", "Can send a meeting to review"),
            ("review_meeting", "Can comment on a meeting and send it back"),
            ("publish_meeting", "Can publish a meeting and change what readers see"),
            ("withdraw_meeting", "Can withdraw a published meeting"),
        ]
        indexes = [
            models.Index(fields=["state", "start", "key"], name="meeting_chronology"),
            models.Index(fields=["state", "format", "start", "key"], name="meeting_lane"),
        ]
        constraints = [
            models.CheckConstraint(
                name="meeting_ends_on_or_after_its_start",
                condition=Q(end__gte=F("start")),
                violation_error_message=_("A meeting cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="meeting_to_the_month_starts_on_the_first",
                condition=~Q(precision="month") | Q(start__day=1, end__day__gte=28),
                violation_error_message=_(
                    "A date known to the month runs from the first to the last day of the month."
                ),
            ),
            models.CheckConstraint(
                name="meeting_to_the_year_starts_on_new_year",
                condition=~Q(precision="year") | Q(start__day=1, start__month=1, end__day=31, end__month=12),
                violation_error_message=_("A date known to the year runs from 1 January to 31 December."),
            ),
            models.CheckConstraint(
                name="meeting_lasts_one_to_six_hundred_minutes",
                condition=Q(duration_minutes__isnull=True) | Q(duration_minutes__range=(1, 600)),
                violation_error_message=_("The length lies between 1 and 600 minutes."),
            ),
            models.CheckConstraint(
                name="venue_needs_a_place",
                condition=Q(venue="") | Q(place__isnull=False),
                violation_error_message=_("A venue lies in a place: choose one."),
            ),
            models.CheckConstraint(
                name="place_or_reason_for_none",
                condition=Q(no_place="") | Q(place__isnull=True),
                violation_error_message=_("There is a place: leave the reason for none empty."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return page_of("meeting", self.key)


class Number(models.Model):
    """The place of a meeting in an official count."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="numbers", verbose_name=_("meeting"), help_text=_("The meeting.")
    )
    series = models.ForeignKey(
        Series, models.PROTECT, related_name="numbers", verbose_name=_("official count"), help_text=_("Whose count.")
    )
    number = models.PositiveSmallIntegerField(_("number"), help_text=_("As counted by that side."))
    session = models.PositiveSmallIntegerField(
        _("session"), null=True, blank=True, help_text=_("Only where one round met more than once.")
    )
    derived = models.BooleanField(_("derived"), default=False, help_text=_("Counted by us between printed numbers."))

    objects = NumberQuerySet.as_manager()

    class Meta:
        ordering = ["series", "number", F("session").asc(nulls_first=True)]
        verbose_name = _("official number")
        verbose_name_plural = _("official numbers")
        constraints = [
            models.UniqueConstraint(
                name="number_is_given_once_in_a_series",
                fields=["series", "number"],
                condition=Q(session__isnull=True),
                violation_error_message=_("Another meeting already has this number in this count."),
            ),
            models.UniqueConstraint(
                name="session_is_given_once_in_a_round",
                fields=["series", "number", "session"],
                condition=Q(session__isnull=False),
                violation_error_message=_("Another meeting already is this session of this round."),
            ),
            models.UniqueConstraint(
                name="meeting_is_counted_once_in_a_series",
                fields=["meeting", "series"],
                violation_error_message=_("This meeting already has a number in this count."),
            ),
            models.CheckConstraint(
                name="number_counts_from_one",
                condition=Q(number__gte=1),
                violation_error_message=_("Official numbers count from 1."),
            ),
        ]

    def __str__(self):
        return str(self.number)

    def natural_key(self):
        return (*self.meeting.natural_key(), *self.series.natural_key())

    natural_key.dependencies = ["timeline.meeting", "timeline.series"]


class MeetingLink(models.Model):
    """What led to what: stored once, read both ways."""

    class Kind(models.TextChoices):
        AGREED_AT = "agreed_at", _("this meeting was agreed there")
        PREPARED_BY = "prepared_by", _("prepared this meeting")
        FOLLOW_UP_OF = "follow_up_of", _("its results were taken up here")
        RESUMED = "resumed", _("the format last met there")
        SAME_VISIT = "same_visit", _("same visit")
        POSTPONED_FROM = "postponed_from", _("postponed from there")
        FOLLOWS = "follows", _("related")

    earlier = models.ForeignKey(
        Meeting,
        models.CASCADE,
        related_name="links_ahead",
        verbose_name=_("earlier meeting"),
        help_text=_("What led there."),
    )
    later = models.ForeignKey(
        Meeting,
        models.CASCADE,
        related_name="links_back",
        verbose_name=_("later meeting"),
        help_text=_("What it led to."),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind, help_text=_("How the later meeting hangs on the earlier one.")
    )
    sources = SortedManyToManyField(
        Source,
        blank=True,
        related_name="links",
        verbose_name=_("sources"),
        help_text=_("None where the link rests on the two meetings alone."),
    )

    objects = MeetingLinkQuerySet.as_manager()

    class Meta:
        ordering = ["later", "earlier"]
        verbose_name = _("link between meetings")
        verbose_name_plural = _("links between meetings")
        constraints = [
            models.UniqueConstraint(
                name="link_is_stored_once",
                fields=["earlier", "later"],
                violation_error_message=_("These two meetings are already linked."),
            ),
            models.CheckConstraint(
                name="meeting_is_not_linked_to_itself",
                condition=~Q(earlier=F("later")),
                violation_error_message=_("A meeting cannot lead to itself."),
            ),
        ]

    def __str__(self):
        return self.get_kind_display()

    def natural_key(self):
        return (*self.earlier.natural_key(), *self.later.natural_key())

    natural_key.dependencies = ["timeline.meeting"]
