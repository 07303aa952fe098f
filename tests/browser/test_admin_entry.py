"""An editor enters a small meeting by keyboard, works among many statements, and loses nothing on the way."""

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.db import connection
from playwright.sync_api import (
    TimeoutError,  # noqa: A004 -- Playwright's own, which is no built-in one
    expect,
)

from tests.factories import (
    make_format,
    make_issue,
    make_meeting,
    make_office,
    make_participant,
    make_place,
    make_source,
    make_statement,
    make_tenure,
)
from timeline.models import Meeting

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.side_by_side,
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="SQLite in memory locks what another connection reads",
    ),
]

PASSWORD = "a-password-for-the-test"
MEETING = "/admin/timeline/meeting/add/"


@pytest.fixture
def editor():
    user = User.objects.create_user("editor", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="Authors"))
    return user


@pytest.fixture
def names():
    """What the meeting needs, with a tenure for each speaker and two pages of one host."""
    make_format("two-plus-two", short_name_en="2+2")
    make_place("tokyo", name_en="Tokyo")
    make_issue("missile-defence", name_en="Missile defence")
    make_issue("north-korea", name_en="North Korea")
    make_participant(name_en="Sergey Lavrov", name_ru="Сергей Лавров", name_ja="セルゲイ・ラブロフ")
    make_participant("fumio-kishida", name_en="Fumio Kishida", name_ja="岸田文雄", country="JP")
    make_office("ru-mfa", title_en="Foreign Minister of Russia", title_ru="Министр", title_ja="外相")
    make_tenure("ru-mfa", start="2004-03-09")
    for key in ("jp-mfa", "jp-mod"):
        make_office(key, side="JP", title_en=f"Minister {key}")
        make_tenure(key, "fumio-kishida", start="2012-12-26")
    make_source("mofa-2017-03-20", title="日露「2+2」")
    for page in ("1", "2"):
        make_source(f"mid-{page}", url=f"https://www.mid.ru/ru/news/{page}/", publisher="МИД России", language="ru")


def choose(page, field, typed, offered):
    """Type into an autocomplete and take what it offers; once more if the list is redrawn under the pointer."""
    try:
        offer(page, field, typed, offered).click(timeout=5_000)
    except TimeoutError:
        page.keyboard.press("Escape")
        offer(page, field, typed, offered).click()


def offer(page, field, typed, offered):
    """What an autocomplete offers under that name for what was typed."""
    page.locator(f"#id_{field} ~ .select2-container").click()
    page.locator(".select2-container--open .select2-search__field").last.fill(typed)
    return page.locator(".select2-results__option", has_text=offered)


def log_in(page):
    page.goto("/admin/")
    fill_login(page)


def fill_login(page):
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def add_statement(page, at, side, voice, offered, text):
    page.get_by_text("Add another Statement").click()
    row = f"statements-{at}"
    page.locator(f"#id_{row}-side").select_option(side)
    page.locator(f"#id_{row}-kind").select_option("position")
    choose(page, f"{row}-speaker", voice, offered)
    choose(page, f"{row}-issues", "missile", "Missile defence")
    choose(page, f"{row}-sources", "日露", "日露「2+2」")
    page.locator(f"#id_{row}-text_en").fill(text)


def add_source_in_popup(page):
    """A recorded address is told at once; another one of the host needs no more than a title, a kind and a date."""
    with page.expect_popup() as opened:
        page.locator("#add_id_sources").click()
    popup = opened.value
    popup.get_by_label("Address").fill("http://mid.ru/ru/news/1?utm_source=x")
    expect(popup.get_by_text("This address is recorded already:")).to_be_visible()
    popup.get_by_label("Address").fill("https://www.mid.ru/ru/news/3/")
    expect(popup.get_by_label("Publisher:", exact=True)).to_have_value("МИД России")
    popup.get_by_label("Title:").fill("Переговоры")
    popup.get_by_label("Published").fill("平成29年3月20日")
    popup.get_by_label("Kind").select_option("official-readout")
    with popup.expect_event("close"):
        popup.get_by_role("button", name="Save", exact=True).first.click()


def fill_facts(page):
    choose(page, "format", "two-plus", "2+2")
    choose(page, "place", "tok", "Tokyo")
    for language in ("en", "ru", "ja"):
        page.locator(f"#id_title_{language}").fill("2+2")
    choose(page, "issues", "north", "North Korea")
    choose(page, "issues", "MISSILE", "Missile defence")
    page.locator("#id_summary_en").fill("The format came back.")
    page.locator("#id_confidence").select_option("high")


def add_seats(page):
    """Lavrov's office is proposed; of Kishida's two, one is chosen."""
    for at, (typed, offered) in enumerate((("ЛАВРОВ", "Sergey Lavrov"), ("岸田", "Fumio Kishida"))):
        page.get_by_text("Add another Participant at the meeting").click()
        choose(page, f"attendances-{at}-participant", typed, offered)
        expect(page.locator(f"#id_attendances-{at}-side")).not_to_have_value("")
    expect(page.locator("#id_attendances-0-capacity_ru")).to_have_value("Министр")
    page.get_by_role("button", name="Minister jp-mod").click()


