"""A good record, made once for all rules."""

from datetime import date

import pytest

from tests.factories import make_meeting, make_participant, make_tenure
from tests.shared import shared
from timeline.models import Meeting


@shared("package")
def good_record():
    """One meeting: both sides sat there in offices they held."""
    make_participant("fumio-kishida", country="JP", name_en="Fumio Kishida")
    make_tenure(start=date(2004, 3, 9))
    make_tenure("jp-minister-for-foreign-affairs", "fumio-kishida", start=date(2012, 12, 26))
    kishida = {"side": "JP", "capacity_en": "Minister for Foreign Affairs"}
    make_meeting(participants=["sergey-lavrov", ("fumio-kishida", kishida)])


@pytest.fixture
def meeting(good_record, db):
    """The good meeting, into whose record a test plants its fault."""
    return Meeting.objects.get()
