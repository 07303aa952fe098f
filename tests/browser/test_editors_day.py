"""Days at the desk, on the real record: a meeting from an empty form to readers and back, two editors at once, a twin.

With EDITORS_PICTURES=docs/images the pictures of the guide are drawn anew on the way.
"""

import os
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from playwright.sync_api import expect

from tests.shipped import put_shipped_record
from timeline.models import Meeting, Participant, Statement

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.side_by_side,
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory locks what another connection reads"),
]

PASSWORD = "a-password-for-the-test"
KEY = "2017-03-20-two-plus-two"
SOURCE = "mofa-ja-2017-03-20"
SEATS = [
    ("лавров", "Sergey Lavrov"),
    ("Шойгу", "Sergei Shoigu"),
    ("きしだ", "Fumio Kishida"),
    ("inada", "Tomomi Inada"),
]
CLAIMS = [
    ("joint", "agreement", None, "Both sides will meet in this format again."),
    ("JP", "concern", "Fumio Kishida", "Japan is concerned about missiles on the islands."),
    ("RU", "reply", "Sergey Lavrov", "The units defend Russia's own territory."),
    ("RU", "concern", "Sergei Shoigu", "Missile defence of the United States upsets the balance."),
    ("JP", "reply", "Tomomi Inada", "The system is for defence alone."),
    ("JP", "position", "Fumio Kishida", "A peace treaty is to be concluded."),
]


@pytest.fixture
def desk(new_page):
    """Opens the desk as somebody of a group, on the real record without the meeting that is entered here."""
    put_shipped_record()
    Meeting.objects.get(key=KEY).delete()

    def enter(name, group):
        user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        page = new_page()
        page.set_default_timeout(60_000)
        page.goto("/admin/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("heading", name="The record").wait_for()
        return page

    return enter


def picture(page, name, **options):
    """Draw a picture of the guide, if pictures are wanted."""
    if directory := os.environ.get("EDITORS_PICTURES"):
        page.screenshot(path=Path(directory) / f"editing-{name}.png", **options)


def open_meeting(page, meeting):
    page.goto(f"/admin/timeline/meeting/{meeting.pk}/change/")


def press(page, words, told):
    """Press a button, and wait until the desk tells what came of it."""
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).last.click()
    page.get_by_text(told).first.wait_for()


def choose(page, field, typed, offered):
    """Type into an autocomplete and take the first that it offers, which must be the one that is meant."""
    page.locator(f"#id_{field} ~ .select2-container").click()
    page.locator(".select2-container--open .select2-search__field").last.fill(typed)
    expect(page.locator(".select2-results__option--highlighted", has_text=offered)).to_be_visible(timeout=60_000)
    page.keyboard.press("Enter")


def enter_facts(page):
    page.goto("/admin/timeline/meeting/add/")
    page.locator("#id_when").fill("20 марта 2017")
    choose(page, "format", "two-plus", "2+2")
    choose(page, "place", "токио", "Tokyo")
    page.locator("#id_title_en").fill("Second 2+2, Tokyo")
    choose(page, "issues", "security", "Security dialogue")
    choose(page, "sources", SOURCE, SOURCE)
    page.locator("#id_summary_en").fill("The four ministers met for the second time.")
    page.locator("#id_confidence").select_option("high")


def enter_seats(page):
    for at, (typed, name) in enumerate(SEATS):
        page.get_by_text("Add another Participant at the meeting").click()
        choose(page, f"attendances-{at}-participant", typed, name)
        expect(page.locator(f"#id_attendances-{at}-capacity_en")).not_to_have_value("", timeout=60_000)


def enter_claims(page):
    for at, (side, kind, voice, text) in enumerate(CLAIMS):
        page.get_by_text("Add another Statement").click()
        page.locator(f"#id_statements-{at}-side").select_option(side)
        page.locator(f"#id_statements-{at}-kind").select_option(kind)
        if voice:
            choose(page, f"statements-{at}-speaker", voice, voice)
        choose(page, f"statements-{at}-issues", "security", "Security dialogue")
        choose(page, f"statements-{at}-sources", SOURCE, SOURCE)
        page.locator(f"#id_statements-{at}-text_en").fill(text)
        if kind == "reply":
            page.locator(f"#id_statements-{at}-in_reply_to").fill(str(at))


def status(page, path):
    return page.request.get(path).status


