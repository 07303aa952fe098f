"""An editor enters a small meeting by keyboard: autocomplete, a statement and its reply, a source from the popup."""

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from playwright.sync_api import TimeoutError  # noqa: A004 -- Playwright's own, which is no built-in one

from tests.factories import make_format, make_issue, make_participant, make_place, make_source
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


@pytest.fixture
def editor():
    user = User.objects.create_user("editor", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def names():
    make_format("two-plus-two", short_name_en="2+2")
    make_place("tokyo", name_en="Tokyo")
    make_issue("missile-defence", name_en="Missile defence")
    make_issue("north-korea", name_en="North Korea")
    make_participant(name_en="Sergey Lavrov", name_ru="Сергей Лавров", name_ja="セルゲイ・ラブロフ")
    make_participant("fumio-kishida", name_en="Fumio Kishida", name_ja="岸田文雄", country="JP")
    make_source("mofa-2017-03-20", title="日露「2+2」")


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
    with page.expect_popup() as opened:
        page.locator("#add_id_sources").click()
    popup = opened.value
    popup.get_by_label("Address").fill("https://www.mid.ru/talks")
    popup.get_by_label("Title:").fill("Переговоры")
    popup.get_by_label("Publisher:", exact=True).fill("МИД России")
    popup.get_by_label("Language").fill("ru")
    popup.get_by_label("Side").select_option("RU")
    popup.get_by_label("Kind").select_option("official-readout")
    with popup.expect_event("close"):
        popup.get_by_role("button", name="Save", exact=True).first.click()


def test_an_editor_enters_a_meeting_by_typing(page, editor, names):
    log_in(page)
    page.goto("/admin/timeline/meeting/add/")
    page.locator("#id_start").fill("2017-03-20")
    choose(page, "format", "two-plus", "2+2")
    choose(page, "place", "tok", "Tokyo")
    for language in ("en", "ru", "ja"):
        page.locator(f"#id_title_{language}").fill("2+2")
    choose(page, "issues", "north", "North Korea")
    choose(page, "issues", "MISSILE", "Missile defence")
    page.locator("#id_issues ~ .select2-container [title='North Korea'] .select2-selection__choice__remove").click()
    page.keyboard.press("Escape")
    choose(page, "issues", "north", "North Korea")
    add_source_in_popup(page)
    page.locator("#id_summary_en").fill("The format came back.")
    page.locator("#id_confidence").select_option("high")
    add_statement(page, 0, "RU", "ЛАВРОВ", "Sergey Lavrov", "A concern.")
    add_statement(page, 1, "JP", "岸田", "Fumio Kishida", "An answer.")
    page.locator("#id_statements-1-in_reply_to").fill("1")
    page.wait_for_load_state("networkidle")  # an autocomplete still reading would meet the tables locked by saving
    page.get_by_role("button", name="Save and continue editing").first.click()

    page.get_by_text("was added successfully").wait_for()
    meeting = Meeting.objects.get(key="2017-03-20-two-plus-two")
    assert [issue.key for issue in meeting.issues.all()] == ["missile-defence", "north-korea"]
    assert [source.key for source in meeting.sources.all()] == ["mid-ru", "mofa-2017-03-20"]
    assert [(said.number, said.in_reply_to and said.in_reply_to.number) for said in meeting.statements.all()] == [
        (1, None),
        (2, 1),
    ]
    assert page.locator("#statements-group summary", has_text="#2 Japan, Fumio Kishida").count() == 1