def test_an_editor_enters_a_meeting_by_typing(page, editor, names):
    log_in(page)
    page.goto(MEETING)
    page.locator("#id_when").fill("03/04/2017")
    page.get_by_role("button", name="Saturday, 4 March 2017").click()
    expect(page.locator("#id_when")).to_have_value("2017-03-04")
    page.locator("#id_when").fill("20 марта 2017")
    fill_facts(page)
    expect(page.get_by_text("Monday, 20 March 2017")).to_be_visible()
    expect(page.get_by_text("Its key will be 2017-03-20-two-plus-two.")).to_be_visible()
    page.locator("#id_issues ~ .select2-container [title='North Korea'] .select2-selection__choice__remove").click()
    page.keyboard.press("Escape")
    choose(page, "issues", "north", "North Korea")
    add_source_in_popup(page)
    add_seats(page)
    add_statement(page, 0, "RU", "ЛАВРОВ", "Sergey Lavrov", "A concern.")
    page.get_by_role("button", name="Add a reply to this").click()
    choose(page, "statements-1-speaker", "岸田", "Fumio Kishida")
    page.locator("#id_statements-1-text_en").fill("An answer.")
    page.get_by_role("button", name="Save and continue editing").first.click()

    page.get_by_text("was added successfully").wait_for()
    meeting = Meeting.objects.get(key="2017-03-20-two-plus-two")
    assert [issue.key for issue in meeting.issues.all()] == ["missile-defence", "north-korea"]
    assert [source.key for source in meeting.sources.all()] == ["mid-ru-2017-03-20", "mofa-2017-03-20"]
    assert [(seat.side, seat.capacity_en) for seat in meeting.attendances.all()] == [
        ("RU", "Foreign Minister of Russia"),
        ("JP", "Minister jp-mod"),
    ]
    assert [
        (said.number, said.side, said.in_reply_to and said.in_reply_to.number) for said in meeting.statements.all()
    ] == [
        (1, "RU", None),
        (2, "JP", 1),
    ]
    assert page.locator("#statements-group summary", has_text="#2 Japan, Fumio Kishida").count() == 1


def test_what_was_typed_survives_a_lost_connection_and_an_expired_login(page, editor, names):
    log_in(page)
    page.goto(MEETING)
    page.locator("#id_when").fill("20.03.2017")
    fill_facts(page)
    add_statement(page, 0, "RU", "ЛАВРОВ", "Sergey Lavrov", "A concern.")
    save = page.get_by_role("button", name="Save", exact=True).first

    page.route(f"**{MEETING}", lambda route: route.abort("aborted"), times=1)
    save.click()
    page.reload()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("#id_statements-0-text_en")).to_have_value("A concern.")

    Session.objects.all().delete()
    save.click()
    expect(page.get_by_text("What you typed is kept")).to_be_visible()
    fill_login(page)
    expect(page.get_by_text("nothing is saved yet")).to_be_visible()
    assert not Meeting.objects.exists()
    save.click()

    page.get_by_text("was added successfully").wait_for()
    said = Meeting.objects.get(key="2017-03-20-two-plus-two").statements.get()
    assert (said.text_en, said.speaker.key) == ("A concern.", "sergey-lavrov")
    assert [issue.key for issue in said.meeting.issues.all()] == ["north-korea", "missile-defence"]
    page.goto(MEETING)
    expect(page.get_by_role("button", name="Bring it back")).to_have_count(0)


def test_among_many_statements_one_is_found_folded_and_followed_and_leaving_is_asked_about(page, editor, names):
    meeting = make_meeting("2017-03-20-summit", state="draft")
    for at in range(1, 31):
        make_statement(meeting, text_en=f"Claim of {at} words.", issues=["north-korea"], sources=["mid-1"])
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    log_in(page)
    page.goto(f"/admin/timeline/meeting/{meeting.pk}/change/")
    opened = page.locator("#statements-group details.statement-body[open]:visible")

    page.get_by_role("link", name="17", exact=True).click()
    expect(opened).to_have_count(1)
    expect(page.locator("#id_statements-16-speaker ~ .select2-container")).to_be_visible()
    page.goto("/admin/")
    assert asked == []

    page.goto(f"/admin/timeline/meeting/{meeting.pk}/change/#statements-4")
    expect(opened).to_have_count(1)
    page.get_by_label("Filter", exact=True).fill("claim 23")
    expect(page.get_by_text("1 / 30")).to_be_visible()
    page.locator("#statements-22 summary").first.click()
    page.locator("#statements-22").get_by_role("button", name="Add another by this voice").click()
    page.locator("#id_statements-30-text_en").fill("Claim of one more word.")
    expect(page.locator("#statements-30 summary").first).to_contain_text("#31 Russia, Sergey Lavrov: Claim of one more")
    page.goto("/admin/")
    assert asked == ["beforeunload"]
