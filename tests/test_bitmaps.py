"""What facets are counted with is kept for each version of the record, and is what the record says."""

import pytest
from django.db.models import F

from tests.factories import make_meeting, make_number, make_participant, make_place, make_source, make_statement
from timeline import bitmaps
from timeline.changes import record_changed
from timeline.models import DataVersion, FacetEntry, Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def record(settings):
    """Three published meetings and a draft, whose bitmaps are kept."""
    settings.KEEP_ANSWERS_SECONDS = 60
    make_meeting("summit", participants=["sergey-lavrov"])
    make_meeting("vague", start="2016-02-01", end="2016-02-29", precision="month", place="moscow", issues=["energy"])
    make_meeting("gone", start="2015-05-05", format="deputies", status="cancelled")
    make_meeting("draft", state="draft", issues=["visas"])
    record_changed(whole=True)


def from_the_record():
    return {name: bitmaps.made(name, Meeting.objects.published()) for name in bitmaps.ALL}


def kept():
    """The bitmaps as they are kept, and not as the record would give them."""
    rows = FacetEntry.objects.current()
    found = {name: {} for name in bitmaps.ALL}
    for row in rows:
        found[row.facet][row.value] = bitmaps.facets([row.facet])[row.facet][row.value]
    return found


def change_a_meeting():
    meeting = Meeting.objects.get(key="summit")
    meeting.status, meeting.start = "planned", "2014-03-20"
    meeting.save()
    meeting.issues.clear()
    make_statement(meeting, issues=["visas"], side="JP")
    make_number(meeting)
    return {"meetings": [meeting]}


def publish_one():
    Meeting.objects.filter(key="draft").update(state="published")
    return {"meetings": Meeting.objects.filter(key="draft")}


def withdraw_one():
    Meeting.objects.filter(key="gone").update(state="withdrawn")
    return {"meetings": Meeting.objects.filter(key="gone")}


def move_a_place():
    place = make_place("moscow")
    place.country = "RU"
    place.save()
    return {"others": [place]}


def call_a_source_news():
    source = make_source()
    source.kind, source.side = "news", "third"
    source.save()
    return {"others": [source]}


def merge_two_people():
    doublet = make_participant("lavrov")
    meeting = Meeting.objects.get(key="summit")
    meeting.attendances.update(participant=doublet)
    make_participant("sergey-lavrov").delete()
    return {"meetings": [meeting], "gone": [doublet]}


def change_nothing():
    return {}


CHANGES = [
    change_a_meeting, publish_one, withdraw_one, move_a_place, call_a_source_news, merge_two_people, change_nothing
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_published_change_the_kept_bitmaps_are_those_of_the_record(change):
    record_changed(**change())

    assert kept() == from_the_record()
    assert kept()["format"]


def test_what_was_kept_for_another_version_is_not_used():
    Meeting.objects.filter(key="gone").update(state="withdrawn")
    assert len(bitmaps.facets(["status"])["status"]) == 2

    DataVersion.objects.update(number=F("number") + 1)
    assert bitmaps.facets(["status"]) == {"status": {"held": bitmaps.bitmap_of(Meeting.objects.published())}}


def test_after_a_version_for_which_nothing_was_kept_all_is_made_anew():
    DataVersion.objects.update(number=F("number") + 1)
    Meeting.objects.filter(key="vague").update(state="withdrawn")
    record_changed()

    assert kept() == from_the_record()


def test_a_bitmap_holds_the_numbers_it_was_made_of():
    some = bitmaps.bitmap([3, 70, 3, 100_000])

    assert [number for number in range(100_001) if some >> number & 1] == [3, 70, 100_000]
    assert bitmaps.member(bitmaps.bitmap([7])) == 7
    assert bitmaps.bitmap([]) == 0
