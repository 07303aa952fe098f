"""``.ics`` as a calendar program reads it."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from timeline.models import Meeting

from .reading import body, get

pytestmark = pytest.mark.django_db


def calendar(client, query=""):
    return Calendar.from_ical(get(client, "ics", query))


def event(client, key, query=""):
    return next(one for one in calendar(client, query).events if one["UID"] == f"{key}@testserver")


def days(one):
    return one.decoded("DTSTART"), one.decoded("DTEND")


def test_the_calendar_names_itself_and_where_it_comes_from(client, record):
    found = calendar(client, "status=held&lang=en")

    assert (found["VERSION"], found["CALSCALE"], found["NAME"]) == ("2.0", "GREGORIAN", found["X-WR-CALNAME"])
    assert found["NAME"] == "Russia–Japan Meetings – Status: held"
    assert found["SOURCE"] == "http://testserver/meetings.ics?status=held&lang=en"
    assert found["URL"] == "http://testserver/meetings/?status=held"
    assert "REFRESH-INTERVAL;VALUE=DURATION:P7D" in get(client, "ics")


def test_marks_in_the_name_of_a_calendar_are_escaped(client, record):
    unfolded = get(client, "ics", "status=held&issue=energy&issue=missiles&lang=en").replace("\r\n ", "")

    assert unfolded.count(r"NAME:Russia–Japan Meetings – Issue: Issue energy\, Issue missiles\; Status: held") == 2


def test_a_day_is_a_day_and_ends_before_the_next(client, record):
    assert days(event(client, "2017-03-20-two-plus-two")) == (date(2017, 3, 20), date(2017, 3, 21))
    assert days(event(client, "2017-09-06-summit")) == (date(2017, 9, 6), date(2017, 9, 8))


@pytest.mark.parametrize(
    ("key", "span", "edtf", "caveat"),
    [
        ("2014-03-visit", (date(2014, 3, 1), date(2014, 4, 1)), "2014-03", "[month only] "),
        ("2014-09-visit", (date(2014, 9, 1), date(2014, 12, 1)), "2014-09/2014-11", "[month only] "),
        ("2016-plan", (date(2016, 1, 1), date(2017, 1, 1)), "2016", "[year only] "),
    ],
)
def test_a_partial_date_is_a_span_that_says_so_and_never_a_false_day(client, record, key, span, edtf, caveat):
    one = event(client, key)

    assert days(one) == span
    assert one["X-EDTF"] == edtf
    assert one["SUMMARY"].startswith(caveat)


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("2017-09-06-summit", "CONFIRMED"),
        ("2016-plan", "TENTATIVE"),
        ("2014-03-visit", "TENTATIVE"),
        ("2014-09-visit", "CANCELLED"),
    ],
)
def test_what_became_of_a_meeting_is_its_status(client, record, key, status):
    one = event(client, key)

    assert one["STATUS"] == status
    assert ("(" in one["DESCRIPTION"].splitlines()[0]) == (key != "2017-09-06-summit")
    assert (one["TRANSP"], one["CLASS"]) == ("TRANSPARENT", "PUBLIC")


def test_stamps_come_from_the_content_so_that_the_same_record_is_the_same_file(client, record):
    first = get(client, "ics")
    one = event(client, "2013-12-31-call")

    assert one.decoded("DTSTAMP") == one.decoded("LAST-MODIFIED") == datetime(2026, 11, 1, 12, tzinfo=UTC)
    assert get(client, "ics") == first


def test_a_later_change_has_a_higher_sequence(client, record):
    before = event(client, "2013-12-31-call")["SEQUENCE"]
    Meeting.objects.filter(key="2013-12-31-call").update(content_updated_at=datetime(2026, 12, 1, tzinfo=UTC))

    assert event(client, "2013-12-31-call")["SEQUENCE"] > before


def test_an_event_tells_where_who_what_about_and_by_which_source(client, record):
    one = event(client, "2017-03-20-two-plus-two")

    assert one["SUMMARY"] == '=HYPERLINK("x"); "quoted", 2+2, Tokyo'
    assert one["LOCATION"] == "Iikura House, Tokyo, Japan"
    assert one["GEO"].to_ical() == "35.68;139.69"
    assert one["CATEGORIES"].cats == ["two-plus-two", "Issue peace-treaty", "Issue missiles"]
    assert one["URL"] == "http://testserver/meetings/2017-03-20-two-plus-two/"
    for line in (
        "20 March 2017",
        "Japan: Fumio Kishida (Minister)",
        "Russia: Sergey Lavrov",
        "TASS & Co",
        "back\\slash",
    ):
        assert line in one["DESCRIPTION"]
    assert "ATTENDEE" not in one


def test_a_meeting_without_a_place_has_no_location(client, record):
    assert not {"LOCATION", "GEO"} & set(event(client, "2013-12-31-call"))


def test_relations_say_what_a_meeting_hangs_on(client, record):
    later = event(client, "2017-09-06-summit")["RELATED-TO"]
    earlier = event(client, "2013-12-31-call")["RELATED-TO"]

    assert (later, later.params["RELTYPE"]) == ("2017-03-20-two-plus-two@testserver", "DEPENDS-ON")
    assert (earlier, earlier.params["RELTYPE"]) == ("2017-09-06-summit@testserver", "NEXT")


@pytest.mark.parametrize("language", ["en", "ru", "ja"])
def test_lines_are_folded_by_octets_and_no_letter_is_cut(client, record, language):
    text = b"".join(client.get(f"/meetings.ics?lang={language}").streaming_content)
    lines = text.split(b"\r\n")

    assert b"\n" not in text.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)


def test_texts_are_in_the_language_asked_for(client, record):
    one = event(client, "2017-03-20-two-plus-two", "lang=ja")

    assert one["SUMMARY"].startswith("日露外務・防衛閣僚協議")
    assert "2017年3月20日" in one["DESCRIPTION"]
    assert one["URL"] == "http://testserver/ja/meetings/2017-03-20-two-plus-two/"


def test_one_meeting_is_a_calendar_of_one_event(client, record):
    found = Calendar.from_ical(body(client.get("/meetings/2017-09-06-summit.ics")))

    assert [one["UID"] for one in found.events] == ["2017-09-06-summit@testserver"]
    assert found["NAME"] == "Talks 2017-09-06-summit"


def test_what_people_read_is_joined_as_their_language_does_it(client, record):
    text = str(event(client, "2017-03-20-two-plus-two", "lang=ja")["DESCRIPTION"])

    assert "岸田文雄（外相）" in text
    assert "Issue peace-treaty (ja)、Issue missiles (ja)" in text
    assert "Publisher：日露外相会談。https://example.org/mofa-2017" in text
    assert str(event(client, "2017-03-20-two-plus-two", "lang=ja")["LOCATION"]) == "Iikura House、Tokyo (ja)、日本"
