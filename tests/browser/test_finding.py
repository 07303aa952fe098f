"""Search by keyboard: suggestions as an ARIA combobox, and single keys, which may be turned off."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_issue, make_meeting, make_participant
from timeline import search
from timeline.models import Issue, Meeting, Participant


@pytest.fixture
def record(live_server):
    """Two ministers and an issue whose names begin alike, and three meetings."""
    make_participant("sergey-lavrov", name_en="Sergey Lavrov", name_ru="Сергей Лавров", name_ja="セルゲイ・ラヴロフ")
    make_participant("lavinia", name_en="Lavinia Third", country="IT")
    make_issue("lava", name_en="Lava and volcanoes")
    for day in (1, 2, 3):
        make_meeting(
            f"2017-03-0{day}-summit", start=f"2017-03-0{day}", title_en=f"Talks {day}", participants=["sergey-lavrov"]
        )
    for model in (Meeting, Participant, Issue):
        search.index(model.objects.all())


def field_of(page):
    return page.get_by_role("banner").get_by_label("Search the record")


def type_and_wait(page, words):
    field_of(page).press_sequentially(words)
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_visible()


def test_suggestions_are_chosen_by_keyboard(record, page):
    page.goto("/")
    field = field_of(page)
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "false")

    type_and_wait(page, "lav")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options).to_have_count(3)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="3 suggestions")).to_be_attached()
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))

    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    field.press("ArrowUp")
    expect(page.locator("#suggestions [aria-selected=true]")).to_have_count(0)
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    field.press("ArrowDown")
    expect(field).to_be_focused()
    expect(field).to_have_value("lav")

    field.press("Enter")
    expect(page).to_have_url("/participants/sergey-lavrov/")


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(record, page):
    page.goto("/")
    type_and_wait(page, "lav")
    field_of(page).press("Escape")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_hidden()
    expect(field_of(page)).to_have_value("lav")
    expect(field_of(page)).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_searches(record, page):
    page.goto("/")
    type_and_wait(page, "lavrov")
    field_of(page).press("Enter")
    expect(page).to_have_url("/search/?q=lavrov")
    expect(page.get_by_role("heading", level=1)).to_contain_text("lavrov")
    expect(page.locator("mark").first).to_have_text("Lavrov")


def test_a_suggestion_can_be_clicked(record, page):
    page.goto("/ru/")
    page.locator("header [type=search]").press_sequentially("lava")
    page.locator("#suggestions").get_by_role("option").click()
    expect(page).to_have_url("/ru/issues/lava/")


def test_without_scripts_the_field_is_a_plain_search(record, new_page):
    page = new_page(java_script_enabled=False)
    page.goto("/")
    expect(field_of(page)).not_to_have_attribute("role", "combobox")
    expect(page.get_by_role("button", name="Keys")).to_be_hidden()
    field_of(page).fill("Lavrov")
    field_of(page).press("Enter")
    expect(page).to_have_url("/search/?q=Lavrov")


def test_single_keys_go_to_the_search_and_through_the_list(record, page):
    page.goto("/meetings/")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Talks 1")).to_be_focused()
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Talks 2")).to_be_focused()
    page.keyboard.press("k")
    expect(page.get_by_role("link", name="Talks 1")).to_be_focused()
    page.keyboard.press("/")
    expect(field_of(page)).to_be_focused()
    expect(field_of(page)).to_have_value("")


def test_keys_are_letters_while_typing_and_with_a_modifier(record, page):
    page.goto("/meetings/")
    field_of(page).focus()
    page.keyboard.type("j/k?")
    expect(field_of(page)).to_have_value("j/k?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    field_of(page).blur()
    page.keyboard.press("Control+j")
    expect(page.locator("h3 a:focus")).to_have_count(0)


def test_a_question_mark_shows_the_keys_which_can_be_turned_off_for_good(record, page):
    page.goto("/meetings/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Single keys are on").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()

    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.locator("h3 a:focus")).to_have_count(0)
    expect(dialog).to_be_hidden()

    page.get_by_role("button", name="Keys").click()
    dialog.get_by_label("Single keys are on").check()
    dialog.get_by_role("button", name="Close").click()
    page.locator("body").press("j")
    expect(page.get_by_role("link", name="Talks 1")).to_be_focused()
