"""Questions asked of the sequence of changes, and of former keys."""

from django.db import models
from django.db.models import Min

MOST_RENAMINGS = 10  # of one record, one after another; more would be a circle


class ChangeQuerySet(models.QuerySet):
    """What the public saw change."""

    def after(self, where):
        """Behind that number in the sequence, or from that moment on."""
        return self.filter(pk__gt=where) if isinstance(where, int) else self.filter(at__gte=where)

    def of_nouns(self, nouns):
        """Of records of these kinds, by the names of their lists."""
        return self.filter(noun__in=nouns)

    def of_kinds(self, kinds):
        """Created, changed or withdrawn."""
        return self.filter(kind__in=kinds)

    def oldest_first(self):
        """As they happened."""
        return self.order_by("pk")

    def newest_first(self):
        """The last one first."""
        return self.order_by("-pk")

    def first_of(self, noun, key):
        """When that record first came, or ``None``."""
        return self.filter(noun=noun, key=key, kind="created").order_by("pk").first()

    def first_seen(self, noun, keys):
        """When each of the records with these keys first came, by key; those of which no change tells are left out."""
        came = self.filter(noun=noun, key__in=keys, kind="created")
        return dict(came.order_by().values("key").annotate(first=Min("at")).values_list("key", "first"))

    def last_of(self, noun, key):
        """What happened last to that record, or ``None``."""
        return self.filter(noun=noun, key=key).order_by("pk").last()


class FormerKeyQuerySet(models.QuerySet):
    """Keys that were given up."""

    def of(self, noun, key):
        """The one that was the key of such a record, or ``None``."""
        return self.filter(noun=noun, key=key).first()

    def leads(self, noun, keys):
        """Where former keys lead: each of ``keys`` with its last successor, or itself if it was not renamed."""
        leads = {key: key for key in keys}
        renamed = self.filter(noun=noun, kind="renamed")
        for _step in range(MOST_RENAMINGS if leads else 0):
            further = dict(renamed.filter(key__in=leads.values()).values_list("key", "successor"))
            if not further:
                break
            leads = {former: further.get(key, key) for former, key in leads.items()}
        return leads
