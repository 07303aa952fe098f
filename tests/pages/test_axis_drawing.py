"""The axis, the calendar and the legend as the chronology draws them."""

import re
from html import unescape
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from tests.factories import make_format, make_meeting
from timeline.axis import chronology

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    make_format("summit", rank=1, short_name_en="Summit", name_en="Summit of the leaders")
    make_format("deputies", rank=4, short_name_en="Deputies", name_en="Deputy ministers")
    make_meeting("2016-05-06-summit", start="2016-05-06", title_en="Putin–Abe talks, Sochi")
    make_meeting("2017-03-20-summit", title_en="Talks & tea, Tokyo", status="postponed")
    make_meeting("2017-09-06-deputies", start="2017-09-06", format="deputies", issues=["energy"])
    make_meeting("2017-09-07-deputies", start="2017-09-07", format="deputies")


def html_of(client, address):
    return client.get(address).content.decode()


def svg_of(client, address="/meetings/2017/"):
    text = re.search(r'<div class="sheet".*?</div>', html_of(client, address), re.DOTALL)[0]
    return ElementTree.fromstring(text)  # noqa: S314 -- our own page


def links(client, address="/meetings/2017/"):
    """The name of each link of the axis, and where it leads from the page."""
    return {link.get("aria-label"): urljoin(address, link.get("href")) for link in svg_of(client, address).iter("a")}


def test_each_mark_of_the_open_year_is_a_link_with_its_full_name(client, record):
    named = links(client)

    assert named["20 March 2017: Talks & tea, Tokyo (postponed)"] == "/meetings/2017-03-20-summit/"


@pytest.mark.parametrize("path", ["/", "/meetings/", "/meetings/2017/"])
def test_a_pill_leads_to_the_list_of_its_month(client, record, path):
    leads = links(client, f"{path}?status=held&sort=-date")["September 2017, Deputies: 2 meetings"]

    assert leads == "/meetings/?status=held&sort=-date&format=deputies&date=2017-09"


def test_with_long_filters_a_month_is_one_link_in_which_every_pill_keeps_its_name(client, record, monkeypatch):
    monkeypatch.setattr(chronology, "MOST_OF_LINKS", 10)
    (month,) = [one for one in svg_of(client, "/meetings/?sort=-date").iter("a") if "date=" in one.get("href")]

    assert (month.get("aria-label"), month.get("href")) == ("September 2017: 2 meetings", "?sort=-date&date=2017-09")
    assert [pill.get("aria-label") for pill in month.iter("text")] == ["September 2017, Deputies: 2 meetings"]


def test_a_folded_year_is_one_link_that_keeps_the_filters(client, record):
    named = links(client, "/meetings/?status=held&from=2017&sort=-date")

    assert named["2016: 1 meeting, open this year"] == "/meetings/2016/?status=held&sort=-date"
    assert "6 May 2016: Putin–Abe talks, Sochi" not in named


def test_a_lane_leads_to_its_format(client, record):
    named = links(client)

    assert named["Deputies: Deputy ministers, 2 meetings"] == "/meetings/?format=deputies"


def test_every_meeting_of_a_folded_year_has_its_name_as_title(client, record):
    names = [title.text for title in svg_of(client).iter("title")]

    assert "6 May 2016: Putin–Abe talks, Sochi" in names


def test_marks_that_the_filters_leave_out_are_faint(client, record):
    svg = svg_of(client, "/meetings/?issue=energy")
    off = [title.text for part in svg.iter() if "off" in part.get("class", "").split() for title in part.iter("title")]

    assert "6 May 2016: Putin–Abe talks, Sochi" in off


def test_without_filters_no_mark_is_faint(client, record):
    assert not [part for part in svg_of(client).iter() if "off" in part.get("class", "").split()]


@pytest.mark.parametrize("address", ["/meetings/2017/", "/ru/meetings/2017/", "/ja/meetings/2017/"])
def test_numbers_in_the_drawing_are_written_for_programs_in_every_language(client, record, address):
    svg = svg_of(client, address)
    values = [
        value
        for element in svg.iter()
        for name, value in element.attrib.items()
        if name in {"x", "y", "width", "height", "viewBox", "d", "cx"}
    ]

    assert values
    assert not [value for value in values if re.search(r"[^\sMHVhvlmaAczC0-9.-]", value)]


