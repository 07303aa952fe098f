"""Questions about kept versions."""

from django.db import models


class RevisionQuerySet(models.QuerySet):
    """Versions of records, as editors kept them."""

    def of(self, noun, key):
        """The versions of one record, the oldest first."""
        return self.filter(noun=noun, key=key).order_by("number")

    def seen(self):
        """Those that readers saw."""
        return self.filter(public=True)
