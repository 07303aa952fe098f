import pytest

from tests.factories import (
    make_attendance,
    make_link,
    make_meeting,
    make_number,
    make_office,
    make_organisation,
    make_source,
    make_statement,
    make_tenure,
)

from .shapes import HERE, reference, text

pytestmark = pytest.mark.django_db


def row_of_nagato(**changed):
    peace = reference("issues", "peace-treaty", text("Issue peace-treaty"))
    return {
        "key": "2016-12-15-summit",
        "url": f"{HERE}/api/v1/meetings/2016-12-15-summit/",
        "html_url": f"{HERE}/meetings/2016-12-15-summit/",
        "title": text("Talks 2016-12-15-summit"),
        "format": reference("formats", "summit", text("Format summit")),
        "dates": {
            "edtf": "2016-12-15/2016-12-16",
            "start": "2016-12-15",
            "end": "2016-12-16",
            "precision": "day",
            "qualifier": None,
            "time_zone": "Asia/Tokyo",
        },
        "status": "held",
        "place": {**reference("places", "nagato", text("Nagato")), "country": "JP"},
        "no_place": None,
        "venue": "Otani Sanso",
        "occasion": {"en": "Official visit", "ru": None, "ja": None},
        "duration_minutes": 95,
        "duration": "PT1H35M",
        "participants": [
            {
                "participant": reference("participants", "vladimir-putin", text("Vladimir Putin")),
                "side": "RU",
                "capacity": {"en": "President", "ru": None, "ja": None},
                "lead": True,
            }
        ],
        "issues": [peace],
        "numbers": [
            {"series": reference("series", "leaders", text("leaders")), "number": 16, "session": None, "derived": True}
        ],
        "summary": {"en": "What happened at 2016-12-15-summit.", "ru": None, "ja": None},
        "statement_count": 2,
        "source_count": 1,
        "confidence": "high",
        "has_discrepancies": True,
        "updated_at": "2026-11-02T09:30:00Z",
        **changed,
    }


@pytest.fixture
def nagato():
    meeting = make_meeting(
        "2016-12-15-summit",
        start="2016-12-15",
        end="2016-12-16",
        place="nagato",
        venue="Otani Sanso",
        occasion_en="Official visit",
        duration_minutes=95,
        sources=["kremlin-2016-12-16"],
        discrepancies="The ministry counts one day.",
        numbers_note="The press counts fifteen.",
        content_updated_at="2026-11-02T09:30:00Z",
    )
    make_attendance(meeting, "vladimir-putin", capacity_en="President")
    make_number(meeting, "leaders", 16, derived=True)
    claim = make_statement(meeting, sources=["kremlin-2016-12-16"], phrase="no deal yet", said_on="2016-12-16")
    body = make_organisation("mfa-japan", country="JP")
    make_statement(
        meeting, side="JP", kind="reply", attributed_to=body, in_reply_to=claim, sources=["kremlin-2016-12-16"]
    )
    return meeting


@pytest.mark.usefixtures("nagato")
def test_a_list_answers_rows_in_their_envelope(get):
    body = get("meetings/?format=summit")

    assert body == {
        "count": 1,
        "next": None,
        "previous": None,
        "query": {"format": ["summit"]},
        "data_version": body["data_version"],
        "results": [row_of_nagato()],
    }


