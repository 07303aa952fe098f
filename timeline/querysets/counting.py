"""What every question leans on: models by name, and counts of related rows."""

from django.apps import apps
from django.db import models
from django.db.models import Count, Subquery, Value
from django.db.models.functions import Coalesce


def record_model(name):
    """The model of the record with that name; looked up late, since models import their questions."""
    return apps.get_model("timeline", name)


def count_of(rows):
    """A subquery that counts ``rows``, which refer to the outer row; 0 where there is none."""
    counted = rows.order_by().annotate(_one=Value(1)).values("_one").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)
