"""The question asked of the stamp of the record."""

from django.db import models


class DataVersionQuerySet(models.QuerySet):
    """The stamp of the published record."""

    def current(self):
        """The one row; made when the record is first asked for it."""
        return self.get_or_create(pk=self.model.ONLY)[0]
