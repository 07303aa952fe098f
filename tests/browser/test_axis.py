"""The chronology with scripts: the axis by keyboard and pointer, and lists that open in place."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_format, make_meeting

STAYED = "window.stayed === true"


@pytest.fixture
def record(live_server):
    """Four meetings in two years and two formats."""
    make_format("summit", rank=1, short_name_en="Summit", name_en="Summit")
    make_format("deputies", rank=4, short_name_en="Deputies", name_en="Deputy ministers")
    make_meeting("2016-05-06-summit", start="2016-05-06", title_en="Talks, Sochi", issues=["energy"])
    make_meeting("2017-03-20-summit", title_en="Talks, Tokyo", participants=["sergey-lavrov"])
    make_meeting("2017-04-27-summit", start="2017-04-27", title_en="Talks, Moscow")
    make_meeting("2017-06-01-deputies", start="2017-06-01", format="deputies", title_en="Deputies", issues=["energy"])


@pytest.fixture
def chronology(record, page):
    """The year 2017, on a page that knows whether it was loaded again."""
    page.goto("/meetings/2017/")
    page.evaluate("window.stayed = true")
    return page


def titles(page):
    return page.locator(".entry h3")


def mark(page, name):
    return page.locator(".axis").get_by_role("link", name=name)


def test_a_year_opens_in_place_and_back_closes_it_again(chronology):
    mark(chronology, "2016: 1 meeting, open this year").click()
    expect(chronology).to_have_url("/meetings/2016/")
    expect(chronology).to_have_title(re.compile("Meetings in 2016"))
    expect(titles(chronology)).to_have_text(["Talks, Sochi"])

    chronology.go_back()
    expect(titles(chronology)).to_have_count(3)
    expect(chronology).to_have_url("/meetings/2017/")
    chronology.go_forward()
    expect(titles(chronology)).to_have_text(["Talks, Sochi"])
    assert chronology.evaluate(STAYED)


def test_a_facet_changes_list_axis_and_address_by_keyboard_alone(chronology):
    energy = chronology.get_by_role("group", name="Issue").get_by_label("Issue energy")
    energy.focus()
    chronology.keyboard.press("Space")

    expect(chronology).to_have_url("/meetings/2017/?issue=energy")
    expect(titles(chronology)).to_have_text(["Deputies"])
    expect(energy).to_be_focused()
    expect(energy).to_be_checked()
    expect(chronology.locator("body > p[role=status]")).to_have_text("1 of 4 meetings")
    expect(chronology.locator(".axis a.off, .axis .off")).not_to_have_count(0)

    chronology.get_by_role("link", name="Remove: Issue: Issue energy").press("Enter")
    expect(chronology).to_have_url("/meetings/2017/")
    expect(titles(chronology)).to_have_count(3)
    assert chronology.evaluate(STAYED)


def test_words_and_dates_are_sent_with_the_form_and_empty_fields_are_not(chronology):
    chronology.get_by_label("From", exact=True).fill("2017-04")
    chronology.keyboard.press("Enter")

    expect(chronology).to_have_url("/meetings/2017/?from=2017-04")
    expect(titles(chronology)).to_have_text(["Talks, Moscow", "Deputies"])
    assert chronology.evaluate(STAYED)


def test_a_fault_is_shown_in_place_too(chronology):
    chronology.get_by_label("From", exact=True).fill("yesterday")
    chronology.keyboard.press("Enter")

    expect(chronology.locator("#faults")).to_be_visible()
    assert chronology.evaluate(STAYED)


def test_arrow_keys_go_from_mark_to_mark_and_tab_leaves_the_axis(chronology):
    march, april = (mark(chronology, name) for name in ("20 March 2017: Talks, Tokyo", "27 April 2017: Talks, Moscow"))
    march.focus()
    chronology.keyboard.press("ArrowRight")
    expect(april).to_be_focused()
    chronology.keyboard.press("ArrowDown")
    expect(mark(chronology, "1 June 2017: Deputies")).to_be_focused()
    chronology.keyboard.press("Home")
    expect(mark(chronology, "Summit: Summit, 3 meetings")).to_be_focused()
    chronology.keyboard.press("Tab")
    expect(chronology.locator(".axis a:focus")).to_have_count(0)
    expect(chronology).to_have_url("/meetings/2017/")


def test_a_range_is_drawn_with_shift_and_arrows_and_entered(chronology):
    mark(chronology, "20 March 2017: Talks, Tokyo").focus()
    chronology.keyboard.press("Shift+ArrowRight")
    expect(chronology.locator(".sheet [role=status]")).to_have_text("March 2017 – April 2017")
    chronology.keyboard.press("Escape")
    expect(chronology.locator(".brush")).to_have_count(0)

    chronology.keyboard.press("Shift+ArrowRight")
    chronology.keyboard.press("Enter")
    expect(chronology).to_have_url("/meetings/?from=2017-03&to=2017-04")
    expect(titles(chronology)).to_have_text(["Talks, Tokyo", "Talks, Moscow"])
    expect(chronology.locator(".axis .range")).to_have_count(1)
    assert chronology.evaluate(STAYED)


def test_a_range_is_drawn_with_the_mouse_and_the_mark_below_is_not_followed(chronology):
    start = mark(chronology, "20 March 2017: Talks, Tokyo").bounding_box()
    end = mark(chronology, "1 June 2017: Deputies").bounding_box()
    chronology.mouse.move(start["x"] + 5, start["y"] + 5)
    chronology.mouse.down()
    chronology.mouse.move(end["x"] + 14, end["y"] + 12, steps=5)
    chronology.mouse.up()

    expect(chronology).to_have_url("/meetings/?from=2017-03&to=2017-06")
    expect(titles(chronology)).to_have_count(3)


def test_a_card_says_who_met_where_and_stays_under_the_pointer_until_escape(chronology):
    mark(chronology, "20 March 2017: Talks, Tokyo").hover()
    card = chronology.locator("#axis-card")
    expect(card).to_contain_text("20 March 2017")
    expect(card).to_contain_text("Talks, Tokyo")
    expect(card).to_contain_text("Sergey Lavrov")

    card.hover()
    expect(card).to_be_visible()
    card.get_by_role("link", name="Talks, Tokyo").hover()
    expect(card).to_be_visible()
    chronology.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_card_of_a_focused_mark_describes_it(chronology):
    mark(chronology, "27 April 2017: Talks, Moscow").focus()
    chronology.keyboard.press("ArrowLeft")
    expect(mark(chronology, "20 March 2017: Talks, Tokyo")).to_have_accessible_description(re.compile("Sergey Lavrov"))
