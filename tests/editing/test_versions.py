"""The versions that are kept of a record."""

import pytest
from django.contrib.auth.models import User

from tests.factories import make_meeting, make_participant, make_statement
from timeline.editing.difference import differences
from timeline.editing.document import document
from timeline.editing.versions import Deed, begin, follow_key, keep, last, versions
from timeline.models import Meeting, Revision

pytestmark = pytest.mark.django_db


def told(record):
    return [(one.number, one.deed, one.public) for one in versions(record)]


def retitled(meeting, title):
    Meeting.objects.filter(pk=meeting.pk).update(title_en=title)
    meeting.refresh_from_db()
    return meeting


def test_the_first_change_keeps_what_was_there_before_it():
    meeting, editor = make_meeting(), User.objects.create_user("editor")
    before = begin(meeting)
    after = keep(retitled(meeting, "Other talks"), editor, Deed.SAVED, "The title named nobody.")

    assert told(meeting) == [(1, "loaded", True), (2, "saved", True)]
    assert (before.editor, after.editor, after.reason) == (None, editor, "The title named nobody.")
    assert [one[3:] for one in differences(before.document, after.document)] == [
        ("title_en", "Talks 2017-03-20-summit", "Other talks")
    ]


def test_saving_without_a_change_keeps_nothing_but_a_deed_is_kept_always():
    meeting = make_meeting(state="draft")
    begin(meeting)
    assert keep(meeting, None, Deed.SAVED) == begin(meeting) == last(meeting)

    Meeting.objects.filter(pk=meeting.pk).update(state="published")
    meeting.refresh_from_db()
    keep(meeting, None, Deed.PUBLISHED)

    assert told(meeting) == [(1, "loaded", False), (2, "published", True)]


def test_a_load_in_between_is_kept_before_the_next_change():
    meeting = make_meeting()
    begin(meeting)
    retitled(meeting, "As loaded again")

    assert begin(meeting).deed == Deed.LOADED
    assert told(meeting) == [(1, "loaded", True), (2, "loaded", True)]


def test_what_is_only_proposed_is_numbered_but_is_neither_public_nor_the_last():
    meeting = make_meeting()
    base = begin(meeting)
    keep(
        meeting,
        None,
        Deed.PROPOSED,
        rows=[{**row, "fields": row["fields"] | {"venue": "x"}} for row in document(meeting)],
    )

    assert last(meeting) == base
    assert told(meeting) == [(1, "loaded", True), (2, "proposed", False)]


def test_versions_of_a_person_are_public_once_readers_see_the_person():
    person = make_participant("fumio-kishida")
    draft = make_meeting(state="draft", participants=["fumio-kishida"])
    begin(person)
    Meeting.objects.filter(pk=draft.pk).update(state="published")
    keep(person, None, Deed.REVERTED)

    assert told(person) == [(1, "loaded", False), (2, "reverted", True)]


def test_a_draft_keeps_its_history_under_another_key():
    meeting = make_meeting("2018-01-01-draft", state="draft")
    make_statement(meeting)
    begin(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(key="2018-02-02-draft")
    meeting.refresh_from_db()
    follow_key(meeting, "2018-01-01-draft")
    keep(meeting, None, Deed.SAVED)

    assert Revision.objects.filter(key="2018-02-02-draft").count() == 2
    first, second = versions(meeting)
    assert [one.field for one in differences(first.document, second.document)] == ["key"]
