"""Where a record is named: which fields of the record lead to its kind, and which meetings show it."""

from django.db.models import Q

from .loading.schema import MODELS
from .models import Attendance, Meeting, MeetingLink, Number, Statement

SHOWN_AT = {  # the fields that lead from a row to the meetings on whose page it stands
    Meeting: ("pk",),
    Number: ("meeting",),
    Attendance: ("meeting",),
    Statement: ("meeting",),
    MeetingLink: ("earlier", "later"),
}


def fields_naming(model):
    """The fields, to one or to many, by which rows of the record name records of ``model``, in the order of models."""
    fields = [relation.field for relation in model._meta.related_objects if relation.related_model in MODELS]
    return sorted(fields, key=lambda field: (MODELS.index(field.model), field.name))


def meetings_naming(model, keys):
    """The meetings on whose pages a record of ``model`` with one of these primary keys is named, as a queryset."""
    named = Q(pk__in=[])
    for field in fields_naming(model):
        rows = field.model.objects.filter(**{f"{field.name}__in": keys}).order_by()
        for path in SHOWN_AT.get(field.model, ()):
            named |= Q(pk__in=rows.values(path))
    return Meeting.objects.filter(named)
