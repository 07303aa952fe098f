"""Two records that turned out to be one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .change import Noun


class Merge(models.Model):
    """One merge: which record stayed and which went into it, who did it and why, and all that is needed to undo it."""

    noun = models.CharField(_("kind of record"), max_length=20, choices=Noun)
    stayed = models.SlugField(_("stayed"), max_length=80, help_text=_("The key of the record that stayed."))
    gone = models.SlugField(_("went"), max_length=80, help_text=_("The key of the record that went into it."))
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("who")
    )
    at = models.DateTimeField(_("when"), default=timezone.now, help_text=_("When it was done (UTC)."))
    reason = models.TextField(_("why"), help_text=_("Why both are one."))
    touched = models.JSONField(
        _("touched"), help_text=_("Each row that it made, changed or deleted: its fields before and after.")
    )
    undone_at = models.DateTimeField(_("undone"), null=True, help_text=_("When it was undone (UTC)."))
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("undone by")
    )

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        constraints = [models.CheckConstraint(name="record_is_not_merged_into_itself", condition=~Q(stayed=F("gone")))]

    def __str__(self):
        return f"{self.gone} → {self.stayed}"
