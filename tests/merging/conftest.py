"""A year of the shipped record, loaded once for a module, and records of it that were entered twice."""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from timeline.loading import load
from timeline.loading.picture import read_database
from timeline.merging import merge, plan
from timeline.models import Participant

FIXTURES = Path(settings.BASE_DIR, "fixtures")
YEAR = [*FIXTURES.glob("*.yaml"), FIXTURES / "meetings" / "2013.yaml"]


@pytest.fixture(scope="module")
def shipped(django_db_setup, django_db_blocker):
    """All people, offices and sources of the record and the meetings of 2013; nothing of it stays after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(YEAR)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def merged(shipped, db):
    """Merges one record into another as its plan says; all conflicts are decided as ``decide`` says."""

    def do(stay, gone, decide=None, **more):
        planned = plan(stay, gone)
        decisions = {one.name: decide for one in planned.conflicts}
        said = {"editor": somebody(), "reason": "One and the same.", "seen": planned.digest, "decisions": decisions}
        return merge(stay, gone, **said | more)

    return do


@pytest.fixture
def twice(shipped, db):
    """Kishida, who has five seats, six statements and two terms, with half of them under another key."""
    once = Participant.objects.get(key="fumio-kishida")
    twin = Participant.objects.create(
        key="f-kishida",
        name_en="F. Kishida",
        name_ru="Фумио Кисида",
        name_ja=once.name_ja,
        aliases=["Kischida"],
        country="JP",
        kind="official",
        note="Entered from a read-out.",
    )
    for rows in (once.attendances, once.statements, once.tenures):
        every_second = list(rows.order_by("pk").values_list("pk", flat=True))[::2]
        rows.filter(pk__in=every_second).update(**{rows.field.name: twin})
    return once, twin


def somebody():
    """Who merges."""
    return User.objects.get_or_create(username="boss", defaults={"is_staff": True, "is_superuser": True})[0]


def record():
    """Everything that the record says, as plain values by model and natural key."""
    picture, _ids = read_database()
    return {model: {key: entry.values for key, entry in table.items()} for model, table in picture.tables.items()}
