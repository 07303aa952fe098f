"""The pages of formats, places and offices."""

import pytest

from tests.factories import make_format, make_meeting, make_office, make_participant, make_place, make_tenure

from .reading import fact, part, parts, read, words

pytestmark = pytest.mark.django_db


def test_formats_stand_by_level_from_the_leaders_down(client):
    make_format("deputies", rank=4, order=2, name_en="Deputy ministers’ talks")
    make_format("summit", rank=1, order=1, name_en="Summit of the leaders")
    make_meeting()
    page = read(client, "/formats/")

    assert parts(page, "main h2") == ["leaders", "deputy ministers"]
    assert parts(page, ".line") == ["Summit of the leaders 1 meeting", "Deputy ministers’ talks 0 meetings"]


def test_a_format_lists_its_meetings_and_leads_to_them_in_the_chronology(client):
    make_meeting(title_en="Sochi")
    make_meeting("2017-09-06-deputies", start="2017-09-06", format="deputies", title_en="Deputies")
    page = read(client, "/formats/summit/")

    assert [parts(row, "td")[1] for row in page.cssselect("tbody tr")] == ["Sochi"]
    assert page.cssselect(".facts a")[0].get("href") == "/meetings/?format=summit"
    assert part(page, ".eyebrow") == "leaders"


def test_places_stand_by_country_the_two_sides_first_and_disputed_ones_last(client):
    make_place("moscow", country="RU")
    make_place("tokyo")
    make_place("lima", country="PE")
    make_place("kurilsk", country="", name_en="Kurilsk / Shana")

    assert parts(read(client, "/places/"), "main h2") == [
        "Japan",
        "Russia",
        "Peru",
        "Disputed between Japan and Russia",
    ]


def test_a_disputed_place_has_no_country_and_names_both_sides_in_the_readers_order(client):
    make_place("kurilsk", country="")

    assert fact(read(client, "/places/kurilsk/"), "Country") == ["disputed between Japan and Russia"]
    assert part(read(client, "/ru/places/kurilsk/"), ".eyebrow").endswith("Россия и Япония")


def test_a_place_says_where_it_lies(client):
    make_place("lima", country="PE", latitude="-12.05", longitude="-77.04", time_zone="America/Lima", note="Capital.")
    page = read(client, "/places/lima/")

    assert fact(page, "Position") == ["12.05° S, 77.04° W city centre, WGS 84"]
    assert fact(page, "Time zone") == ["America/Lima"]
    assert fact(page, "Note") == ["Capital."]
    assert fact(page, "Meetings") == ["none recorded"]


def test_a_country_is_named_in_the_readers_language(client):
    make_place("lima", country="PE")

    assert fact(read(client, "/ru/places/lima/"), "Страна") == ["Перу"]
    assert fact(read(client, "/ja/places/lima/"), "国") == ["ペルー"]


def test_a_place_lists_the_meetings_held_there(client):
    make_meeting(title_en="In Tokyo")
    make_meeting("2017-04-27-summit", start="2017-04-27", place="moscow", title_en="In Moscow")

    rows = read(client, "/places/tokyo/").cssselect("tbody tr")

    assert [parts(row, "td")[1] for row in rows] == ["In Tokyo"]


def test_offices_stand_by_side_with_their_holders(client):
    make_office("jp-minister", side="JP", title_en="Minister for Foreign Affairs")
    make_tenure("jp-minister", "taro-kono", start="2017-08-03")
    make_tenure("jp-minister", "fumio-kishida", start="2012-12-26", end="2017-08-03")
    make_office("president-of-chile", side="other")
    page = read(client, "/offices/")

    assert parts(page, "main h2") == ["Japan 1", "Other 1"]
    assert parts(page, ".tree .aside") == ["Fumio Kishida, Taro Kono", "no holder recorded"]


def test_an_office_names_its_holders_in_order_of_time_with_their_support(client):
    make_office("jp-minister", side="JP")
    make_participant("taro-kono")
    make_tenure("jp-minister", "taro-kono", start="2017-08-03", verified=True, source="https://example.org/kono")
    make_tenure("jp-minister", "fumio-kishida", start="2012-12-26", end="2017-08-03")
    rows = [words(row) for row in read(client, "/offices/jp-minister/").cssselect("tbody tr")]

    assert rows == [
        "Fumio Kishida 26 December 2012 – 3 August 2017 not checked",
        "Taro Kono from 3 August 2017; end not recorded seen at its source",
    ]
