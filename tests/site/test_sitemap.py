"""What crawlers and other sites are told: sitemap, robots.txt, previews of links, compression."""

import gzip
import re

import pytest
from lxml import etree, html

from tests.factories import make_meeting

pytestmark = pytest.mark.django_db

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(autouse=True)
def _record():
    make_meeting("2017-03-20-summit", title_en='Talks "in Tokyo"', participants=["sergey-lavrov"])
    make_meeting("2018-01-01-draft", start="2018-01-01", state="draft")


def addresses(client, path):
    tree = etree.fromstring(client.get(path).content)
    return tree.xpath("//s:loc/text()", namespaces=NAMES), tree


def test_the_sitemap_names_every_public_page_in_three_languages_and_each_answers(client):
    sections, _tree = addresses(client, "/sitemap.xml")
    pages = [page for section in sections for page in addresses(client, section.removeprefix("http://testserver"))[0]]

    assert "http://testserver/ru/meetings/2017-03-20-summit/" in pages
    assert "http://testserver/ja/participants/sergey-lavrov/" in pages
    assert "http://testserver/meetings/2017/" in pages
    assert {f"http://testserver{path}" for path in ("/ru/about/api/", "/changes/", "/ja/data/")} <= set(pages)
    assert not [page for page in pages if "2018" in page]
    paths = [page.removeprefix("http://testserver") for page in pages]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_each_address_of_the_sitemap_names_its_other_languages(client):
    _pages, tree = addresses(client, "/sitemap-meetings.xml")
    links = tree.xpath("//s:url[1]/x:link", namespaces=NAMES)

    assert [link.get("hreflang") for link in links] == ["en", "ru", "ja", "x-default"]
    assert links[2].get("href") == "http://testserver/ja/meetings/2017-03-20-summit/"


def test_robots_are_shown_the_sitemap_and_kept_out_of_the_admin(client):
    text = client.get("/robots.txt").content.decode()

    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text


def test_a_link_to_a_meeting_is_previewed_with_its_own_title_and_summary(client):
    page = html.fromstring(client.get("/meetings/2017-03-20-summit/").content.decode())
    preview = {meta.get("property"): meta.get("content") for meta in page.cssselect("meta[property^='og:']")}

    assert preview["og:title"].startswith('Talks "in Tokyo"')
    assert preview["og:description"] == "What happened at 2017-03-20-summit."
    assert preview["og:url"] == "http://testserver/meetings/2017-03-20-summit/"
    assert preview["og:image"] == "http://testserver/static/icons/preview.png"


def test_every_page_has_a_title_and_a_description_on_one_line(client):
    for path in ("/", "/ru/meetings/2017/", "/participants/sergey-lavrov/", "/about/"):
        text = client.get(path).content.decode()
        assert re.search(r"<title>[^\n<]+ – [^\n<]+</title>", text), path
        assert re.search(r'name="description"\s+content="[^"\n]{40,}"', text), path


def test_public_pages_are_compressed_and_say_nothing_was_changed_when_asked_again(client):
    answer = client.get("/", headers={"accept-encoding": "gzip"})

    assert answer["Content-Encoding"] == "gzip"
    assert b"<h1>" in gzip.decompress(answer.content)
    again = client.get("/", headers={"accept-encoding": "gzip", "if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_pages_with_secrets_are_not_compressed(client):
    answer = client.get("/admin/login/", headers={"accept-encoding": "gzip"})

    assert "Content-Encoding" not in answer


def test_the_card_of_a_meeting_is_short_and_not_for_search_engines(client):
    answer = client.get("/meetings/2017-03-20-summit/card/")

    assert answer["X-Robots-Tag"] == "noindex"
    assert "Sergey Lavrov" in answer.content.decode()
    assert client.get("/meetings/2018-01-01-draft/card/").status_code == 404
