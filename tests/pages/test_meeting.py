"""The page of a meeting."""

import pytest

from tests.factories import (
    make_attendance,
    make_link,
    make_meeting,
    make_number,
    make_office,
    make_organisation,
    make_participant,
    make_series,
    make_source,
    make_statement,
    make_tenure,
)
from timeline.models import DataVersion

from .reading import fact, part, parts, read, words

pytestmark = pytest.mark.django_db

ADDRESS = "/meetings/2017-03-20-two-plus-two/"
KISHIDA = ("fumio-kishida", {"side": "JP", "capacity_en": "Minister for Foreign Affairs"})


@pytest.fixture
def meeting():
    """The second 2+2, with one source of each side."""
    make_participant("fumio-kishida", country="JP", name_ja="岸田文雄", name_ru="Фумио Кисида")
    make_participant("sergey-lavrov", name_ru="Сергей Лавров", name_ja="セルゲイ・ラヴロフ")
    make_source("mofa", side="JP", publisher="Ministry of Foreign Affairs of Japan", language="ja")
    make_source("mid", side="RU", kind="official-other", publisher="Ministry of Foreign Affairs of Russia")
    return make_meeting(
        "2017-03-20-two-plus-two",
        format="two-plus-two",
        title_en="Second 2+2, Tokyo",
        title_ru="Вторые консультации «2+2», Токио",
        title_ja="第2回「2+2」、東京",
        venue="Iikura Guest House",
        sources=["mofa", "mid"],
        participants=["sergey-lavrov", KISHIDA],
    )


def said(meeting, number, side="RU", **fields):
    """A statement with one source that the meeting has."""
    return make_statement(meeting, number, side=side, sources=["mid"], **fields)


def test_the_title_stands_in_the_page_language_and_the_others_below_it(client, meeting):
    page = read(client, "/ru" + ADDRESS)

    assert part(page, "h1") == "Вторые консультации «2+2», Токио"
    assert [(name.get("lang"), words(name)) for name in page.cssselect(".alt span")] == [
        ("en", "Second 2+2, Tokyo"),
        ("ja", "第2回「2+2」、東京"),
    ]


def test_a_summary_that_is_missing_in_the_page_language_says_which_one_it_is_in(client, meeting):
    paragraph = read(client, "/ja" + ADDRESS).cssselect(".summary > p")[0]

    assert paragraph.cssselect("span[lang=en]")
    assert paragraph.cssselect(".tag")


def test_the_facts_are_said_in_words(client, meeting):
    page = read(client, ADDRESS)

    assert fact(page, "Date") == ["20 March 2017, Monday"]
    assert fact(page, "Place") == ["Tokyo, Iikura Guest House"]
    assert fact(page, "Status") == ["held"]
    assert fact(page, "Length") == ["not found"]
    assert fact(page, "Confidence") == ["high: an official source, or two that are independent"]


def test_a_readout_is_found_with_its_footnote_or_said_not_to_be_found(client, meeting):
    japan, russia = fact(read(client, ADDRESS), "Read-outs")

    assert japan == "Japan Ministry of Foreign Affairs of Japan (Japanese) 1"
    assert russia == "Russia not found"


def test_a_readout_older_than_the_meeting_is_of_another_meeting(client, meeting):
    meeting.sources.add(make_source("mid-before", kind="official-readout", published="2017-02-17"))

    assert fact(read(client, ADDRESS), "Read-outs")[1] == "Russia not found"


@pytest.mark.parametrize(("minutes", "shown"), [(60, "1 hour"), (95, "1 hour 35 minutes"), (30, "30 minutes")])
def test_a_length_is_given_in_hours_and_minutes(client, meeting, minutes, shown):
    meeting.duration_minutes = minutes
    meeting.save()

    assert fact(read(client, ADDRESS), "Length") == [shown]


def test_a_date_known_to_the_month_has_no_day_and_no_weekday(client):
    make_meeting("2014-09-01-visit", start="2014-09-01", end="2014-11-30", precision="month")

    assert fact(read(client, "/meetings/2014-09-01-visit/"), "Date") == ["September–November 2014, day not known"]


