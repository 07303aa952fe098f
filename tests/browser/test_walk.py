"""A reader's walk through the site in Chromium."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_meeting, make_participant, make_statement

PATHS = (
    "/",
    "/ru/meetings/2017/",
    "/ja/meetings/2017-03-20-defence-ministers/",
    "/participants/tomomi-inada/",
    "/about/",
)
SCROLL_WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def record(live_server):
    """Three meetings; one is about missile defence, with both sides at the table."""
    make_participant("sergey-shoigu", name_en="Sergei Shoigu")
    make_participant("tomomi-inada", name_en="Tomomi Inada", country="JP")
    seats = ["sergey-shoigu", ("tomomi-inada", {"side": "JP"})]
    inada = make_meeting(
        "2017-03-20-defence-ministers",
        format="defence-ministers",
        title_en="Shoigu–Inada talks, Tokyo",
        participants=seats,
        issues=["missile-defence"],
    )
    make_statement(inada, text_en="Missile defence in Japan worries Russia.", issues=["missile-defence"])
    make_meeting("2016-12-15-summit", start="2016-12-15", title_en="Putin–Abe talks, Nagato")
    make_meeting("2017-04-27-summit", start="2017-04-27", title_en="Putin–Abe talks, Moscow")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_reader_goes_from_the_chronology_by_a_filter_to_a_meeting_and_a_participant(record, new_page, scripts):
    page = new_page(java_script_enabled=scripts)
    page.goto("/")
    expect(page.get_by_role("heading", level=3)).to_have_count(3)

    page.get_by_role("group", name="Issue").get_by_label("Issue missile-defence").check()
    page.get_by_role("button", name="Show meetings").click()
    expect(page.get_by_text("1 of 3 meetings").first).to_be_visible()
    expect(page.get_by_role("link", name="Remove: Issue: Issue missile-defence")).to_be_visible()

    page.get_by_role("heading", name="Shoigu–Inada talks, Tokyo").get_by_role("link").click()
    expect(page).to_have_url("/meetings/2017-03-20-defence-ministers/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Shoigu–Inada talks, Tokyo")
    expect(page.get_by_text("Missile defence in Japan worries Russia.")).to_be_visible()

    page.get_by_role("table").get_by_role("link", name="Tomomi Inada").click()
    expect(page).to_have_url("/participants/tomomi-inada/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tomomi Inada")
    expect(page.get_by_role("link", name="Shoigu–Inada talks, Tokyo").first).to_be_visible()


def test_the_axis_leads_to_a_year_and_from_its_marks_to_a_meeting(record, page):
    page.goto("/meetings/2016/")

    page.get_by_role("link", name="2017: 2 meetings, open this year").click()
    expect(page).to_have_url("/meetings/2017/")
    page.get_by_role("link", name="27 April 2017: Putin–Abe talks, Moscow").click()
    expect(page).to_have_url("/meetings/2017-04-27-summit/")


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(record, new_page, width):
    page = new_page(viewport={"width": width, "height": 900})
    too_wide = [path for path in PATHS if page.goto(path) and page.evaluate(SCROLL_WIDTH) > width]

    assert too_wide == []


def test_the_keyboard_skips_to_the_content_first(record, page):
    page.goto("/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
