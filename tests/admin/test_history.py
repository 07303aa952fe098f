"""The history of a record on the desk, and the way back to an earlier version."""

import re
from html import unescape

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from freezegun import freeze_time

from tests.admin.conftest import member
from tests.factories import make_meeting, make_participant, make_tenure
from timeline.editing.versions import Deed, begin, keep, versions
from timeline.models import Meeting, Participant, Tenure

pytestmark = pytest.mark.django_db


def history_address(record):
    return reverse(f"admin:timeline_{record._meta.model_name}_history", args=[record.pk])


def put_back_address(record, number):
    return reverse(f"admin:timeline_{record._meta.model_name}_put_back", args=[record.pk, number])


def changed(record, editor=None, reason="", deed=Deed.SAVED, **fields):
    begin(record)
    type(record).objects.filter(pk=record.pk).update(**fields)
    record.refresh_from_db()
    return keep(record, editor, deed, reason)


def text(response):
    html = unescape(response.content.decode()).split('<div id="content-main"')[1].split('id="footer"')[0]
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def rows(response):
    """The text of each row of the table of versions."""
    html = unescape(response.content.decode()).split("<tbody>")[1].split("</tbody>")[0]
    html = re.sub(r'<span class="narrow">.*?</span>', "", html)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in html.split("<tr>")[1:]]


def test_versions_and_what_the_log_tells_beyond_them_come_latest_first(boss):
    editor = User.objects.get()
    person = make_participant("fumio-kishida")
    of_person = {"content_type": ContentType.objects.get_for_model(Participant), "object_id": person.pk, "user": editor}
    with freeze_time("2026-11-19 09:00"):
        LogEntry.objects.create(**of_person, object_repr="x", action_flag=ADDITION, change_message="Entered by hand.")
    with freeze_time("2026-11-20 10:00"):
        changed(person, editor, "As the ministry spells it.", name_en="KISHIDA Fumio")
        LogEntry.objects.create(**of_person, object_repr="x", action_flag=CHANGE, change_message="Changed name.")

    second, first, entered = rows(boss.get(history_address(person)))

    assert second.startswith(
        "2 2026-11-20 10:00 UTC boss Saved · readers saw it As the ministry spells it. 1 difference"
    )
    assert "removed: Kishida" not in second
    assert first == "1 2026-11-20 10:00 UTC – Loaded · readers saw it · Put back to this version (1)"
    assert entered == "2026-11-19 09:00 UTC boss Entered by hand."


def test_two_versions_are_compared(boss):
    meeting = make_meeting()
    for venue in ("Kremlin", "Iikura"):
        changed(meeting, venue=venue)

    compared = text(boss.get(history_address(meeting) + "?from=2&to=3"))
    assert "From version 2 to version 3 Meeting Venue removed: Kremlin added: Iikura" in compared
    assert "Choose two versions that there are." in boss.get(history_address(meeting) + "?from=9&to=3").content.decode()


def test_a_record_that_nobody_changed_says_so(boss):
    assert "Nobody changed this record" in text(boss.get(history_address(make_meeting())))


def test_a_long_history_has_pages_with_the_lines_of_the_log_in_their_places(boss):
    person = make_participant()
    for at in range(25):
        changed(person, note=str(at))
    LogEntry.objects.create(
        user=User.objects.get(), content_type=ContentType.objects.get_for_model(Participant), object_id=person.pk,
        object_repr="x", action_flag=ADDITION, change_message="Just now.",
    )  # fmt: skip

    first, second = (rows(boss.get(f"{history_address(person)}?p={page}")) for page in (1, 2))

    assert (len(first), len(second)) == (21, 6)
    assert first[0].endswith("boss Just now.")
    assert second[-1].startswith("1 ")


def test_the_history_of_a_term_is_that_of_the_person(boss):
    make_tenure()

    assert boss.get(history_address(Tenure.objects.get())).url == history_address(Participant.objects.get())


def test_putting_back_shows_what_would_change_wants_a_reason_and_does_it(boss):
    draft = make_meeting("2018-01-01-draft", state="draft")
    changed(draft, venue="Kremlin")
    address = put_back_address(draft, 1)
    assert "What would change Meeting Venue removed: Kremlin" in text(boss.get(address))

    refused = boss.post(address, {"reason": " "})
    assert "Say why: readers and editors will read it." in text(refused)
    assert Meeting.objects.get().venue == "Kremlin"

    done = boss.post(address, {"reason": "It was the other house."}, follow=True)
    assert done.redirect_chain == [(history_address(draft), 302)]
    assert "The record is put back." in done.content.decode()
    assert Meeting.objects.get().venue == ""
    last = versions(draft).last()
    assert (last.deed, last.reason, last.editor.username) == ("reverted", "It was the other house.", "boss")


def test_what_readers_see_of_a_meeting_is_put_back_as_a_change_that_waits(boss):
    meeting = make_meeting()
    changed(meeting, venue="Kremlin")

    told = boss.post(put_back_address(meeting, 1), {"reason": "It was the other house."}, follow=True)

    assert "The earlier version waits as a change" in told.content.decode()
    assert Meeting.objects.get().venue == "Kremlin"
    assert meeting.proposal.revision.document[0]["fields"].get("venue", "") == ""


def test_what_cannot_be_put_back_is_said_in_plain_words(boss):
    draft = make_meeting("2018-01-01-draft", state="draft", place="spent")
    changed(draft, place=None)
    draft.place = None
    Meeting.objects.get().format.meetings.model._meta.get_field("place").related_model.objects.all().delete()

    told = boss.post(put_back_address(draft, 1), {"reason": "It was there."})

    assert "This version names what is no longer there: place spent." in told.content.decode()
    assert versions(draft).count() == 2


@pytest.mark.parametrize(
    ("group", "state", "history", "put_back"),
    [
        ("Authors", "draft", 200, 200),
        ("Authors", "review", 200, 403),
        ("Authors", "published", 200, 200),
        ("Reviewers", "draft", 200, 403),
        ("Publishers", "review", 200, 200),
    ],
)
def test_whoever_may_change_a_meeting_may_put_it_back(client, group, state, history, put_back):
    meeting = make_meeting(state=state)
    changed(meeting, venue="Kremlin")
    client.force_login(member("somebody", group))

    assert client.get(history_address(meeting)).status_code == history
    assert client.get(put_back_address(meeting, 1)).status_code == put_back
    if put_back == 403:
        assert client.post(put_back_address(meeting, 1), {"reason": "x"}).status_code == 403
        assert "Put back" not in text(client.get(history_address(meeting)))


def test_whom_readers_see_is_put_back_by_publishers_only(client):
    person = make_participant()
    changed(person, note="x")

    client.force_login(member("author", "Authors"))
    assert client.post(put_back_address(person, 1), {"reason": "x"}).status_code == 403
    client.force_login(member("publisher", "Publishers"))
    assert client.post(put_back_address(person, 1), {"reason": "x"}).status_code == 302


def test_a_version_that_there_is_not_is_not_found(boss):
    assert boss.get(put_back_address(make_meeting(), 7)).status_code == 404
