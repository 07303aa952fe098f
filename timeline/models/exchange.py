"""What editors import: each file as far as it differs from the record, until it is imported or let go."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import ImportQuerySet


class Import(models.Model):
    """A file that an editor sent: what it would change, what is wrong with it, and whether that was done.

    The file itself is not kept. Nothing of the record changes before the editor has seen what would.
    """

    class State(models.TextChoices):
        CHECKING = "checking", _("being checked")
        REFUSED = "refused", _("refused")
        READY = "ready", _("checked, not imported yet")
        DONE = "done", _("imported")

    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("who"), help_text=_("Who sent it.")
    )
    at = models.DateTimeField(_("when"), default=timezone.now, help_text=_("When it was sent (UTC)."))
    name = models.CharField(_("file"), max_length=100, help_text=_("As it was called."))
    publish = models.BooleanField(_("publish at once"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CHECKING)
    rows_read = models.PositiveIntegerField(_("rows"), default=0, help_text=_("How many were read."))
    rows_alike = models.PositiveIntegerField(_("unchanged"), default=0, help_text=_("Rows that change nothing."))
    states_left = models.PositiveIntegerField(
        _("states left"), default=0, help_text=_("Meetings for which the file gives another state.")
    )
    faults = models.JSONField(_("faults"), default=list, help_text=_("The first faults: place, record, field, rule."))
    fault_count = models.PositiveIntegerField(_("number of faults"), default=0)
    overtaken = models.PositiveIntegerField(
        _("overtaken"), default=0, help_text=_("Rows that changed in the record after they were shown.")
    )
    reason = models.TextField(_("why"), blank=True, help_text=_("Why it was imported."))
    done_at = models.DateTimeField(_("imported at"), null=True, help_text=_("When it was imported (UTC)."))

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self):
        return self.name


class ImportStep(models.Model):
    """One row of an import that would change the record, or did."""

    class Way(models.TextChoices):
        NEW_DRAFT = "new-draft", _("new, as a draft")
        DRAFT = "draft", _("changes a draft")
        NEW = "new", _("new")
        QUIET = "quiet", _("changes what readers do not see")
        WAITS = "waits", _("waits for a Publisher")
        SEEN = "seen", _("readers see it at once")

    part_of = models.ForeignKey(
        Import, models.CASCADE, related_name="steps", verbose_name=_("import"), help_text=_("To which it belongs.")
    )
    number = models.PositiveIntegerField(_("number"), help_text=_("Its place in the import."))
    model = models.CharField(_("model"), max_length=40, help_text=_("Such as timeline.meeting."))
    key = models.JSONField(_("key"), help_text=_("The parts of the natural key."))
    place = models.CharField(_("place"), max_length=200, help_text=_("Where the row stands in the file."))
    created = models.BooleanField(_("new"), help_text=_("Whether the record has no such row."))
    way = models.CharField(_("way"), max_length=10, choices=Way)
    before = models.JSONField(_("before"), help_text=_("The fields that differ, as the record had them."))
    after = models.JSONField(_("after"), help_text=_("The fields that differ, as the file gives them."))

    class Meta:
        ordering = ["part_of", "number"]
        default_permissions = ()
        verbose_name = _("step of an import")
        verbose_name_plural = _("steps of an import")
        constraints = [models.UniqueConstraint(name="import_counts_its_steps", fields=["part_of", "number"])]

    def __str__(self):
        return f"{self.model} {self.key}"
