"""Questions asked of records that a key names: formats, issues, places, offices."""

from django.db import models


class KeyedQuerySet(models.QuerySet):
    """Records that a key names."""

    def get_by_natural_key(self, key):
        """The record with that key; raises ``DoesNotExist``."""
        return self.get(key=key)
