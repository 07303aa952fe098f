"""The questions asked of the stamp of the record."""

from django.db import models
from django.db.models import F
from django.utils import timezone


class DataVersionQuerySet(models.QuerySet):
    """The stamp of the published record."""

    def current(self):
        """The one row; made when the record is first asked for it."""
        return self.get_or_create(pk=self.model.ONLY)[0]

    def advance(self):
        """Moves the stamp, within a transaction; returns the moment of the change (UTC).

        The clock is read once no other change is under way, and until this one is committed none begins: whoever saw a
        moment will see no change with an earlier one turn up after it.
        """
        self.current()
        self.update(number=F("number") + 1)  # waits for the transaction of another change
        now = max(timezone.now(), self.get().moved_at)  # of machines whose clocks differ, the later one
        self.update(moved_at=now)
        return now
