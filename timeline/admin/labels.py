"""How a record is named where an editor chooses it: enough to tell it from its namesakes."""

from functools import singledispatch

from django.urls import reverse

from ..models import Meeting, Participant, Source


@singledispatch
def label(record):
    """The name of a record among others of its kind."""
    return str(record)


@label.register
def _(record: Source):
    return f"{record.published or '–'} · {record.publisher}: {record.title} [{record.key}]"


@label.register
def _(record: Meeting):
    return f"{record.start} · {record.title} [{record.key}]"


@label.register
def _(record: Participant):
    return f"{record.name_en} · {record.name_ru} · {record.name_ja}"


def screen_of(record):
    """The address of the screen on which a record is changed."""
    return reverse(f"admin:timeline_{record._meta.model_name}_change", args=[record.pk])
