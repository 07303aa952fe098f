"""Questions about imports."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

KEPT = timedelta(days=30)


class ImportQuerySet(models.QuerySet):
    """Files that editors sent."""

    def of(self, editor):
        """Those of one editor, the latest first."""
        return self.filter(editor=editor).order_by("-at", "-pk")

    def outlived(self):
        """Those that nobody needs any more: what they changed stands in the versions of the records."""
        return self.filter(at__lt=timezone.now() - KEPT)
