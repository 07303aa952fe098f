"""The pages of the participants."""

import pytest

from tests.factories import (
    make_issue,
    make_meeting,
    make_office,
    make_participant,
    make_statement,
    make_tenure,
)

from .reading import fact, part, parts, read, words

pytestmark = pytest.mark.django_db

ADDRESS = "/participants/sergey-lavrov/"


@pytest.fixture
def lavrov():
    return make_participant(
        "sergey-lavrov",
        name_ru="Сергей Лавров",
        name_ja="セルゲイ・ラヴロフ",
        full_name_ru="Сергей Викторович Лавров",
        aliases=["Sergei Lavrov", "ラブロフ"],
        wikidata="Q58217",
        names_seen=["en", "ja"],
    )


@pytest.fixture
def kishida():
    return make_participant(
        "fumio-kishida", country="JP", name_ru="Фумио Кисида", name_ja="岸田文雄", reading_ja="きしだ ふみお"
    )


def test_the_list_sets_sides_other_countries_and_observers_apart(client, lavrov, kishida):
    make_participant("donald-trump", country="US")
    make_participant("valery-kistanov", kind="observer")
    page = read(client, "/participants/")

    assert parts(page, "main section > h2[id^=part]") == [
        "Japan 1",
        "Russia 1",
        "Other countries 1",
        "Observers 1",
    ]


def test_the_list_runs_by_family_name_and_by_reading_in_japanese(client):
    for key, reading in (
        ("taro-kono", "こうの たろう"),
        ("shinzo-abe", "あべ しんぞう"),
        ("tomomi-inada", "いなだ ともみ"),
    ):
        make_participant(key, country="JP", reading_ja=reading)

    assert parts(read(client, "/participants/"), "th[scope=row] > a") == ["Shinzo Abe", "Tomomi Inada", "Taro Kono"]
    assert parts(read(client, "/ja/participants/"), "th[scope=row] > a")[0] == "Shinzo Abe (ja)"


def test_the_list_gives_own_script_offices_and_counts(client, lavrov, kishida):
    make_office(title_en="Minister of Foreign Affairs")
    make_tenure(start="2004-03-09")
    meeting = make_meeting(participants=["sergey-lavrov"])
    make_statement(meeting)
    make_statement(meeting)
    row = next(tr for tr in read(client, "/participants/").cssselect("tbody tr") if "Lavrov" in words(tr))

    assert words(row) == "Sergey Lavrov Сергей Лавров Minister of Foreign Affairs 1 2"


def test_a_name_is_shown_in_three_scripts_with_the_full_russian_one(client, lavrov, kishida):
    page = read(client, ADDRESS)

    assert part(page, ".alt") == "Сергей Викторович Лавров セルゲイ・ラヴロフ"
    assert fact(page, "Also written") == ["Sergei Lavrov, ラブロフ"]
    assert fact(read(client, "/participants/fumio-kishida/"), "Japanese") == ["岸田文雄 きしだ ふみお"]
    assert part(read(client, "/ja/participants/fumio-kishida/"), "h1") == "岸田文雄"


def test_the_wikidata_number_is_a_link(client, lavrov):
    (link,) = [a for a in read(client, ADDRESS).cssselect("a") if words(a) == "Q58217"]

    assert link.get("href") == "https://www.wikidata.org/wiki/Q58217"


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ({"start": "2004-03-09"}, "from 9 March 2004; end not recorded"),
        ({"start": "2011-12-01", "start_precision": "month", "end": "2017-01-01", "end_precision": "year"},
         "December 2011 – 2017"),
        ({"end": "2013-04-22"}, "until 22 April 2013; start not known"),
        ({}, "dates not known"),
    ],
)  # fmt: skip
def test_a_tenure_is_worded_as_far_as_its_dates_are_known(client, lavrov, dates, shown):
    make_tenure(**dates)

    assert parts(read(client, ADDRESS), ".tenures .aside")[0] == shown


def test_a_tenure_says_whether_it_was_seen_at_its_source(client, lavrov):
    make_tenure(verified=True, source="https://example.org/lavrov", note="start seen")
    make_tenure("ru-member-of-the-security-council")
    support = read(client, ADDRESS).cssselect(".tenures .aside:last-child")

    assert sorted(words(one) for one in support) == ["not checked", "seen at its source · start seen"]


def test_meetings_stand_latest_first_with_what_the_person_said(client, lavrov):
    first = make_meeting(participants=["sergey-lavrov"], title_en="Tokyo")
    make_meeting(
        "2018-03-21-talks", start="2018-03-21", participants=["sergey-lavrov"], title_en="Rome", status="planned"
    )
    make_meeting("2018-04-21-talks", start="2018-04-21", title_en="Without him")
    make_statement(first)

    rows = [parts(tr, "td") for tr in read(client, ADDRESS).cssselect(".rows tbody tr")]

    assert rows == [["21 March 2018", "planned Rome", "summit", "–"], ["20 March 2017", "Tokyo", "summit", "1"]]


def test_whom_somebody_met_counts_held_meetings_and_the_other_side_only(client, lavrov, kishida):
    other = ("fumio-kishida", {"side": "JP"})
    make_meeting(participants=["sergey-lavrov", "sergei-shoigu", other])
    make_meeting("2017-02-17-talks", start="2017-02-17", participants=["sergey-lavrov", other])
    make_meeting("2014-04-28-talks", start="2014-04-28", participants=["sergey-lavrov", other], status="postponed")

    assert fact(read(client, ADDRESS), "Met") == ["Fumio Kishida 2"]


def test_what_somebody_spoke_of_is_counted_by_issue_and_by_kind(client, lavrov):
    make_issue("energy", name_en="Energy")
    meeting = make_meeting()
    make_statement(meeting, issues=["energy"], kind="concern")
    make_statement(meeting, issues=["energy", "peace-treaty"])
    make_statement(meeting, issues=["energy"])
    page = read(client, ADDRESS)

    assert fact(page, "Spoke of") == ["Energy 3, Issue peace-treaty 1"]
    assert fact(page, "Statements") == ["3: position 2, concern 1"]


def test_the_latest_statements_are_shown_and_all_of_them_one_link_away(client, lavrov):
    meeting = make_meeting()
    for number in range(1, 11):
        make_statement(meeting, number)
    page = read(client, ADDRESS)

    assert parts(page, ".sayings .n") == ["10", "9", "8", "7", "6", "5", "4", "3"]
    (link,) = [a for a in page.cssselect(".how a") if words(a) == "All 10, in order of time"]
    assert len(read(client, link.get("href")).cssselect(".sayings .st")) == 10


def test_an_observer_is_called_one(client):
    make_participant("valery-kistanov", kind="observer")

    assert part(read(client, "/participants/valery-kistanov/"), ".eyebrow") == "Observer · Russia"
