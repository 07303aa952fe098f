"""Each page shows its formats, for people and for programs, and keeps its query in them."""

import pytest
from lxml import html

from timeline.exports.formats import of_list

from .reading import body

pytestmark = pytest.mark.django_db

IN_HEAD = 'head link[rel=alternate][type]:not([type$="+oembed"])'
LISTS = {
    "/": "meetings",
    "/meetings/?format=summit&page_size=2": "meetings",
    "/ru/meetings/": "meetings",
    "/statements/?side=JP": "statements",
    "/ja/participants/": "participants",
    "/sources/?kind=news": "sources",
}


def page(client, address):
    return html.fromstring(body(client.get(address)))


def offered(found, selector):
    return [link.get("href") for link in found.cssselect(selector)]


@pytest.mark.parametrize(("address", "noun"), LISTS.items())
def test_a_list_offers_every_format_in_a_box_and_in_its_head(client, record, address, noun):
    found = page(client, address)
    in_box = offered(found, ".use dl a")
    in_head = offered(found, IN_HEAD)

    assert found.cssselect("section.use[aria-labelledby=use-h] #use-h")
    assert set(in_head) == {link for link in in_box if "bom=" not in link}
    assert {link.partition("?")[0] for link in in_head} == {f"/{noun}.{suffix}" for suffix in of_list(noun)}
    for link in in_box:
        assert client.get(link).status_code == 200, link


def test_links_keep_the_query_of_the_page_and_the_language(client, record):
    found = page(client, "/ja/meetings/?format=summit&page_size=2&page=2")

    assert "/meetings.csv?format=summit" in offered(found, ".use dl a")
    assert "/meetings.csv?format=summit&bom=1" in offered(found, ".use dl a")
    assert "/meetings.ics?format=summit&lang=ja" in offered(found, ".use dl a")
    assert "webcal://testserver/meetings.ics?format=summit&lang=ja" in offered(found, ".use p a")
    assert "/ja/cite/meetings/?format=summit" in offered(found, ".use p a")


def test_a_year_offers_the_meetings_of_that_year(client, record):
    links = offered(page(client, "/meetings/2017/"), ".use dl a")

    assert "/meetings.ndjson?year=2017" in links
    assert len(body(client.get("/meetings.ndjson?year=2017")).splitlines()) == 3


def test_a_query_that_is_not_understood_offers_nothing(client, record):
    found = html.fromstring(client.get("/meetings/?formt=summit").content)

    assert not found.cssselect(".use")
    assert not found.cssselect("head link[rel=alternate][type]")


def test_a_meeting_offers_its_formats_in_its_head_and_where_it_is_cited(client, record):
    found = page(client, "/meetings/2017-09-06-summit/")
    suffixes = ["json", "ics", "jsonld", "bib", "ris", "csl.json"]
    addresses = {f"/meetings/2017-09-06-summit.{suffix}" for suffix in suffixes}

    assert set(offered(found, IN_HEAD)) == addresses
    assert addresses <= set(offered(found, ".cite a"))
    assert all(client.get(address).status_code == 200 for address in addresses)


@pytest.mark.parametrize("prefix", ["", "/ru", "/ja"])
def test_the_data_dictionary_says_what_every_column_means(client, record, prefix):
    rows = page(client, f"{prefix}/about/data-dictionary/").cssselect(".dictionary tbody tr")

    assert len(rows) > 100
    assert all(cell.text_content().strip() for row in rows for cell in row)


@pytest.mark.parametrize("address", ["/about/data-dictionary/", "/cite/meetings/", "/meetings/2017-09-06-summit/", "/"])
def test_pages_need_no_inline_script_or_style(client, record, address):
    found = page(client, address)

    assert not found.xpath("//*[@style] | //script[not(@src or @type='application/ld+json')] | //style")
