"""How the chronology is read: without scripts, in another language, magnified, on paper, over a slow line."""

import re

import pytest
from lxml import html
from playwright.sync_api import expect

from tests.factories import make_issue, make_meeting, make_participant, make_source, make_statement

BYTES_OF_SCRIPTS = 25_000
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""
SMALL_TARGETS = """() => [...document.querySelectorAll("main a, main button, main input, header a, footer a")]
  .filter((one) => one.checkVisibility() && !one.closest("svg, p, li li, dd, .vh, .skip"))
  .map((one) => [one, one.getBoundingClientRect(), one.closest("label")?.getBoundingClientRect()])
  .filter(([, box, label]) => Math.max(box.height, label?.height ?? 0) < 23.9 ||
    Math.max(box.width, label?.width ?? 0) < 23.9)
  .map(([one, box]) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${one.outerHTML.slice(0, 120)}`)"""


@pytest.fixture
def record(live_server):
    """Forty meetings in two years, of two kinds each."""
    make_participant("sergey-lavrov", name_en="Sergey Lavrov", name_ru="Сергей Лавров")
    make_issue("energy", name_en="Energy")
    for n in range(40):
        meeting = make_meeting(
            f"201{6 + n % 2}-{n % 12 + 1:02}-{n % 28 + 1:02}-summit-{n}",
            start=f"201{6 + n % 2}-{n % 12 + 1:02}-{n % 28 + 1:02}",
            title_en=f"Talks number {n}.",
            issues=["energy"] if n % 4 else ["peace-treaty"],
            participants=["sergey-lavrov"] if n % 2 else [],
            status="held" if n % 5 else "cancelled",
        )
    make_source("mid", url="https://example.org/a/very/long/address")
    make_statement(meeting, sources=["mid"], text_en="Said at the last one.")


@pytest.mark.parametrize(
    ("group", "label", "query"),
    [
        ("Format", "summit", "format=summit"),
        ("Issue", "Energy", "issue=energy"),
        ("Participant", "Sergey Lavrov", "participant=sergey-lavrov"),
        ("Place", "Tokyo", "place=tokyo"),
        ("Country", "Japan", "country=JP"),
        ("Status", "cancelled", "status=cancelled"),
        ("Side speaking", "Russia", "side=RU"),
        ("Confidence", "high", "confidence=high"),
    ],
)
def test_each_facet_works_without_scripts(record, new_page, group, label, query):
    page = new_page(java_script_enabled=False)
    page.goto("/meetings/")
    page.get_by_role("group", name=group, exact=True).get_by_label(label).check()
    page.get_by_role("button", name="Show meetings").click()

    expect(page).to_have_url(re.compile(rf"/meetings/\?(.*&)?{query}(&|$)"))
    expect(page.locator(".chips")).to_contain_text(f"{group}: {label}")
    counted = int(re.match(r"\d+", page.locator(".counted").inner_text())[0])
    assert page.locator(".entry").count() == counted


@pytest.mark.parametrize(
    ("label", "value", "count"), [("From", "2017", 20), ("To", "2016-12-31", 20), ("Within the period", "2016-01", 4)]
)
def test_each_date_works_without_scripts(record, new_page, label, value, count):
    page = new_page(java_script_enabled=False)
    page.goto("/meetings/")
    page.get_by_role("group", name="Date").get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Show meetings").click()

    expect(page.locator(".entry")).to_have_count(count)


def test_the_switch_of_languages_keeps_the_filter_after_it_changed_in_place(record, page):
    page.goto("/meetings/")
    page.get_by_role("group", name="Status").get_by_label("cancelled").check()
    expect(page.locator(".entry")).to_have_count(8)
    page.get_by_role("navigation", name="Language").get_by_role("link", name="Русский").click()

    expect(page).to_have_url("/ru/meetings/?status=cancelled")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator(".entry")).to_have_count(8)


def test_the_printed_list_holds_every_meeting_of_the_filter(record, page):
    page.goto("/meetings/?issue=energy&page_size=500")
    pdf = page.pdf(format="A4", tagged=True)
    assert pdf.startswith(b"%PDF")
    page.emulate_media(media="print")
    text = page.locator("main").inner_text()

    assert len(set(re.findall(r"Talks number \d+\.", text))) == 30
    assert page.locator("form.filter").is_hidden()
    assert page.locator(".axis").first.is_visible()


def test_a_printed_meeting_writes_its_sources_addresses_out(record, page):
    page.goto("/meetings/2017-04-12-summit-39/")
    page.emulate_media(media="print")
    written = page.locator(".sources a[href^='https://example.org/a/very']").first
    expect(written).to_be_visible()
    after = written.evaluate("link => getComputedStyle(link, '::after').content")

    assert "https://example.org/a/very/long/address" in after


def test_at_twice_the_size_nothing_scrolls_sideways(record, new_page):
    width = 640  # what is left of 1280 pixels at 200 %
    page = new_page(viewport={"width": width, "height": 450}, device_scale_factor=2)
    page.goto("/meetings/2017/")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1440, 390])
def test_targets_are_large_enough_to_be_hit(record, new_page, width):
    page = new_page(viewport={"width": width, "height": 900})
    page.goto("/meetings/2017/")

    assert page.evaluate(SMALL_TARGETS) == []


def test_the_first_load_is_light_and_nothing_moves(record, new_page):
    page = new_page()
    received = []
    page.on("response", lambda answer: received.append(answer))
    page.goto("/", wait_until="networkidle")
    shifted = page.evaluate(SHIFT)
    scripts = sum(len(answer.body()) for answer in received if answer.url.endswith(".js"))

    assert scripts <= BYTES_OF_SCRIPTS
    assert shifted == 0
    document = next(answer for answer in received if answer.url.endswith("/"))
    assert document.headers["content-encoding"] == "gzip"
    assert html.fromstring(document.text()).cssselect("h1")


def test_in_forced_colours_the_axis_keeps_its_marks(record, new_page):
    page = new_page(forced_colors="active")
    page.goto("/meetings/2017/")
    colours = page.evaluate(
        "[...document.querySelectorAll('.axis .m')].slice(0, 5).map((mark) => getComputedStyle(mark).fill)"
    )

    assert colours
    assert "rgba(0, 0, 0, 0)" not in colours