def test_no_page_part_has_a_style_attribute_or_a_script_in_it(client, record):
    html = html_of(client, "/meetings/")

    assert not re.search(r"<[^>]*\sstyle=", html)
    assert not re.search(r"<[^>]*\son\w+=", html)
    assert not re.search(r"<style\b|<script\b(?! src=)", html)


@pytest.mark.parametrize(
    ("query", "caption", "rows"),
    [
        ("", "Meetings by year and month", "2016 1 leaders met 1 2017 1 2 3"),
        ("?status=held", "Meetings that match the filters", "2016 1 leaders met 1 2017 2 2"),
        ("?format=deputies", "Meetings that match the filters", "2016 0 2017 2 2"),
    ],
)
def test_the_calendar_stands_beside_the_axis_and_counts_what_the_filters_choose(client, record, query, caption, rows):
    page = html_of(client, f"/meetings/{query}")
    table = re.search(r'<table class="calendar">.*?</table>', page, re.DOTALL)[0]
    plain = " ".join(re.sub(r"<[^>]+>", " ", unescape(table)).split())

    assert f'href="/meetings/2017/{query}"' in table
    assert plain.startswith(caption)
    assert plain.endswith(rows)


def test_of_each_bar_the_part_that_the_filters_choose_is_dark(client, record):
    def bars(address):
        drawn = [one for one in svg_of(client, address).iter("path") if one.get("class").startswith("bar")]
        return [(one.get("class"), re.findall(r"v([\d.]+)", one.get("d"))) for one in drawn]

    assert bars("/meetings/2017/") == [("bar", ["5"]), ("bar", ["5", "10"])]
    assert bars("/meetings/2017/?issue=energy") == [
        ("bar off", ["5"]),
        ("bar off", ["5", "10"]),
        ("bar", ["5"]),
    ]


def test_an_empty_record_has_no_axis(client):
    html = html_of(client, "/")

    assert '<svg class="axis' not in html
    assert ">0 meetings<" in html


@pytest.mark.parametrize(
    ("path", "query", "most_of_links"),
    [
        ("/", "not_format=deputies", 4400),
        ("/meetings/", "not_format=deputies&not_format=summit", 4400),
        ("/meetings/2017/", "format=summit&not_format=deputies", 4400),
        ("/meetings/", "not_format=deputies", 10),
        ("/meetings/", "lacks=statements&lacks=readout-jp", 4400),
        ("/meetings/2017/", "lacks=number&has=discrepancy", 4400),
        ("/meetings/", "from=2017&to=2017-08&date_match=within", 4400),
    ],
)
def test_no_link_asks_for_what_the_filters_forbid(client, record, monkeypatch, path, query, most_of_links):
    monkeypatch.setattr(chronology, "MOST_OF_LINKS", most_of_links)
    leads = links(client, f"{path}?{query}")

    assert [address for address in leads.values() if "format=deputies" in address]
    for address in leads.values():
        assert client.get(address).status_code == 200, address


def test_a_faint_pill_leads_to_what_it_stands_for(client, record):
    address = links(client, "/meetings/?not_format=deputies&sort=-date")["September 2017, Deputies: 2 meetings"]

    assert address == "/meetings/?sort=-date&format=deputies&date=2017-09"
    assert 'href="/meetings/2017-09-06-deputies/"' in html_of(client, address)


@pytest.mark.parametrize("path", ["/", "/meetings/"])
def test_where_the_filters_choose_a_year_every_other_one_can_be_opened(client, record, path):
    address = f"{path}?year=2017&status=held"
    in_calendar = re.findall(r'href="(/meetings/\d+/[^"]*)"', html_of(client, address))
    leads = [*links(client, address).values(), *in_calendar]

    assert "/meetings/2016/?status=held" in leads
    assert "/meetings/?status=held&format=deputies&date=2017-09" in leads
    for there in leads:
        assert client.get(there).status_code == 200, there
