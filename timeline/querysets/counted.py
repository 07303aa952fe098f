"""Records that come with counts of meetings and statements, counted for all rows at once when the rows are read."""

from django.db.models import Count
from django.db.models.query import ModelIterable

from .. import bitmaps
from .keyed import KeyedQuerySet


class CountedQuerySet(KeyedQuerySet):
    """Issues or participants: few rows that very many meetings and statements name.

    A subquery for each row would read the statements anew each time.
    """

    facet = ""  # of the meetings, whose values are the keys of these records
    _with_counts = False

    def with_counts(self):
        """Each with ``meeting_count`` and ``statement_count`` of published meetings, once the rows are read."""
        rows = self._chain()
        rows._with_counts = True
        return rows

    def statements_of(self, records):
        """What to count as the statements of these records: rows, and the name of their column for the record."""
        raise NotImplementedError

    def _clone(self):
        clone = super()._clone()
        clone._with_counts = self._with_counts
        return clone

    def _fetch_all(self):
        was_read = self._result_cache is not None
        super()._fetch_all()
        if (
            self._with_counts
            and not was_read
            and self._result_cache
            and issubclass(self._iterable_class, ModelIterable)
        ):
            self._count(self._result_cache)

    def _count(self, records):
        met = bitmaps.sizes(self.facet, [record.key for record in records])
        said, owner = self.statements_of(records)
        counts = dict(said.order_by().values_list(owner).annotate(n=Count("pk")))
        for record in records:
            record.meeting_count = met[record.key]
            record.statement_count = counts.get(record.pk, 0)
