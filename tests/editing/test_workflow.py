"""Who may take which step from which stage, and what follows for readers."""

import pytest
from django.contrib.auth.models import Group, User

from tests.factories import make_link, make_meeting, make_participant, make_statement
from timeline.editing import pending, versions, workflow
from timeline.editing.document import document
from timeline.editing.workflow import Deed, Stage
from timeline.models import Change, DataVersion, FormerKey, Meeting, Participant, Remark

pytestmark = pytest.mark.django_db

A, R, P = "Authors", "Reviewers", "Publishers"
MATRIX = {  # who may do what where; whatever is not listed, nobody may
    (Deed.COMMENTED, Stage.DRAFT): (A, R, P),
    (Deed.COMMENTED, Stage.IN_REVIEW): (A, R, P),
    (Deed.COMMENTED, Stage.PUBLISHED): (A, R, P),
    (Deed.COMMENTED, Stage.WITHDRAWN): (A, R, P),
    (Deed.COMMENTED, Stage.CHANGE_DRAFT): (A, R, P),
    (Deed.COMMENTED, Stage.CHANGE_IN_REVIEW): (A, R, P),
    (Deed.SUBMITTED, Stage.DRAFT): (A, P),
    (Deed.SUBMITTED, Stage.CHANGE_DRAFT): (A, P),
    (Deed.RECALLED, Stage.IN_REVIEW): (A, P),
    (Deed.RECALLED, Stage.CHANGE_IN_REVIEW): (A, P),
    (Deed.RETURNED, Stage.IN_REVIEW): (R, P),
    (Deed.RETURNED, Stage.CHANGE_IN_REVIEW): (R, P),
    (Deed.PUBLISHED, Stage.DRAFT): (P,),
    (Deed.PUBLISHED, Stage.IN_REVIEW): (P,),
    (Deed.PUBLISHED, Stage.WITHDRAWN): (P,),
    (Deed.ACCEPTED, Stage.CHANGE_DRAFT): (P,),
    (Deed.ACCEPTED, Stage.CHANGE_IN_REVIEW): (P,),
    (Deed.DISCARDED, Stage.CHANGE_DRAFT): (A, P),
    (Deed.DISCARDED, Stage.CHANGE_IN_REVIEW): (P,),
    (Deed.WITHDRAWN, Stage.PUBLISHED): (P,),
}
EDITS = {
    Stage.DRAFT: (A, P),
    Stage.IN_REVIEW: (P,),
    Stage.PUBLISHED: (A, P),
    Stage.WITHDRAWN: (P,),
    Stage.CHANGE_DRAFT: (A, P),
    Stage.CHANGE_IN_REVIEW: (P,),
}
DELETES = {Stage.DRAFT: (A, P)}
AFTER = {
    Deed.SUBMITTED: {Stage.DRAFT: Stage.IN_REVIEW, Stage.CHANGE_DRAFT: Stage.CHANGE_IN_REVIEW},
    Deed.RECALLED: {Stage.IN_REVIEW: Stage.DRAFT, Stage.CHANGE_IN_REVIEW: Stage.CHANGE_DRAFT},
    Deed.RETURNED: {Stage.IN_REVIEW: Stage.DRAFT, Stage.CHANGE_IN_REVIEW: Stage.CHANGE_DRAFT},
    Deed.PUBLISHED: dict.fromkeys(Stage, Stage.PUBLISHED),
    Deed.ACCEPTED: dict.fromkeys(Stage, Stage.PUBLISHED),
    Deed.DISCARDED: dict.fromkeys(Stage, Stage.PUBLISHED),
    Deed.WITHDRAWN: dict.fromkeys(Stage, Stage.WITHDRAWN),
}