def test_a_record_holds_everything_that_is_recorded(get, nagato):
    earlier = make_meeting("2016-09-02-summit", start="2016-09-02")
    later = make_meeting("2017-04-27-summit", start="2017-04-27")
    make_link(earlier, nagato, "prepared_by").sources.set([make_source("mofa-2016-09-02")])
    make_link(nagato, later, "follow_up_of")
    source = {"key": "kremlin-2016-12-16", "url": f"{HERE}/api/v1/sources/kremlin-2016-12-16/"}
    cited = [{**source, "name": "Publisher: Title of kremlin-2016-12-16"}]

    def statement(number, **fields):
        address = {"key": f"2016-12-15-summit#{number}", "url": f"{nagato_url}{number}/", "number": number}
        return {
            **address,
            "html_url": f"{HERE}/meetings/2016-12-15-summit/#s{number}",
            "meeting": reference("meetings", "2016-12-15-summit", text("Talks 2016-12-15-summit")),
            "meeting_dates": row_of_nagato()["dates"],
            "issues": [reference("issues", "peace-treaty", text("Issue peace-treaty"))],
            "text": {"en": f"Claim {number} of 2016-12-15-summit.", "ru": None, "ja": None},
            "sources": cited,
            "updated_at": "2026-11-02T09:30:00Z",
            **fields,
        }

    nagato_url = f"{HERE}/api/v1/statements/2016-12-15-summit/"
    answered = {"key": "2016-12-15-summit#1", "url": f"{nagato_url}1/", "number": 1}
    answer = {"key": "2016-12-15-summit#2", "url": f"{nagato_url}2/", "number": 2}

    assert get("meetings/2016-12-15-summit/") == row_of_nagato(
        numbers_note="The press counts fifteen.",
        discrepancies="The ministry counts one day.",
        statements=[
            statement(
                1,
                side="RU",
                speaker=reference("participants", "sergey-lavrov", text("Sergey Lavrov")),
                attributed_to=None,
                kind="position",
                phrase="no deal yet",
                said_on="2016-12-16",
                in_reply_to=None,
                replies=[answer],
            ),
            statement(
                2,
                side="JP",
                speaker=None,
                attributed_to=reference("organisations", "mfa-japan", text("Body mfa-japan")),
                kind="reply",
                phrase=None,
                said_on=None,
                in_reply_to=answered,
                replies=[],
            ),
        ],
        sources=[
            {
                **source,
                "html_url": f"{HERE}/sources/kremlin-2016-12-16/",
                "publisher": "Publisher",
                "original_publisher": None,
                "title": "Title of kremlin-2016-12-16",
                "title_supplied": False,
                "source_url": "https://example.org/kremlin-2016-12-16",
                "archived_url": None,
                "link_state": None,
                "document": None,
                "language": "ru",
                "published": None,
                "side": "RU",
                "kind": "official-readout",
                "note": None,
            }
        ],
        led_here=[
            {
                "kind": "prepared_by",
                "sources": [
                    {
                        "key": "mofa-2016-09-02",
                        "url": f"{HERE}/api/v1/sources/mofa-2016-09-02/",
                        "name": "Publisher: Title of mofa-2016-09-02",
                    }
                ],
                "meeting": reference("meetings", "2016-09-02-summit", text("Talks 2016-09-02-summit")),
            }
        ],
        led_to=[
            {
                "kind": "follow_up_of",
                "sources": [],
                "meeting": reference("meetings", "2017-04-27-summit", text("Talks 2017-04-27-summit")),
            }
        ],
    )


def test_what_is_not_known_is_null_and_what_is_not_there_is_empty(get):
    make_meeting("2014-03-call", place=None, start="2014-03-01", end="2014-03-31", precision="month", issues=[])

    row = get("meetings/")["results"][0]

    assert row["dates"]["edtf"] == "2014-03"
    assert row["dates"]["time_zone"] is None
    nothing = {name for name, value in row.items() if value is None}
    assert nothing == {"place", "no_place", "venue", "occasion", "duration_minutes", "duration"}
    assert {name for name, value in row.items() if value == []} == {"participants", "issues", "numbers"}


def test_a_place_in_no_undisputed_country_has_no_country(get):
    make_meeting(place="kunashir")
    make_meeting("on-board").place.__class__.objects.filter(key="kunashir").update(country="")

    assert get("meetings/?place=kunashir")["results"][0]["place"]["country"] is None
    assert get("places/kunashir/")["country"] is None


