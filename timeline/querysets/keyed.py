"""Questions asked of everything that a key names."""

from django.db import models
from django.db.models import Exists, OuterRef

from .. import search
from .counting import record_model


class KeyedQuerySet(models.QuerySet):
    """Records that a key names."""

    def get_by_natural_key(self, key):
        """The record with that key; raises ``DoesNotExist``."""
        return self.get(key=key)

    def public(self):
        """What the public may see: all, where a record tells nothing of an unpublished meeting."""
        return self.all()

    def changed_since(self, moment):
        """That readers saw come or change since then."""
        name = self.model._meta.model_name
        told = record_model("Change").objects.filter(noun=name if name.endswith("s") else f"{name}s")
        return self.filter(Exists(told.filter(key=OuterRef("key"), at__gte=moment)))

    def matching(self, text):
        """In whose entry every word of ``text`` occurs, in whatever language (searchable records only)."""
        return search.matching(self, text)

    def best_match_first(self, text):
        """By how well they answer the words of ``text`` (searchable records only)."""
        return search.best_first(self, text)

    def by_key(self):
        """In the order of their keys."""
        return self.order_by("key")
