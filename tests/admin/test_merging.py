"""Two records that are one, on the desk: chosen, looked at, merged, parted again."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from tests.admin.conftest import member
from tests.admin.screens import change_address, list_address
from tests.factories import make_attendance, make_meeting, make_participant, make_source, make_statement, make_tenure
from timeline.models import Merge, Participant, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def twins():
    """Lavrov with a seat, a statement and a term; the other with a seat at the same meeting and one of his own."""
    stay, gone = make_participant("sergey-lavrov"), make_participant("s-lavrov", note="From a read-out.")
    meeting = make_meeting(participants=[stay.key])
    make_attendance(meeting, gone.key, capacity_en="Guest")
    make_statement(meeting, speaker=stay)
    make_tenure(participant=stay.key, start="2004-03-09")
    make_meeting("2018-01-01-summit", start="2018-01-01", participants=[gone.key])
    return stay, gone


def merge_address(stay, gone=None):
    address = f"{reverse(f'admin:timeline_{stay._meta.model_name}_merge')}?stays={stay.pk}"
    return f"{address}&goes={gone.pk}" if gone else address


def decided(page, **more):
    """What the form would send once everything is decided in favour of the record that stays."""
    form = page.context["form"]
    said = {one.name: "stays" for one in page.context["plan"].conflicts}
    return {"seen": form["seen"].value(), "reason": "One minister.", **said, **more}


def test_exactly_two_are_merged_from_the_list_the_one_that_more_rows_name_stays(editor, twins):
    stay, gone = twins
    chosen = {"action": "merge_chosen", "_selected_action": [gone.pk]}
    told = editor.post(list_address(Participant), chosen, follow=True).content.decode()
    answer = editor.post(list_address(Participant), chosen | {"_selected_action": [gone.pk, stay.pk]})

    assert "Choose two records to merge, no more and no fewer." in told
    assert answer["Location"] == merge_address(stay, gone)


def test_the_page_tells_what_moves_what_is_filled_and_what_is_to_be_decided(editor, twins):
    stay, gone = twins
    page = editor.get(merge_address(stay, gone))
    text = page.content.decode()

    assert [(str(one["what"]), len(one["rows"])) for one in page.context["moves"]] == [
        ("participants at the meeting", 2)
    ]
    assert [row["name"] for row in page.context["form"].field_rows()] == ["name [en]", "name [ru]", "name [ja]", "note"]
    assert "Guest, Russia, leads" in text
    assert "Minister of Foreign Affairs, Russia, leads" in text
    assert merge_address(gone, stay).replace("&", "&amp;") in text
    assert not re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|\sstyle=|\son\w+=\"", text)


def test_merging_leads_to_the_record_that_stays_and_is_undone_from_its_record(editor, twins):
    stay, gone = twins
    page = editor.get(merge_address(stay, gone))
    answer = editor.post(merge_address(stay, gone), decided(page, **{"take-note": "on"}))
    done = Merge.objects.get()

    assert answer["Location"] == change_address(stay)
    assert (done.editor.username, done.reason) == ("editor", "One minister.")
    stay.refresh_from_db()
    assert (stay.note, stay.aliases[0], stay.attendances.count()) == ("From a read-out.", "S Lavrov", 2)
    shown = editor.get(change_address(done)).content.decode()
    assert "participant s-lavrov: deleted" in shown

    undone = editor.post(reverse("admin:timeline_merge_undo", args=[done.pk]), follow=True)

    assert undone.redirect_chain[-1][0] == change_address(gone)
    assert Participant.objects.get(key="s-lavrov").attendances.count() == 2


@pytest.mark.parametrize(
    ("left_out", "told"),
    [("reason", "Say why both are one."), ("seat", "Decide which of the two stays."), ("seen", "look at it again")],
)
def test_what_is_not_said_is_asked_for_and_nothing_is_merged(editor, twins, left_out, told):
    stay, gone = twins
    said = decided(editor.get(merge_address(stay, gone)))
    said = {name: "" if name.startswith(left_out) and left_out != "seen" else value for name, value in said.items()}
    if left_out == "seen":  # somebody else added a seat while the page was open
        make_meeting("2019-01-01-summit", participants=[gone.key])
    answer = editor.post(merge_address(stay, gone), said)

    assert told in answer.content.decode()
    assert not Merge.objects.exists()
    if left_out == "seen":
        assert editor.post(merge_address(stay, gone), decided(answer)).status_code == 302


def test_what_stands_in_the_way_of_a_merge_leaves_no_button(editor):
    stay, gone = make_participant(), make_participant("fumio-kishida", country="JP")
    text = editor.get(merge_address(stay, gone)).content.decode()

    assert "They are of different countries (RU, JP)" in text
    assert 'name="reason"' not in text


def test_what_stands_in_the_way_of_undoing_is_told(editor, twins):
    stay, gone = twins
    editor.post(merge_address(stay, gone), decided(editor.get(merge_address(stay, gone))))
    done, seat = Merge.objects.get(), stay.attendances.get(meeting__key="2018-01-01-summit")
    seat.delete()
    editor.post(reverse("admin:timeline_merge_undo", args=[done.pk]))

    assert Merge.objects.get().undone_at is None
    assert "participant at the meeting 2018-01-01-summit sergey-lavrov is no longer there." in (
        editor.get(change_address(done)).content.decode()
    )


def test_the_other_record_is_chosen_from_the_form_of_one(editor, twins):
    stay, _gone = twins

    assert merge_address(stay) in editor.get(change_address(stay)).content.decode()
    assert "The other record" in editor.get(merge_address(stay)).content.decode()
    assert "This is the record itself" in editor.get(merge_address(stay, stay)).content.decode()
    assert editor.get(merge_address(stay).replace(str(stay.pk), "999")).status_code == 404


@pytest.mark.parametrize("group", ["Authors", "Reviewers"])
def test_only_publishers_merge_and_undo(client, twins, group):
    stay, gone = twins
    client.force_login(member("somebody", group))
    done = Merge.objects.create(noun="participants", stayed=stay.key, gone="gone", reason="One.", touched=[])

    assert client.get(merge_address(stay, gone)).status_code == 403
    assert client.post(reverse("admin:timeline_merge_undo", args=[done.pk])).status_code == 403
    assert client.get(change_address(done)).status_code == 403
    assert "merge_chosen" not in client.get(list_address(Participant)).content.decode()
    assert merge_address(stay) not in client.get(change_address(stay)).content.decode()


def test_sources_merge_on_the_same_page(boss):
    stay, gone = make_source("mid"), make_source("mid-2", archived_url="https://archive.example/mid")
    meeting = make_meeting(sources=["mid-2", "mid"])
    page = boss.get(merge_address(stay, gone))
    boss.post(merge_address(stay, gone), decided(page, **{"take-archived_url": "on"}))

    assert "(both are named here: once from now on)" in page.content.decode()
    assert [source.key for source in meeting.sources.all()] == ["mid"]
    assert Source.objects.get().archived_url == "https://archive.example/mid"
    assert User.objects.get(username="boss").pk == Merge.objects.get().editor_id
