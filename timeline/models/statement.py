"""What was said."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from sortedm2m.fields import SortedManyToManyField

from ..links import page_of
from ..querysets import StatementQuerySet
from ..search import Searchable
from .choices import word_of
from .meeting import Meeting
from .participant import Organisation, Participant
from .source import Source
from .translated import translated
from .vocabulary import Issue

LONGEST_PHRASE = 8  # words; more than that would be quoting, not naming


def validate_phrase(phrase):
    """Raise ``ValidationError`` if a quoted phrase has more than eight words."""
    if len(phrase.split()) > LONGEST_PHRASE:
        raise ValidationError(_("A quoted phrase has at most eight words."), code="phrase_too_long")


class Statement(Searchable, models.Model):
    """One claim made at or around a meeting, in our words, by one voice."""

    class Side(models.TextChoices):
        RUSSIA = "RU", _("Russia")
        JAPAN = "JP", _("Japan")
        JOINT = "joint", _("Joint")
        OBSERVER = "observer", _("Observer")

    class Kind(models.TextChoices):
        POSITION = "position", _("position")
        PROPOSAL = "proposal", _("proposal")
        AGREEMENT = "agreement", _("agreement")
        CONCERN = "concern", _("concern")
        OBJECTION = "objection", _("objection")
        REPLY = "reply", _("reply")
        ANNOUNCEMENT = "announcement", _("announcement")
        ASSESSMENT = "assessment", _("assessment")

    meeting = models.ForeignKey(
        Meeting,
        models.CASCADE,
        related_name="statements",
        verbose_name=_("meeting"),
        help_text=_("At or around which it was said."),
    )
    number = models.PositiveSmallIntegerField(
        _("number"),
        help_text=_("Its address on the page (#s3). Never changes; a new statement takes the next free number."),
    )
    side = models.CharField(
        _("side"),
        max_length=8,
        choices=Side,
        help_text=_("Whose claim it is; joint only if both sides state it together."),
    )
    speaker = models.ForeignKey(
        Participant,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("speaker"),
        help_text=_("The person who said it."),
    )
    attributed_to = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("attributed to"),
        help_text=_("The body that said it, if no person is named."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, help_text=_("What sort of claim it is."))
    issues = SortedManyToManyField(
        Issue,
        related_name="statements",
        verbose_name=_("issues"),
        help_text=_("The issue under which it stands comes first."),
    )
    text = translated(
        models.TextField(_("text"), help_text=_("One claim, in our own words; a side's terms only for that side.")),
        required=("en",),
    )
    phrase = models.CharField(
        _("quoted phrase"),
        max_length=160,
        blank=True,
        validators=[validate_phrase],
        help_text=_("At most eight words, only where the wording is the fact."),
    )
    said_on = models.DateField(_("said on"), null=True, blank=True, help_text=_("Empty if no day is known."))
    in_reply_to = models.ForeignKey(
        "self",
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name=_("in reply to"),
        help_text=_("The claim of the other side that it answers, at the same meeting."),
    )
    sources = SortedManyToManyField(
        Source,
        related_name="statements",
        verbose_name=_("sources"),
        help_text=_("At least one; each is a source of the meeting too."),
    )

    get_side_display, get_kind_display = word_of("side", Side), word_of("kind", Kind)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "number"]
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        indexes = [models.Index(fields=["speaker", "meeting"], name="statements_of_a_speaker")]
        constraints = [
            models.UniqueConstraint(
                name="statement_number_is_given_once",
                fields=["meeting", "number"],
                violation_error_message=_("Another statement of this meeting already has this number."),
            ),
            models.CheckConstraint(
                name="statement_numbers_count_from_one",
                condition=Q(number__gte=1),
                violation_error_message=_("Statements count from 1."),
            ),
            models.CheckConstraint(
                name="statement_has_one_voice",
                condition=Q(speaker__isnull=True) | Q(attributed_to__isnull=True),
                violation_error_message=_("A statement has a speaker or is attributed to a body, not both."),
            ),
            models.CheckConstraint(
                name="only_joint_statements_lack_a_voice",
                condition=Q(side="joint") | Q(speaker__isnull=False) | Q(attributed_to__isnull=False),
                violation_error_message=_("A statement of one side or an observer names who said it."),
            ),
            models.CheckConstraint(
                name="statement_does_not_answer_itself",
                condition=Q(in_reply_to__isnull=True) | ~Q(in_reply_to=F("pk")),
                violation_error_message=_("A statement cannot answer itself."),
            ),
        ]

    def __str__(self):
        return f"#{self.number}"

    def get_absolute_url(self):
        return f"{page_of('meeting', self.meeting.key)}#s{self.number}"

    def clean(self):
        """A reply answers an earlier claim of the other side, at the same meeting."""
        answered = self.in_reply_to
        if answered and (
            answered.meeting_id != self.meeting_id or answered.number >= self.number or answered.side == self.side
        ):
            raise ValidationError(
                {"in_reply_to": _("A reply answers an earlier claim of another side, at the same meeting.")},
                code="wrong_reply",
            )

    def natural_key(self):
        return (*self.meeting.natural_key(), self.number)

    natural_key.dependencies = ["timeline.meeting"]
