"""A record is put back to an earlier version, and whoever sees it is told."""

import pytest
from django.contrib.auth.models import User

from tests.factories import make_issue, make_meeting, make_number, make_participant, make_statement, make_tenure
from timeline.editing.document import document
from timeline.editing.pending import pending
from timeline.editing.put import ClashError, MissingRecordError
from timeline.editing.revert import NothingDiffersError, revert
from timeline.editing.versions import Deed, begin, keep, versions
from timeline.models import Change, DataVersion, Issue, Meeting, Participant, Revision

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return User.objects.create_user("editor")


def changed(record, **fields):
    """The record's version before it got other fields."""
    before = begin(record)
    type(record).objects.filter(pk=record.pk).update(**fields)
    record.refresh_from_db()
    keep(record, None, Deed.SAVED)
    return before


def told(record):
    return [(one.deed, one.reason) for one in versions(record)]


def test_a_draft_is_put_back_with_all_that_belongs_to_it(editor):
    meeting = make_meeting(state="draft", participants=["sergey-lavrov"])
    make_statement(meeting)
    before = changed(meeting, venue="Kremlin")
    meeting.statements.all().delete()
    meeting.attendances.all().delete()

    revert(meeting, before, editor, "It was the other house.")

    assert document(meeting) == before.document
    assert told(meeting) == [("loaded", ""), ("saved", ""), ("loaded", ""), ("reverted", "It was the other house.")]
    assert versions(meeting).last().editor == editor
    assert DataVersion.objects.current().number == 0


def test_a_published_meeting_gets_a_change_that_waits_and_stays_as_it_is(editor):
    meeting = make_meeting()
    before = changed(meeting, venue="Kremlin")

    kept = revert(meeting, before, editor, "It was the other house.")

    meeting.refresh_from_db()
    assert meeting.venue == "Kremlin"
    assert pending(meeting).revision == kept
    assert kept.document == before.document
    assert (kept.deed, kept.reason, kept.public) == ("proposed", "It was the other house.", False)
    assert DataVersion.objects.current().number == 0


def test_readers_are_told_of_a_person_who_is_put_back(editor):
    make_tenure()
    meeting = make_meeting(participants=["sergey-lavrov"])
    person = Participant.objects.get()
    office = person.tenures.get().office
    before = changed(person, name_en="Sergei Lavrov")
    person.tenures.all().delete()

    revert(person, before, editor, "As the ministry spells it.", meetings=[meeting, make_meeting("x", state="draft")])

    assert document(person) == before.document
    assert DataVersion.objects.current().number == 1
    assert "sergey-lavrov" in Change.objects.values_list("key", flat=True)
    assert told(person)[-1] == ("reverted", "As the ministry spells it.")
    assert told(office) == [("loaded", ""), ("saved", "As the ministry spells it.")]


def test_a_person_whom_no_reader_sees_is_put_back_quietly(editor):
    make_meeting(state="draft", participants=["fumio-kishida"])
    person = make_participant("fumio-kishida")
    before = changed(person, note="x")

    revert(person, before, editor, "A slip.")

    assert DataVersion.objects.current().number == 0
    assert not versions(person).last().public


def test_nothing_is_kept_where_nothing_differs(editor):
    meeting = make_meeting(state="draft")
    before = begin(meeting)

    with pytest.raises(NothingDiffersError):
        revert(meeting, before, editor, "No reason.")
    assert Revision.objects.count() == 1


@pytest.mark.parametrize("state", ["draft", "published"])
def test_what_cannot_be_put_back_is_refused_and_nothing_happens(editor, state):
    meeting = make_meeting(state=state, issues=["visas", "peace-treaty"])
    make_number(meeting, "leaders", 1)
    before = changed(meeting, venue="Kremlin")
    meeting.numbers.all().delete()
    other = make_number(make_meeting("2018-01-01-summit"), "leaders", 1)
    begin(meeting)
    kept = Revision.objects.count()

    with pytest.raises(ClashError):
        revert(meeting, before, editor, "It was counted.")

    other.delete()
    meeting.issues.set([make_issue("peace-treaty")])
    Issue.objects.get(key="visas").delete()
    begin(meeting)
    with pytest.raises(MissingRecordError):
        revert(meeting, before, editor, "It was counted.")

    assert Meeting.objects.get(pk=meeting.pk).venue == "Kremlin"
    assert pending(meeting) is None
    assert Revision.objects.count() == kept + 1