def test_official_numbers_say_whose_count_they_are_and_which_are_derived(client, meeting):
    make_series("two-plus-two", name_en="2+2 consultations", counter="both")
    make_series("lavrov", name_en="Lavrov–Kishida meetings", counter="JP")
    make_number(meeting, "two-plus-two", 2)
    make_number(meeting, "lavrov", 15, session=2, derived=True)

    assert fact(read(client, ADDRESS), "Number") == [
        "No. 15 of Lavrov–Kishida meetings, session 2 (Japan’s count; derived)",
        "No. 2 of 2+2 consultations (both sides’ count)",
    ]


def test_delegations_face_each_other_and_a_shorter_one_leaves_a_place_empty(client, meeting):
    make_attendance(meeting, "sergei-shoigu", capacity_en="Minister of Defence", lead=False, order=2)
    rows = [parts(row, "td") for row in read(client, ADDRESS).cssselect(".seats tbody tr")]

    assert rows[0][0].startswith("Fumio Kishida 岸田文雄 Minister for Foreign Affairs")
    assert rows[0][1].startswith("Sergey Lavrov Сергей Лавров Minister of Foreign Affairs")
    assert rows[1] == ["", "Sergei Shoigu Sergei Shoigu (ru) Minister of Defence"]


@pytest.mark.parametrize(("prefix", "first"), [("", "Japan"), ("/ru", "Russia"), ("/ja", "Japan")])
def test_the_sides_stand_in_alphabetical_order_of_the_readers_language(client, meeting, prefix, first):
    said(meeting, 1)
    said(meeting, 2, side="JP", speaker=make_participant("fumio-kishida"))
    page = read(client, prefix + ADDRESS)
    css = {"Japan": "jp", "Russia": "ru"}[first]

    assert page.cssselect(".seats th .side")[0].get("class") == f"side {css}"
    assert page.cssselect(".tally .side")[0].get("class") == f"side {css}"
    assert page.cssselect(".pair > .col")[0].get("class") == f"col {css}"


def test_a_delegation_of_which_nobody_is_known_is_said_not_to_be_found(client):
    make_meeting("2017-03-20-summit", participants=["sergey-lavrov"])
    (row,) = read(client, "/meetings/2017-03-20-summit/").cssselect(".seats tbody tr")

    assert parts(row, "td") == ["not found", "Sergey Lavrov Sergey Lavrov (ru) Minister of Foreign Affairs"]


def test_unknown_participants_are_said_not_to_be_found(client):
    make_meeting("2017-03-20-summit")

    assert "Who took part was not found." in part(read(client, "/meetings/2017-03-20-summit/"), ".summary")


def test_a_meeting_that_was_not_held_says_so_before_its_format(client, meeting):
    meeting.status = "postponed"
    meeting.save()
    page = read(client, ADDRESS)

    assert part(page, ".eyebrow").startswith("postponed")
    assert part(page, "#table-h") == "Who was to take part"


def test_statements_stand_under_their_first_issue_and_others_than_the_agenda_come_last(client, meeting):
    said(meeting, 1, issues=["other"])
    said(meeting, 2, issues=["peace-treaty", "other"])
    groups = read(client, ADDRESS).cssselect("section.issue")

    assert parts(groups[0], "h3 a") == ["Issue peace-treaty"]
    assert part(groups[0], ".also") == "also Issue other"
    assert parts(groups[1], "h3 a") == ["Issue other"]


def test_a_statement_without_an_issue_is_shown_all_the_same(client, meeting):
    said(meeting, 1, issues=[])

    assert parts(read(client, ADDRESS), "section.issue h3") == ["No issue named 1"]


def test_a_reply_stands_beside_what_it_answers(client, meeting):
    said(meeting, 1)
    claim = said(meeting, 2)
    said(meeting, 3, side="JP", speaker=make_participant("fumio-kishida"), in_reply_to=claim, kind="reply")
    (exchange,) = read(client, ADDRESS).cssselect(".pair.exchange")

    assert [one.get("id") for one in exchange.cssselect(".st")] == ["s2", "s3"]
    assert part(exchange, ".re .kind") == "reply to 2"


