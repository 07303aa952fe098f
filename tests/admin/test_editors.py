"""The groups of editors may do what editing needs, and nothing that readers would miss."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from tests.admin.screens import add_address, change_address, faults, list_address, typed
from tests.factories import make_meeting, make_participant, make_source, make_statement
from timeline import models
from timeline.admin.editors import make_groups
from timeline.models import Meeting

pytestmark = pytest.mark.django_db


def delete_address(record):
    return change_address(record).replace("change", "delete")


def test_the_group_is_made_once_and_keeps_what_was_given_by_hand():
    group = Group.objects.get(name="Publishers")
    before = group.permissions.count()
    group.permissions.add(Permission.objects.get(codename="view_user"))

    make_groups(apps.get_app_config("timeline"))

    assert Group.objects.filter(name="Publishers").count() == 1
    assert group.permissions.count() == before + 1


@pytest.mark.parametrize("name", ["Meeting", "Participant", "Source", "Tenure", "Issue", "Place", "Series"])
def test_an_editor_adds_and_changes(editor, name):
    model = getattr(models, name)

    assert editor.get(list_address(model)).status_code == 200
    assert editor.get(add_address(model)).status_code == 200


def test_an_editor_changes_a_published_meeting(editor):
    meeting = make_meeting(venue="")

    answer = editor.post(
        change_address(meeting), typed(editor.get(change_address(meeting))) | {"venue": "Iikura", "_publish": "1"}
    )

    assert answer.status_code == 302, faults(answer)
    meeting.refresh_from_db()
    assert meeting.venue == "Iikura"


@pytest.mark.parametrize(("state", "status"), [("draft", 200), ("review", 403), ("published", 403), ("withdrawn", 403)])
@pytest.mark.parametrize("who", ["editor", "boss"])
def test_only_drafts_are_deleted(request, who, state, status):
    client = request.getfixturevalue(who)
    meeting = make_meeting(state=state)

    assert client.get(delete_address(meeting)).status_code == status
    client.post(delete_address(meeting), {"post": "yes"})

    assert Meeting.objects.filter(pk=meeting.pk).exists() == (status == 403)


def test_a_draft_with_replies_is_deleted_whole(boss):
    meeting = make_meeting(state="draft")
    claim = make_statement(meeting)
    kishida = make_participant("fumio-kishida", country="JP")
    make_statement(meeting, side="JP", speaker=kishida, in_reply_to=claim)

    boss.post(delete_address(meeting), {"post": "yes"})

    assert not Meeting.objects.exists()


@pytest.mark.parametrize(("state", "gone"), [("draft", True), ("published", False)])
def test_a_statement_that_readers_may_have_quoted_is_not_deleted(editor, state, gone):
    meeting = make_meeting(state=state)
    make_statement(meeting)

    editor.post(change_address(meeting), typed(editor.get(change_address(meeting))) | {"statements-0-DELETE": "on"})

    assert meeting.statements.exists() != gone


def test_nothing_is_deleted_by_the_dozen_among_meetings(boss):
    meeting = make_meeting()

    boss.post(list_address(Meeting), {"action": "delete_selected", "_selected_action": [meeting.pk], "post": "yes"})

    assert Meeting.objects.exists()


def test_names_in_lists_stay(editor):
    for record in (make_participant("spare"), make_source("spare")):
        assert editor.get(delete_address(record)).status_code == 403


def test_the_key_of_a_published_meeting_and_of_a_saved_name_is_fixed(editor):
    for record in (make_meeting(), make_participant()):
        assert "key" not in editor.get(change_address(record)).context["adminform"].form.fields
    draft = make_meeting("2018-01-01-draft", state="draft")
    assert "key" in editor.get(change_address(draft)).context["adminform"].form.fields


def test_a_source_gets_a_key_from_its_address_and_date(editor):
    fields = {"publisher": "MOFA", "title": "外相会談", "language": "ja", "side": "JP", "kind": "official-readout"}
    fields |= {"published": "2017-03-20"}

    for page in (1, 2):
        editor.post(add_address(models.Source), fields | {"url": f"https://www.mofa.go.jp/page4_{page}.html"})

    assert sorted(models.Source.objects.values_list("key", flat=True)) == [
        "mofa-go-jp-2017-03-20",
        "mofa-go-jp-2017-03-20-2",
    ]


def test_rules_of_a_source_are_told_beside_the_field(editor):
    fields = {"publisher": "MOFA", "title": "Talks", "language": "ja", "side": "third", "kind": "official-readout"}

    answer = editor.post(add_address(models.Source), fields | {"key": "mofa"})

    told = answer.context["adminform"].form.errors
    assert told["url"] == ["A source has either an address or a document."]
    assert told["kind"] == ["Official texts come from a side, news and analysis from a third party."]
