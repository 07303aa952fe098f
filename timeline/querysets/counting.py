"""What every question leans on: models by name, counts of related rows, and many primary keys at once."""

from django.apps import apps
from django.db import models
from django.db.models import Aggregate, Count, Subquery, Value
from django.db.models.functions import Coalesce


def record_model(name):
    """The model of the record with that name; looked up late, since models import their questions."""
    return apps.get_model("timeline", name)


def count_of(rows, *, distinct="pk"):
    """A subquery that counts ``rows``, which refer to the outer row, or their different values of a column."""
    count = Count(distinct, distinct=distinct != "pk")
    counted = rows.order_by().annotate(_one=Value(1)).values("_one").annotate(n=count).values("n")
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)


class Numbers(Aggregate):
    """The primary keys in a group, gathered by the database: a list, which is read far faster than as many rows."""

    function = "JSON_GROUP_ARRAY"
    output_field = models.JSONField()

    def as_postgresql(self, compiler, connection, **extra):
        return self.as_sql(compiler, connection, function="JSON_AGG", template="%(function)s(%(expressions)s)::text")
