"""People and bodies: who they are, which posts they held, at which meetings they sat."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..links import page_of
from ..querysets import AttendanceQuerySet, OfficeQuerySet, OrganisationQuerySet, ParticipantQuerySet, TenureQuerySet
from ..search import Searchable
from .choices import Kind, Precision, Side
from .translated import translated
from .vocabulary import Listed

COUNTRY_HELP = _("ISO 3166-1 alpha-2.")


class Participant(Searchable, Listed):
    """A person who met or spoke: an official of a side, or an observer."""

    name = translated(
        models.CharField(
            pgettext_lazy("of a person", "name"),
            max_length=120,
            help_text=_("Given name first in English and Russian, surname first in Japanese."),
        )
    )
    full_name_ru = models.CharField(
        _("full Russian name"), max_length=160, blank=True, help_text=_("With the patronymic.")
    )
    reading_ja = models.CharField(
        _("Japanese reading"), max_length=160, blank=True, help_text=_("In kana, for search and order.")
    )
    aliases = models.JSONField(
        _("aliases"), default=list, blank=True, help_text=_("Other spellings that occur in sources.")
    )
    country = models.CharField(_("country"), max_length=2, help_text=COUNTRY_HELP)
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind, help_text=_("Observers comment; they are not officials.")
    )
    wikidata = models.CharField(_("Wikidata number"), max_length=20, blank=True, help_text=_("Such as Q58217."))
    wikidata_url = models.URLField(
        _("where the number was seen"), max_length=500, blank=True, help_text=_("The page that gives the number.")
    )
    names_seen = models.JSONField(
        _("names seen"),
        default=list,
        blank=True,
        help_text=_("Languages in which a source shows the name; the other forms follow the usual transcription."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("What a reader should know about the name or the person.")
    )

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ["name_en", "key"]
        verbose_name = _("participant")
        verbose_name_plural = _("participants")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return page_of("participant", self.key)


class Organisation(Listed):
    """A ministry, newspaper or other body to which a statement is attributed."""

    name = translated(models.CharField(_("name"), max_length=160, help_text=_("As the body is known.")))
    country = models.CharField(_("country"), max_length=2, blank=True, help_text=COUNTRY_HELP)
    type = models.CharField(_("type"), max_length=20, help_text=_("Ministry, newspaper, agency, embassy …"))
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind, help_text=_("Observers comment; they do not speak for a state.")
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name_en", "key"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self):
        return self.name


class Office(Listed):
    """A post that people hold one after another."""

    class Side(models.TextChoices):
        RUSSIA = "RU", _("Russia")
        JAPAN = "JP", _("Japan")
        OTHER = "other", _("other")

    side = models.CharField(_("side"), max_length=5, choices=Side, help_text=_("Whose post it is."))
    title = translated(models.CharField(_("title"), max_length=200, help_text=_("Full official title.")))
    order = models.PositiveSmallIntegerField(_("order"), help_text=_("Place in lists."))

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["order", "key"]
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return page_of("office", self.key)


class Tenure(models.Model):
    """Who held an office, from when to when; an unknown end and a term still running are both empty."""

    office = models.ForeignKey(
        Office, models.CASCADE, related_name="tenures", verbose_name=_("office"), help_text=_("The post.")
    )
    participant = models.ForeignKey(
        Participant, models.CASCADE, related_name="tenures", verbose_name=_("participant"), help_text=_("Who held it.")
    )
    term = models.PositiveSmallIntegerField(
        _("term"), default=1, help_text=_("2 for somebody's second time in this office.")
    )
    start = models.DateField(
        _("from"), null=True, blank=True, help_text=_("First day; unknown parts as 01; empty if unknown.")
    )
    start_precision = models.CharField(
        _("known to"),
        max_length=5,
        choices=Precision,
        default=Precision.DAY,
        help_text=_("How much of the first day is known."),
    )
    end = models.DateField(
        _("to"), null=True, blank=True, help_text=_("Last day; unknown parts as 01; empty if unknown or still held.")
    )
    end_precision = models.CharField(
        _("known to"),
        max_length=5,
        choices=Precision,
        default=Precision.DAY,
        help_text=_("How much of the last day is known."),
    )
    verified = models.BooleanField(
        _("verified"), default=False, help_text=_("Title and dates were seen at the source.")
    )
    source = models.URLField(
        _("source"), max_length=500, blank=True, help_text=_("The page that gives title and dates.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Exceptions: which of the dates was seen where."))

    objects = TenureQuerySet.as_manager()

    class Meta:
        ordering = ["office", F("start").asc(nulls_first=True), "participant", "term"]
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        constraints = [
            models.UniqueConstraint(
                name="tenure_is_listed_once",
                fields=["office", "participant", "term"],
                violation_error_message=_("This term of this person in this office is already listed."),
            ),
            models.CheckConstraint(
                name="tenure_ends_on_or_after_its_start",
                condition=Q(start__isnull=True)
                | Q(end__isnull=True)
                | Q(end__gte=F("start"))
                # an end known to the month or year stands on its first day, which may lie before the start
                | Q(end_precision__in=["month", "year"], end__year__gte=ExtractYear("start")),
                violation_error_message=_("A tenure cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="tenure_start_is_the_first_of_its_period",
                condition=Q(start__isnull=True)
                | Q(start_precision="day")
                | Q(start_precision="month", start__day=1)
                | Q(start_precision="year", start__day=1, start__month=1),
                violation_error_message=_("A start known to the month or year is stored as its first day."),
            ),
            models.CheckConstraint(
                name="tenure_end_is_the_first_of_its_period",
                condition=Q(end__isnull=True)
                | Q(end_precision="day")
                | Q(end_precision="month", end__day=1)
                | Q(end_precision="year", end__day=1, end__month=1),
                violation_error_message=_(
                    "An end known to the month or year is stored as the first day of that period."
                ),
            ),
            models.CheckConstraint(
                name="verified_tenure_has_a_source",
                condition=Q(verified=False) | ~Q(source=""),
                violation_error_message=_("A verified tenure names its source."),
            ),
        ]

    def __str__(self):
        return f"{self.participant_id} – {self.office_id} ({self.term})"

    def natural_key(self):
        return (*self.office.natural_key(), *self.participant.natural_key(), self.term)

    natural_key.dependencies = ["timeline.office", "timeline.participant"]


class Attendance(models.Model):
    """A participant at a meeting, in the office held that day."""

    meeting = models.ForeignKey(
        "Meeting", models.CASCADE, related_name="attendances", verbose_name=_("meeting"), help_text=_("The meeting.")
    )
    participant = models.ForeignKey(
        Participant,
        models.PROTECT,
        related_name="attendances",
        verbose_name=_("participant"),
        help_text=_("Who sat at the table."),
    )
    side = models.CharField(_("side"), max_length=2, choices=Side, help_text=_("The delegation."))
    capacity = translated(
        models.CharField(_("office that day"), max_length=200, help_text=_("As held at the meeting.")), required=("en",)
    )
    lead = models.BooleanField(_("leads"), default=False, help_text=_("Heads the delegation, alone or with others."))
    order = models.PositiveSmallIntegerField(_("order"), default=0, help_text=_("Place in the delegation."))

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "order", "pk"]
        verbose_name = _("participant at the meeting")
        verbose_name_plural = _("participants at the meeting")
        constraints = [
            models.UniqueConstraint(
                name="participant_sits_once_at_a_meeting",
                fields=["meeting", "participant"],
                violation_error_message=_("This person is already listed at this meeting."),
            ),
        ]

    def __str__(self):
        return self.capacity

    def natural_key(self):
        return (*self.meeting.natural_key(), *self.participant.natural_key())

    natural_key.dependencies = ["timeline.meeting", "timeline.participant"]
