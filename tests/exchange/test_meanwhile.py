"""What others do between the check of a file and its import is never undone by it."""

import pytest

from tests.exchange.files import NEW, checked, csv, imported, steps, titled, zipped
from timeline.editing import workflow
from timeline.editing.workflow import Deed
from timeline.exchange.saving import save
from timeline.models import (
    Attendance,
    Import,
    Meeting,
    Place,
    Revision,
    Source,
)

pytestmark = pytest.mark.django_db


def test_a_record_that_changed_meanwhile_is_shown_anew(talks, publisher):
    part_of = checked("meetings.csv", csv("key,venue", "2017-03-20-talks,Villa"), publisher, publish=True)
    Meeting.objects.filter(pk=talks.pk).update(venue="Kremlin")

    imported(part_of)

    talks.refresh_from_db()
    assert talks.venue == "Kremlin"
    assert (part_of.state, part_of.overtaken) == (Import.State.READY, 1)
    assert part_of.steps.get().before == {"venue": "Kremlin"}
    imported(part_of)
    talks.refresh_from_db()
    assert talks.venue == "Villa"


def test_a_meeting_published_meanwhile_is_not_changed_as_if_it_were_a_draft(draft, author, publisher):
    part_of = checked("meetings.csv", titled("Other", draft.key), author)
    workflow.take(Deed.PUBLISHED, draft, publisher)

    imported(part_of)

    draft.refresh_from_db()
    assert draft.title_en != "Other"
    assert steps(part_of) == [("waits", draft.key, ["title_en"])]


def test_a_right_lost_meanwhile_is_lost(unused_source, author):
    part_of = checked("sources.csv", csv("key,title", "mid-2018,Another"), author)
    author.groups.clear()
    part_of = Import.objects.get(pk=part_of.pk)

    imported(part_of)

    assert Source.objects.get().title == "Title"
    assert part_of.state == Import.State.REFUSED


def test_whoever_leaves_while_it_is_saved_leaves_the_record_as_it_was(talks, publisher):
    part_of = checked("new.zip", zipped(**NEW, places__csv=csv("key,note", "tokyo,Seen")), publisher, publish=True)
    work = save(part_of, "Because.")
    while next(work).words != "Keeping the versions after":
        pass
    assert Attendance.objects.count() == 2

    work.close()

    part_of.refresh_from_db()
    assert part_of.state == Import.State.READY
    assert not Meeting.objects.filter(key="2018-05-05-talks").exists()
    assert not Place.objects.filter(note="Seen").exists()
    assert not Revision.objects.exists()
    assert imported(part_of).state == Import.State.DONE