CHOICES = [
    ("format=two-plus-two", ["2017-03-20-two-plus-two"]),
    ("format=2%2B2", ["2017-03-20-two-plus-two"]),
    ("format=2+2", ["2017-03-20-two-plus-two"]),
    ("format=two-plus-two&format=summit", ["2016-12-15-summit", "2017-03-20-two-plus-two"]),
    ("issue=syria", ["2017-03-20-two-plus-two"]),
    ("participant=sergey-lavrov", ["2017-03-20-two-plus-two"]),
    ("office=ru-minister-of-foreign-affairs", ["2017-03-20-two-plus-two"]),
    ("place=nagato", ["2016-12-15-summit"]),
    ("country=JP", ["2016-12-15-summit", "2017-03-20-two-plus-two"]),
    ("source=mofa-2017-03-20", ["2017-03-20-two-plus-two"]),
    ("status=planned", ["2018-planned"]),
    ("side=JP", ["2016-12-15-summit"]),
    ("kind=reply", ["2016-12-15-summit"]),
    ("side=RU&kind=reply", []),
    ("confidence=low", ["2018-planned"]),
    ("from=2017-01-01", ["2017-03-20-two-plus-two", "2018-planned"]),
    ("to=2017-01-01", ["2016-12-15-summit"]),
    ("from=2016-12-16&to=2017", ["2016-12-15-summit", "2017-03-20-two-plus-two"]),
    ("year=2017", ["2017-03-20-two-plus-two"]),
    ("date=2017-03", ["2017-03-20-two-plus-two"]),
    ("date=2018-05", ["2018-planned"]),
    ("date=2018-05&date_match=within", []),
    ("date=2016-12/2017-03", ["2016-12-15-summit", "2017-03-20-two-plus-two"]),
    ("has=statements", ["2016-12-15-summit"]),
    ("has=discrepancy", ["2016-12-15-summit"]),
    ("has=number", ["2016-12-15-summit"]),
    ("has=readout-ru&lacks=statements", ["2018-planned"]),
    ("lacks=number", ["2017-03-20-two-plus-two", "2018-planned"]),
    ("sort=-date", ["2018-planned", "2017-03-20-two-plus-two", "2016-12-15-summit"]),
    ("sort=updated&format=summit&format=two-plus-two", ["2017-03-20-two-plus-two", "2016-12-15-summit"]),
    ("page_size=1&page=2", ["2017-03-20-two-plus-two"]),
    ("q=", ["2016-12-15-summit", "2017-03-20-two-plus-two", "2018-planned"]),
]


@pytest.fixture
def three_meetings(nagato):
    source = make_source("mofa-2017-03-20", side="JP")
    make_meeting(
        "2017-03-20-two-plus-two", format="two-plus-two", issues=["syria"], sources=[source.key],
        participants=["sergey-lavrov"], content_updated_at="2026-11-03T00:00:00Z",
    )  # fmt: skip
    nagato.format.__class__.objects.filter(key="two-plus-two").update(aliases=["2+2", "2 2"])
    make_meeting(
        "2018-planned", format="other", place=None, start="2018-01-01", end="2018-12-31", precision="year",
        status="planned", confidence="low",
    )  # fmt: skip
    make_tenure(start="2004-03-09")


@pytest.mark.usefixtures("three_meetings")
@pytest.mark.parametrize(("query", "expected"), CHOICES)
def test_each_parameter_chooses(keys, query, expected):
    assert keys(f"meetings/?{query}") == expected


def test_every_parameter_of_the_filter_set_is_tried_above():
    from timeline.filters import MeetingFilter

    tried = {pair.split("=")[0] for query, _expected in CHOICES for pair in query.split("&")}
    tried |= {"updated_since", *(f"not_{name}" for name in MeetingFilter.excludable)}  # in test_shaping.py
    assert set(MeetingFilter.base_filters) == tried


def test_an_issue_counts_meetings_on_whose_agenda_it_stands_or_where_it_was_spoken_of(get):
    agenda = make_meeting("2016-12-15-summit", start="2016-12-15", issues=["syria"])
    spoken = make_meeting(issues=["peace-treaty"])
    make_statement(agenda, issues=["syria"])
    make_statement(spoken, issues=["syria"])

    issue = get("issues/syria/")

    assert issue["meeting_count"] == 2
    assert issue["statement_count"] == 2
    assert get(issue["statements_url"].removeprefix(f"{HERE}/api/v1/"))["count"] == 2


@pytest.mark.parametrize("noun", ["offices", "places", "sources", "participants", "formats"])
def test_lists_that_a_record_points_to_exist(get, noun):
    make_meeting(participants=["sergey-lavrov"])
    make_office()

    for record in get(f"{noun}/")["results"]:
        addresses = [value for name, value in record.items() if name in ("meetings_url", "statements_url")]
        assert all("count" in get(address.removeprefix(f"{HERE}/api/v1/")) for address in addresses)