def somebody(group):
    user = User.objects.create_user(group, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return User.objects.get(pk=user.pk)  # permissions are read once a user


def complete_meeting(**fields):
    meeting = make_meeting(place="tokyo", participants=["sergey-lavrov", ("fumio-kishida", {"side": "JP"})], **fields)
    make_statement(meeting)
    return meeting


def changed(meeting, **fields):
    rows = document(meeting)
    rows[0]["fields"] |= fields
    return rows


def at(stage):
    """A meeting at that stage."""
    if not stage.startswith("change-"):
        return complete_meeting(state=stage)
    meeting = complete_meeting()
    change = pending.propose(meeting, changed(meeting, venue="Iikura"), None, "A hall")
    pending.move(change, stage.removeprefix("change-"))
    return meeting


@pytest.mark.parametrize("here", Stage)
@pytest.mark.parametrize("group", [A, R, P])
def test_each_role_takes_exactly_the_steps_of_the_table(group, here):
    user = somebody(group)
    for deed in Deed:
        meeting = at(here)
        may = group in MATRIX.get((deed, here), ())
        if not may:
            with pytest.raises(workflow.NotAllowedError):
                workflow.take(deed, meeting, user, "A note")
        else:
            workflow.take(deed, meeting, user, "A note")
        meeting.refresh_from_db()
        assert workflow.stage(meeting) == (AFTER.get(deed, {}).get(here, here) if may else here), deed
        Remark.objects.all().delete()
        Meeting.objects.all().delete()
    assert workflow.may_edit(user, here) == (group in EDITS[here])
    assert workflow.may_delete(user, here) == (group in DELETES.get(here, ()))


@pytest.mark.parametrize("deed", [Deed.COMMENTED, Deed.RETURNED, Deed.DISCARDED])
def test_what_needs_a_note_is_refused_without_one(deed):
    meeting = at(Stage.CHANGE_IN_REVIEW)

    with pytest.raises(workflow.NoteMissingError):
        workflow.take(deed, meeting, somebody(P), "  ")

    assert workflow.stage(meeting) == Stage.CHANGE_IN_REVIEW


@pytest.mark.parametrize("hole", ["summary_en", "place", "confidence", "sources", "issues"])
def test_a_meeting_with_a_hole_is_not_published(hole):
    meeting = complete_meeting(state="draft")
    if hole in ("sources", "issues"):
        getattr(meeting, hole).clear()
    else:
        setattr(meeting, hole, None if hole == "place" else "")
        meeting.venue = ""
        meeting.save()

    with pytest.raises(workflow.NotCompleteError) as refused:
        workflow.take(Deed.PUBLISHED, meeting, somebody(P))

    assert [gap.field for gap in refused.value.gaps] == ["no_place" if hole == "place" else hole]
    assert Meeting.objects.get().state == "draft"


def test_a_statement_without_a_source_is_not_published():
    meeting = complete_meeting(state="draft")
    meeting.statements.get().sources.clear()

    with pytest.raises(workflow.NotCompleteError) as refused:
        workflow.take(Deed.PUBLISHED, meeting, somebody(P))

    assert [gap.field for gap in refused.value.gaps] == ["sources"]


def test_a_change_waits_beside_the_live_version_until_it_is_accepted(client):
    meeting = complete_meeting()
    rows = changed(meeting, venue="Iikura Guest House")
    rows = [row for row in rows if row["model"] != "timeline.statement"]
    before = DataVersion.objects.current().number
    pending.propose(meeting, rows, somebody(A), "The hall, and no claim")
    address = meeting.get_absolute_url()

    assert "Iikura" not in client.get(address).content.decode()
    assert meeting.statements.count() == 1
    assert DataVersion.objects.current().number == before

    workflow.take(Deed.ACCEPTED, meeting, somebody(P), "Right")

    assert "Iikura" in client.get(address).content.decode()
    assert not meeting.statements.exists()
    assert DataVersion.objects.current().number == before + 1
    last = versions.last(meeting)
    assert (last.deed, last.public, last.reason) == ("accepted", True, "The hall, and no claim")


def test_a_change_is_accepted_on_what_changed_elsewhere_meanwhile():
    meeting = complete_meeting()
    pending.propose(meeting, changed(meeting, venue="Iikura Guest House"), None, "The hall")
    Meeting.objects.update(duration_minutes=90)

    workflow.take(Deed.ACCEPTED, meeting, somebody(P))

    meeting.refresh_from_db()
    assert (meeting.venue, meeting.duration_minutes) == ("Iikura Guest House", 90)


def test_a_change_that_was_overtaken_is_not_accepted_blindly():
    meeting = complete_meeting()
    pending.propose(meeting, changed(meeting, venue="Iikura Guest House"), None, "The hall")
    Meeting.objects.update(venue="Hotel Okura")

    with pytest.raises(workflow.OvertakenError) as refused:
        workflow.take(Deed.ACCEPTED, meeting, somebody(P))

    assert [conflict.field for conflict in refused.value.conflicts] == ["venue"]
    assert Meeting.objects.get(pk=meeting.pk).venue == "Hotel Okura"


def test_a_change_that_was_overtaken_is_accepted_once_somebody_decided():
    meeting = complete_meeting()
    pending.propose(meeting, changed(meeting, venue="Iikura Guest House"), None, "The hall")
    Meeting.objects.update(venue="Hotel Okura", duration_minutes=90)

    pending.propose(meeting, changed(meeting, venue="Iikura", duration_minutes=None), None, "The hall, shorter")
    workflow.take(Deed.ACCEPTED, meeting, somebody(P))

    meeting.refresh_from_db()
    assert (meeting.venue, meeting.duration_minutes) == ("Iikura", 90)


def test_a_change_back_to_what_readers_see_waits_no_more():
    meeting = complete_meeting()
    live = document(meeting)
    pending.propose(meeting, changed(meeting, venue="Iikura Guest House"), None, "The hall")

    assert pending.propose(meeting, live, None, "Not so") is None

    assert workflow.stage(meeting) == Stage.PUBLISHED


def test_a_withdrawn_meeting_is_gone_for_a_reason_and_comes_back_without_it(client):
    meeting, publisher = complete_meeting(), somebody(P)
    workflow.take(Deed.WITHDRAWN, meeting, publisher, "It never took place.")

    gone = client.get(meeting.get_absolute_url())
    assert (gone.status_code, "It never took place." in gone.content.decode()) == (410, True)

    workflow.take(Deed.PUBLISHED, meeting, publisher)

    assert client.get(meeting.get_absolute_url()).status_code == 200
    assert not FormerKey.objects.exists()


def test_publishing_tells_readers_of_the_meeting_and_of_those_it_hangs_on():
    earlier, meeting = make_meeting("2016-12-15-summit", start="2016-12-15"), complete_meeting(state="draft")
    make_link(earlier, meeting)

    workflow.take(Deed.PUBLISHED, meeting, somebody(P))

    assert {change.key for change in Change.objects.filter(noun="meetings")} >= {earlier.key, meeting.key}
    assert [(one.deed, one.public) for one in versions.versions(meeting)] == [("loaded", False), ("published", True)]


def test_the_reasons_of_a_change_made_in_several_goes_are_told_together_and_notes_are_not():
    meeting, publisher = complete_meeting(), somebody(P)
    for venue, reason in (("Kremlin", "The hall."), ("Iikura", "The other hall."), ("Kantei", "")):
        pending.propose(meeting, changed(meeting, venue=venue), publisher, reason)

    workflow.take(Deed.ACCEPTED, meeting, publisher, "At last.")

    assert versions.last(meeting).reason == "The hall. – The other hall."


def test_a_change_from_before_two_people_were_merged_is_accepted():
    meeting, taro = complete_meeting(), make_participant("taro-kono", country="JP")
    pending.propose(meeting, changed(meeting, venue="Iikura"), None, "The hall")
    meeting.attendances.filter(participant__key="fumio-kishida").update(participant=taro)
    FormerKey.objects.create(noun="participants", key="fumio-kishida", kind="renamed", successor="taro-kono")
    Participant.objects.filter(key="fumio-kishida").delete()

    change = pending.pending(meeting)
    pending.propose(meeting, change.revision.document, None, "The hall")
    workflow.take(Deed.ACCEPTED, meeting, somebody(P))

    assert set(meeting.attendances.values_list("participant__key", flat=True)) == {"sergey-lavrov", "taro-kono"}
    assert Meeting.objects.get(pk=meeting.pk).venue == "Iikura"
