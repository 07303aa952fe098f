"""What is kept to count facets with: which meetings one gets by each value."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import FacetEntryQuerySet


class FacetEntry(models.Model):
    """The published meetings that one gets by one value of a facet, as a packed bitmap (``timeline.bitmaps``)."""

    facet = models.CharField(_("facet"), max_length=20)
    value = models.CharField(_("value"), max_length=90)
    meetings = models.BinaryField(_("meetings"))

    objects = FacetEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of a facet")
        verbose_name_plural = _("entries of facets")
        default_permissions = ()
        constraints = [models.UniqueConstraint(name="facet_has_a_value_once", fields=["facet", "value"])]

    def __str__(self):
        return f"{self.facet}={self.value}"
