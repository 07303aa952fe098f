"""An editor sends a file and imports it, with scripts and without."""

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.db import connection
from playwright.sync_api import expect

from tests.factories import make_place
from timeline.models import Place

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.side_by_side,
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="SQLite in memory locks what another connection reads",
    ),
]
FILE = {"name": "places.csv", "mimeType": "text/csv", "buffer": b"key,note\r\ntokyo,Seen by an editor."}


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def desk(request, new_page, client, live_server):
    """The desk of a Publisher, logged in."""
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Publishers"))
    client.force_login(user)
    page = new_page(java_script_enabled=request.param)
    page.context.add_cookies(
        [{"name": "sessionid", "value": Session.objects.get().session_key, "url": live_server.url}]
    )
    page.scripts = request.param
    return page


def go_on(desk):
    """What comes of a long work; a script goes there by itself."""
    if not desk.scripts:
        expect(desk.locator(".exchange-progress > li:visible")).to_have_count(1)
        desk.get_by_role("link", name="Go on").click()
    desk.wait_for_url("**/admin/exchange/import/*/")


def test_a_file_is_sent_checked_and_imported(desk):
    make_place("tokyo")
    desk.goto("/admin/exchange/import/")

    desk.get_by_label("File:").set_input_files(FILE)
    desk.get_by_role("button", name="Check the file").click()
    go_on(desk)
    expect(desk.locator(".exchange-steps ins")).to_have_text("added: Seen by an editor.")
    desk.get_by_label("Why:").fill("Seen.")
    desk.get_by_role("button", name="Import this").click()
    go_on(desk)

    expect(desk.locator(".exchange-done")).to_contain_text("Imported on")
    assert Place.objects.get().note == "Seen by an editor."