def test_a_meeting_goes_from_an_empty_form_to_readers_and_back(desk):
    author, publisher = desk("author", "Authors"), desk("publisher", "Publishers")

    enter_facts(author)
    enter_seats(author)
    picture(author, "seats")
    enter_claims(author)
    press(author, "Save and send to review", "this may be recorded already")
    author.locator("#id_twin_reason").fill("The ministers also met two by two that day.")
    press(author, "Save and send to review", "Sent to review.")
    meeting = Meeting.objects.get(key=KEY)
    assert sorted(seat.side for seat in meeting.attendances.all()) == ["JP", "JP", "RU", "RU"]
    assert [said.in_reply_to and said.in_reply_to.number for said in meeting.statements.all()] == [
        *(None, None, 2, None, 4, None)
    ]
    assert status(author, f"/meetings/{KEY}/") == 404

    open_meeting(publisher, meeting)
    press(publisher, "Publish", "Published: readers see it now.")
    assert status(author, f"/meetings/{KEY}/") == 200

    open_meeting(author, meeting)
    author.locator("#id_when").fill("2017年3月21日")
    author.locator("#id_reason").fill("The date was mistyped.")
    press(author, "Save and continue editing", "Readers see the published version until a Publisher accepts")
    assert "20 March 2017" in author.request.get(f"/meetings/{KEY}/").text()
    open_meeting(publisher, meeting)
    publisher.get_by_text("What it changes for readers").click()
    picture(publisher, "change")
    press(publisher, "Accept and publish", "Accepted: readers see the change now.")
    assert "21 March 2017" in author.request.get(f"/meetings/{KEY}/").text()

    publisher.locator("#desk-note").fill("Entered twice.")
    press(publisher, "Withdraw", "Withdrawn: its address now says why it is gone.")
    assert status(author, f"/meetings/{KEY}/") == 410

    press(publisher, "Publish", "Published: readers see it now.")
    publisher.goto(f"/admin/timeline/meeting/{meeting.pk}/history/")
    picture(publisher, "history")
    publisher.get_by_role("link", name="Put back to this version").last.click()
    publisher.get_by_label("Why").fill("The first date was right.")
    publisher.get_by_role("button", name="Put back").click()
    publisher.locator(".messagelist").wait_for()
    open_meeting(publisher, meeting)
    press(publisher, "Accept and publish", "Accepted: readers see the change now.")
    assert "20 March 2017" in author.request.get(f"/meetings/{KEY}/").text()


def test_two_editors_of_one_meeting_lose_nothing(desk):
    first, second = desk("first", "Publishers"), desk("second", "Publishers")
    meeting = Meeting.objects.get(key="2016-12-15-summit")
    open_meeting(second, meeting)
    second.locator("#id_venue").fill("Otani Sanso, Nagato")
    second.locator("#id_reason").fill("The house.")

    open_meeting(first, meeting)
    first.locator("#id_title_en").fill("Putin–Abe summit, Nagato and Tokyo")
    first.locator("#id_reason").fill("Both cities.")
    press(first, "Save and publish", "Accepted: readers see the change now.")

    press(second, "Save and continue editing", "Somebody else changed this while you did")
    assert second.locator("#id_venue").input_value() == "Otani Sanso, Nagato"
    second.locator(".desk-overtaken").get_by_text("Both cities.").first.wait_for()
    picture(second, "two-editors")
    press(second, "Join both", "Your changes were joined")

    open_meeting(second, meeting)
    assert second.locator("#id_title_en").input_value() == "Putin–Abe summit, Nagato and Tokyo"
    assert second.locator("#id_venue").input_value() == "Otani Sanso, Nagato"


def test_lima_entered_with_the_day_of_moscow_is_known_already(desk):
    """In Lima it was the evening of 19 November 2016, in Moscow the 20th."""
    page = desk("author", "Authors")
    before = Meeting.objects.count(), Statement.objects.count()
    page.goto("/admin/timeline/meeting/add/")
    page.locator("#id_when").fill("20.11.2016")
    choose(page, "format", "summit", "Summit")
    choose(page, "place", "lima", "Lima")
    page.locator("#id_title_en").fill("Putin–Abe talks, Lima")
    press(page, "Save", "19 November 2016")

    assert page.locator("#id_title_en").input_value() == "Putin–Abe talks, Lima"
    picture(page, "twin")
    assert (Meeting.objects.count(), Statement.objects.count()) == before
    page.locator("#id_twin_reason").fill("A second talk of the same evening.")
    press(page, "Save and continue editing", "was added successfully")
    assert Meeting.objects.filter(start="2016-11-20", state="draft").exists()
    assert Participant.objects.filter(key="shinzo-abe").exists()
