"""What each type of page tells search engines and previews of links: title and description, and the way to it."""

import json
from collections import defaultdict

import pytest
from lxml import html

from timeline.models import Place

from .page_types import PAGE_TYPES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

DEFAULT = "Who met whom between Russia and Japan from 2013 to 2019, what each side said, and which source says so."


def head(client, address):
    """Title and description of the page, which previews of links repeat."""
    page = html.fromstring(client.get(address).content.decode())
    title, description = page.findtext(".//title"), page.xpath("//meta[@name='description']/@content")[0]
    for name, own in (("og:title", title.rsplit(" – ", 1)[0]), ("og:description", description)):
        assert page.xpath(f"//meta[@property='{name}']/@content") in ([], [own])  # frames have none
    return title.rsplit(" – ", 1)[0], description


def test_no_two_types_of_page_share_a_title_or_a_description(client):
    titles, descriptions = defaultdict(list), defaultdict(list)
    for name, address in PAGE_TYPES.items():
        title, description = head(client, address)
        titles[title].append(name)
        descriptions[description].append(name)

    assert descriptions.pop(DEFAULT) == ["home"]
    assert [names for names in descriptions.values() if len(names) > 1] == []
    framed = {"meeting in a frame"}  # is named as the meeting that it shows
    assert [names for names in titles.values() if len(set(names) - framed) > 1] == []


SHOWN = [
    (
        "/meetings/?format=summit&q=Lavrov",
        "Chronology – Words: Lavrov; Format: Summit",
        "9 of 144 meetings. Words: Lavrov; ",
    ),
    ("/meetings/2014/?status=held", "Meetings in 2014 – Status: held", "Meetings in 2014. 10 of 144 meetings. "),
    ("/ja/meetings/?format=summit", "年表 – 形式：首脳会談", "全144件中"),
    ("/statements/?issue=energy", "Statements – Issue: Energy", "Issue: Energy. What was said"),
    ("/participants/sergey-lavrov/", "Sergey Lavrov", "Sergey Lavrov, Russia: Minister of Foreign Affairs of"),
    ("/places/nagato/", "Nagato", "Nagato, Japan: 1 meeting"),
    ("/places/yuzhno-kurilsk/", "Yuzhno-Kurilsk", "Yuzhno-Kurilsk, disputed between Japan and Russia: 0"),
    (
        "/offices/ru-president/",
        "President of the Russian Federation",
        "President of the Russian Federation. Who held it: ",
    ),
    ("/participants/fumio-kishida/", "Fumio Kishida", "Fumio Kishida, Japan: Minister for Foreign Affairs of"),
    (
        "/cite/statements/2017-03-20-two-plus-two/1/",
        "Cite: Statement 1: Second 2+2 ministerial consultation, Tokyo",
        "How to cite “Statement 1: ",
    ),
]


@pytest.mark.parametrize(("address", "title", "begins"), SHOWN)
def test_titles_and_descriptions_say_filters_and_facts(client, address, title, begins):
    found, description = head(client, address)
    assert found == title
    assert description[: len(begins)] == begins


def way(page):
    """The way to the page as search engines read it: pairs of words and address."""
    found = [json.loads(script.text) for script in page.xpath("//body/script[@type='application/ld+json']")]
    return [
        (step["name"], step.get("item"))
        for one in found
        for step in sorted(one["itemListElement"], key=lambda step: step["position"])
    ]


@pytest.mark.parametrize("prefix", ["", "/ja"])
def test_search_engines_read_the_way_that_readers_see(client, prefix):
    with_way = 0
    for address in PAGE_TYPES.values():
        page = html.fromstring(client.get(prefix + address).content.decode())
        seen = [
            (" ".join(step.text_content().split()), next(iter(step.xpath("./a/@href")), None))
            for step in page.cssselect(".crumbs li")
        ]

        assert way(page) == [(words, path and f"http://testserver{path}") for words, path in seen]
        with_way += bool(seen)
    assert with_way == 9


def test_the_way_escapes_what_could_end_it(client):
    Place.objects.filter(key="nagato").update(name_en="A </script> & B")
    page = html.fromstring(client.get("/places/nagato/").content.decode())

    assert way(page)[-1] == ("A </script> & B", None)
