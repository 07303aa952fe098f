"""What the loader remembers, to tell an editor's change from its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LoadedRow(models.Model):
    """The digest of a fixture row as it was last loaded; a record that differs from it was changed by an editor."""

    model = models.CharField(_("model"), max_length=40, help_text=_("Such as timeline.meeting."))
    natural_key = models.CharField(_("natural key"), max_length=250, help_text=_("The parts of the key as JSON."))
    digest = models.CharField(_("digest"), max_length=64, help_text=_("SHA-256 of the row's fields."))

    class Meta:
        verbose_name = _("loaded row")
        verbose_name_plural = _("loaded rows")
        constraints = [models.UniqueConstraint(name="row_is_remembered_once", fields=["model", "natural_key"])]

    def __str__(self):
        return f"{self.model} {self.natural_key}"
