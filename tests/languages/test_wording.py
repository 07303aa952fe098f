"""Numbers, dates, places and the order of names, as each language writes them."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from tests.factories import make_meeting, make_participant, make_place, make_source
from tests.pages.reading import fact, part, parts, read
from timeline.arrangement import by_country, delegations
from timeline.countries import country_name
from timeline.models import Participant, Place

NBSP = "\u00a0"


def meetings(count):
    """A count of meetings in the active language, as pages write it."""
    template = "{% load i18n %}"
    template += "{% blocktranslate count n=n %}{{ n }} meeting{% plural %}{{ n }} meetings{% endblocktranslate %}"
    return Template(template).render(Context({"n": count}))


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "1,234 meetings"), ("ru", f"1{NBSP}234 встречи"), ("ja", "会談1,234件")],
)
def test_thousands_are_grouped_as_the_language_does(language, words):
    with override(language):
        assert meetings(1234) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "встреч"), (1, "встреча"), (2, "встречи"), (5, "встреч"), (11, "встреч"), (21, "встреча"), (112, "встреч")],
)
def test_russian_counts_in_three_forms(count, words):
    with override("ru"):
        assert meetings(count) == f"{count} {words}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("prefix", "term", "words"),
    [("", "Position", "35.68° N, 139.69° E"), ("/ru", "Координаты", f"35,68° с.{NBSP}ш., 139,69° в.{NBSP}д.")],
)
def test_a_position_has_the_decimal_mark_of_the_language(client, prefix, term, words):
    make_place(latitude="35.68", longitude="139.69")
    make_meeting()

    (position,) = fact(read(client, f"{prefix}/places/tokyo/"), term)

    assert position.startswith(words.replace(NBSP, " "))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("prefix", "date"),
    [("", "20 March 2017."), ("/ru", "20 марта 2017 г."), ("/ja", "2017年3月20日。")],
)
def test_a_date_ends_in_one_full_stop(client, prefix, date):
    make_source(published="2017-03-20", title="Talks")
    make_meeting()

    assert f"{date} Talks." in part(read(client, f"{prefix}/sources/"), ".sources li")


@pytest.mark.django_db
def test_a_meeting_without_a_summary_in_the_language_is_described_in_it_all_the_same(client):
    make_meeting(key="2017-03-20-summit", title_ru="Встреча в Токио", summary_en="They met.", summary_ru="")

    def description(prefix):
        page = read(client, f"{prefix}/meetings/2017-03-20-summit/")
        return page.find("head/meta[@name='description']").get("content")

    assert description("") == "They met."
    assert description("/ru") == (
        "Встреча в Токио: кто участвовал, что заявила каждая сторона и по каким источникам это известно."
    )


@pytest.mark.django_db
def test_people_stand_by_family_name_in_russian_with_yo_beside_ye(client):
    for key, name in [("a", "Пётр Жуков"), ("b", "Анна Ёлкина"), ("c", "Борис Егоров"), ("d", "Яна Елагина")]:
        make_participant(key, name_ru=name, country="RU")

    with override("ru"):
        ((_, people),) = delegations(Participant.objects.all())

        assert [person.name for person in people] == ["Борис Егоров", "Яна Елагина", "Анна Ёлкина", "Пётр Жуков"]


@pytest.mark.django_db
def test_people_stand_by_reading_in_japanese():
    for key, name, reading in [("a", "岸田文雄", "きしだ ふみお"), ("b", "安倍晋三", "あべ しんぞう")]:
        make_participant(key, name_ja=name, reading_ja=reading, country="JP")

    with override("ja"):
        ((_, people),) = delegations(Participant.objects.all())

        assert [person.name for person in people] == ["安倍晋三", "岸田文雄"]


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "first"), [("en", ["JP", "RU"]), ("ru", ["RU", "JP"]), ("ja", ["JP", "RU"])])
def test_the_sides_and_their_places_stand_in_the_readers_order(language, first):
    make_place("moscow", country="RU")
    make_place("tokyo", country="JP")

    with override(language):
        assert [country for country, _ in by_country(Place.objects.all())] == first


@pytest.mark.django_db
def test_places_stand_in_japanese_by_syllabary_and_in_kanji_by_the_romanised_name():
    for key, name in [
        ("kyoto", "京都"),
        ("fukuoka", "福岡"),
        ("sapporo", "札幌"),
        ("lake", "レイクタウン"),
        ("hill", "つくば"),
    ]:
        make_place(key, name_en=key.title(), name_ja=name, country="JP")

    with override("ja"):
        ((_, places),) = by_country(Place.objects.all())

        assert [place.name for place in places] == ["つくば", "レイクタウン", "福岡", "京都", "札幌"]


def test_countries_are_named_as_newspapers_name_them():
    with override("ru"):
        assert (country_name("US"), country_name("JP")) == ("США", "Япония")


@pytest.mark.django_db
def test_a_japanese_name_has_the_surname_first(client):
    make_meeting()
    make_participant("fumio-kishida", name_en="Fumio Kishida", name_ja="岸田文雄", country="JP")

    assert parts(read(client, "/ja/participants/fumio-kishida/"), "h1") == ["岸田文雄"]