def test_a_reply_under_another_issue_and_its_claim_lead_to_each_other(client, meeting):
    claim = said(meeting, 1, issues=["peace-treaty"])
    kishida = make_participant("fumio-kishida")
    said(meeting, 2, side="JP", speaker=kishida, in_reply_to=claim, kind="position", issues=["other"])
    page = read(client, ADDRESS)

    assert part(page, "#s2 .kind") == "reply to 1 position"
    assert page.cssselect("#s2 .kind a")[0].get("href") == "#s1"
    assert "answered in 2" in part(page, "#s1 .foot")
    assert not page.cssselect(".exchange")


def test_joint_statements_stand_on_top_and_observers_below(client, meeting):
    press = make_organisation("sankei", kind="observer", country="JP", name_en="Sankei Shimbun")
    said(meeting, 1, side="observer", attributed_to=press)
    said(meeting, 2)
    said(meeting, 3, side="joint")
    page = read(client, ADDRESS)

    assert [one.get("id") for one in page.cssselect(".st")] == ["s3", "s2", "s1"]
    assert part(page, ".seen .voice") == "Observer Sankei Shimbun position"


def test_a_side_of_which_nothing_was_found_has_words_and_no_blank(client, meeting):
    said(meeting, 1)

    assert part(read(client, ADDRESS), ".col.jp") == "Japan No statement found."


def test_a_speaker_at_the_table_has_the_office_of_that_day(client, meeting):
    said(meeting, 1)

    assert part(read(client, ADDRESS), "#s1 .cap") == "Minister of Foreign Affairs"


def test_a_speaker_who_was_not_there_has_the_one_office_held_on_the_day_of_the_statement(client, meeting):
    make_office("ru-deputy", title_en="Deputy Minister of Foreign Affairs")
    make_tenure("ru-deputy", "igor-morgulov", start="2011-12-01", start_precision="month")
    make_tenure("ru-envoy", "igor-morgulov", start="2019-01-01")
    said(meeting, 1, speaker=make_participant("igor-morgulov"), said_on="2017-03-17")
    page = read(client, ADDRESS)

    assert part(page, "#s1 .cap") == "Deputy Minister of Foreign Affairs"
    assert "said on 17 March 2017" in part(page, "#s1 .foot")


def test_a_speaker_with_two_offices_on_that_day_is_given_neither(client, meeting):
    make_tenure("ru-deputy", "igor-morgulov", start="2011-12-01")
    make_tenure("ru-envoy", "igor-morgulov", start="2016-01-01")
    said(meeting, 1, speaker=make_participant("igor-morgulov"))

    assert parts(read(client, ADDRESS), "#s1 .cap") == []


def test_a_statement_shows_its_sources_and_whether_its_day_is_known(client, meeting):
    make_statement(meeting, 1, sources=["mofa", "mid"])
    said(meeting, 2, said_on="2017-03-20")
    page = read(client, ADDRESS)

    assert part(page, "#s1 .foot").startswith("sources 1 2 day not known")
    assert part(page, "#s2 .foot").startswith("one source 2")
    assert "day not known" not in part(page, "#s2 .foot")


def test_a_quoted_phrase_is_marked_as_theirs_and_has_its_own_language(client, meeting):
    said(meeting, 1, phrase="непропорциональный ответ")
    page = read(client, ADDRESS)

    assert part(page, "#s1 .phrase") == "In their words непропорциональный ответ"
    assert page.cssselect("#s1 q")[0].get("lang") == "ru"


def test_every_statement_has_a_permanent_address(client, meeting):
    said(meeting, 3)
    page = read(client, ADDRESS)

    assert page.cssselect("#s3 .n")[0].get("href") == "#s3"


