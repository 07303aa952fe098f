"""The stamp of the whole published record."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..querysets import DataVersionQuerySet


class DataVersion(models.Model):
    """One row that moves in the same transaction as a published change, and only then."""

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    number = models.PositiveBigIntegerField(_("number"), default=0, help_text=_("Counts the changes."))
    moved_at = models.DateTimeField(
        _("moved at"), default=timezone.now, help_text=_("When the published record last changed (UTC).")
    )
    facets_of = models.PositiveBigIntegerField(
        _("facets of"), null=True, editable=False, help_text=_("The number for which the entries of facets were made.")
    )

    objects = DataVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("data version")
        verbose_name_plural = _("data version")
        constraints = [models.CheckConstraint(name="there_is_one_data_version", condition=Q(id=1))]

    def __str__(self):
        return f"{self.moved_at:%Y.%m}.{self.number}"
