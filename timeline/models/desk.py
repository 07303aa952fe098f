"""What the editors' desk keeps: versions of records, changes that wait for a Publisher, what was said of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import RevisionQuerySet
from .change import Noun
from .meeting import Meeting


class Revision(models.Model):
    """One kept version of a record: the whole of it as fixture rows, who made it, when, by which deed and why."""

    class Deed(models.TextChoices):
        LOADED = "loaded", _("loaded")
        SAVED = "saved", _("saved")
        PROPOSED = "proposed", _("proposed as a change")
        PUBLISHED = "published", _("published")
        ACCEPTED = "accepted", _("accepted")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REVERTED = "reverted", _("put back to an earlier version")
        IMPORTED = "imported", _("imported")
        MERGED = "merged", _("merged")

    noun = models.CharField(_("kind of record"), max_length=20, choices=Noun)
    key = models.CharField(_("key"), max_length=90, help_text=_("The record's key when this version was kept."))
    number = models.PositiveIntegerField(_("version"), help_text=_("Counts the versions of a record from 1."))
    at = models.DateTimeField(_("when"), default=timezone.now, help_text=_("When it was kept (UTC)."))
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who"),
        help_text=_("Nobody, where fixtures were loaded."),
    )
    deed = models.CharField(_("deed"), max_length=10, choices=Deed)
    reason = models.TextField(_("why"), blank=True)
    document = models.JSONField(_("content"), help_text=_("The record and what belongs to it, as fixture rows."))
    public = models.BooleanField(_("public"), default=False, help_text=_("Whether readers saw this version."))

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["noun", "key", "number"]
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [models.UniqueConstraint(name="version_is_kept_once", fields=["noun", "key", "number"])]

    def __str__(self):
        return f"{self.noun} {self.key} {self.number}"


class Proposal(models.Model):
    """A change to a public meeting that waits: readers see the live version until a Publisher accepts."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "review", _("in review")

    meeting = models.OneToOneField(
        Meeting, models.CASCADE, related_name="proposal", verbose_name=_("meeting"), help_text=_("What it changes.")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    base = models.ForeignKey(
        Revision,
        models.PROTECT,
        related_name="+",
        verbose_name=_("made from"),
        help_text=_("The live version that its author changed."),
    )
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="+", verbose_name=_("content"), help_text=_("What is proposed.")
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("who")
    )
    since = models.DateTimeField(_("since"), default=timezone.now, help_text=_("When it came into this state (UTC)."))

    class Meta:
        verbose_name = _("pending change")
        verbose_name_plural = _("pending changes")
        constraints = [
            models.CheckConstraint(
                name="change_waits_as_draft_or_in_review", condition=Q(state__in=["draft", "review"])
            )
        ]

    def __str__(self):
        return str(self.meeting)


class Remark(models.Model):
    """What happened to a meeting on its way to readers, and what editors said about it; never public."""

    class Deed(models.TextChoices):
        COMMENTED = "commented", _("commented")
        SUBMITTED = "submitted", _("sent to review")
        RECALLED = "recalled", _("taken back")
        RETURNED = "returned", _("sent back")
        PUBLISHED = "published", _("published")
        ACCEPTED = "accepted", _("accepted")
        DISCARDED = "discarded", _("discarded")
        WITHDRAWN = "withdrawn", _("withdrawn")

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="remarks", verbose_name=_("meeting"), help_text=_("Of which it speaks.")
    )
    at = models.DateTimeField(_("when"), default=timezone.now, help_text=_("When it was made (UTC)."))
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("who")
    )
    deed = models.CharField(_("deed"), max_length=10, choices=Deed)
    text = models.TextField(_("note"), blank=True)

    class Meta:
        ordering = ["meeting", "at", "pk"]
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")

    def __str__(self):
        return self.text or self.get_deed_display()