def test_links_are_read_both_ways_each_with_its_word_and_sources(client, meeting):
    earlier = make_meeting("2016-12-15-summit", start="2016-12-15", title_en="Nagato")
    later = make_meeting("2017-04-27-summit", start="2017-04-27", title_en="Moscow")
    link = make_link(earlier, meeting, "agreed_at")
    link.sources.add(make_source("kremlin", publisher="The Kremlin"))
    make_link(meeting, later, "prepared_by")
    here, ahead = read(client, ADDRESS).cssselect(".links")

    assert words(here) == "15 December 2016 Nagato this meeting was agreed there 3"
    assert words(ahead) == "27 April 2017 Moscow was prepared here"
    assert "The Kremlin" in parts(read(client, ADDRESS), ".sources li")[2]


def test_the_thread_is_drawn_with_arcs_and_this_meeting_ringed(client, meeting):
    make_link(make_meeting("2016-12-15-summit", start="2016-12-15"), meeting, "agreed_at")
    strip = read(client, ADDRESS).cssselect(".strip")[0]

    assert len(strip.cssselect(".arc")) == 1
    assert len(strip.cssselect(".here")) == 1


def test_a_meeting_without_links_has_no_thread(client, meeting):
    assert not read(client, ADDRESS).cssselect(".thread")


def test_each_paragraph_of_doubt_is_one_item(client, meeting):
    meeting.discrepancies = "One says three. Another says four.\n\nThe place differs."
    meeting.save()
    page = read(client, ADDRESS)

    assert parts(page, ".doubts li") == ["One says three. Another says four.", "The place differs."]
    assert fact(page, "Doubt") == ["sources differ"]


def test_a_source_is_named_with_all_that_is_known_of_it(client, meeting):
    asahi = make_source(
        "asahi",
        side="third",
        kind="repost",
        publisher="kantsuu.com",
        original_publisher="Asahi Shimbun",
        title="Report on the 2+2",
        title_supplied=True,
        language="ja",
        note="A copy.",
        archived_url="https://archive.example/1",
    )
    tass = make_source(
        "tass", side="third", kind="news", url="", document="tass.txt", published="2017-03-19", title="Лавров"
    )
    meeting.sources.add(asahi, tass)
    page = read(client, ADDRESS)
    third, fourth = page.cssselect(".sources li")[2:]

    assert words(third) == (
        "kantsuu.com (text of Asahi Shimbun), undated. [Report on the 2+2]. Archived copy. "
        "third party · copy of another’s text · Japanese · what it supports A copy."
    )
    assert "19 March 2017. Лавров (no public address; document tass.txt)." in words(fourth)
    assert fourth.cssselect("cite")[0].get("lang") == "ru"
    assert "A title in square brackets is ours" in part(page, "#sources")


def test_neighbours_are_given_in_the_chronology_and_in_the_same_format(client, meeting):
    make_meeting("2013-11-02-two-plus-two", start="2013-11-02", format="two-plus-two", title_en="First 2+2")
    make_meeting("2017-03-20-defence", format="defence", title_en="Shoigu–Inada")
    make_meeting("2017-03-21-summit", start="2017-03-21", title_en="Next day", state="draft")
    make_meeting("2017-04-27-summit", start="2017-04-27", title_en="Moscow")
    shown = part(read(client, ADDRESS), "nav.pages")

    assert "← 20 March 2017: Shoigu–Inada" in shown
    assert "27 April 2017: Moscow →" in shown
    assert "← 2 November 2013: First 2+2" in shown
    assert "Next day" not in shown


def test_the_page_can_be_cited_and_read_by_programs(client, meeting):
    version = DataVersion.objects.current()
    cite = read(client, ADDRESS).cssselect(".cite")[0]

    assert f"Second 2+2, Tokyo, 20 March 2017. Russia–Japan Meetings, data version {version}." in words(cite)
    assert "http://testserver/meetings/2017-03-20-two-plus-two/" in words(cite)
    (alternate,) = read(client, ADDRESS).cssselect("link[type='application/json']")
    assert "2017-03-20-two-plus-two" in alternate.get("href")


def test_recorded_text_is_never_taken_for_markup(client, meeting):
    meeting.title_en = "<script>alert(1)</script>"
    meeting.save()
    said(meeting, 1, text_en="<img src=x onerror=alert(1)>")

    page = read(client, ADDRESS)

    assert part(page, "h1") == "<script>alert(1)</script>"
    assert not page.cssselect("main script, main img, [style]")
