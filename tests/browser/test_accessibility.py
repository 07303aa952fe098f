"""axe-core finds nothing to mend on any type of page of the shipped record, in both schemes, wide and narrow."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.pages.page_types import PAGE_TYPES
from tests.shipped import put_shipped_record

LANGUAGES = ("", "/ru", "/ja")
LOOKS = [("light", 1440), ("dark", 1440), ("dark", 390), ("light", 390)]
# Of rows drawn alike, a dark scheme or a narrow screen changes all or none; the scheme changes nothing but colours.
ALIKE = ["tbody > tr:nth-child(n+6)", "li:nth-child(n+6)", "svg a:nth-of-type(n+6)", "dl > div:nth-child(n+12)"]

OF_COLOURS = ["color-contrast", "link-in-text-block"]


@pytest.fixture
def shipped(live_server):
    put_shipped_record()


def violations(page, leaving_out=(), **options):
    """What axe finds on the page as it looks now: the rule and the first element that breaks it."""
    found = page.evaluate(
        "([exclude, options]) => axe.run({include: [['html']], exclude}, options).then((found) => found.violations)",
        [[[selector] for selector in leaving_out], {"resultTypes": ["violations"], **options}],
    )
    return [f"{rule['id']} ({len(rule['nodes'])}): {rule['nodes'][0]['html'][:200]}" for rule in found]


def violations_in_every_look(page):
    """What axe finds in each scheme and width, with the address and the look before it; in the first, everywhere."""
    page.evaluate(AXE_SCRIPT)
    found, widths = [], set()
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        leaving_out = ALIKE if widths else ()
        options = {"runOnly": OF_COLOURS} if width in widths else {}
        widths.add(width)
        of_look = violations(page, leaving_out, **options)
        found += [f"{page.url}, {scheme}, {width} px: {violation}" for violation in of_look]
    return found


@pytest.mark.parametrize("turn", [0, 1, 2])
def test_axe_finds_nothing_on_any_type_of_page(shipped, page, turn):
    found = []
    for place, address in list(enumerate(PAGE_TYPES.values()))[turn::3]:
        page.goto(LANGUAGES[place // 3 % 3] + address)
        found += violations_in_every_look(page)

    assert found == []


def test_axe_would_find_a_field_without_a_name_and_pale_words_in_one_scheme(page):
    page.goto("/about/")
    page.evaluate("""() => {
        const main = document.querySelector('main');
        main.insertAdjacentHTML('beforeend', '<input type=text><p id=pale>Pale</p>');
        document.getElementById('pale').style.color = 'rgb(110, 110, 110)';
    }""")

    found = [violation.split(", ", 1)[1].split(" (")[0] for violation in violations_in_every_look(page)]

    assert [look for look in found if look.endswith("label")] == ["light, 1440 px: label", "dark, 390 px: label"]
    pale = [look.removesuffix(": color-contrast") for look in found if look.endswith("color-contrast")]
    assert pale == ["dark, 1440 px", "dark, 390 px"]
