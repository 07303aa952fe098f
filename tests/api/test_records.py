"""The other kinds of record: whole bodies of small ones."""

import pytest

from tests.factories import (
    make_issue,
    make_meeting,
    make_number,
    make_office,
    make_organisation,
    make_participant,
    make_place,
    make_source,
    make_statement,
    make_tenure,
)

from .shapes import HERE, own, reference, text

pytestmark = pytest.mark.django_db


def test_a_participant_has_names_tenures_and_counts(get):
    make_participant(full_name_ru="Сергей Викторович Лавров", aliases=["Sergei Lavrov"], wikidata="Q58217")
    make_statement(make_meeting(participants=["sergey-lavrov"]))
    make_tenure(start="2004-03-01", start_precision="month", end="2026-01-01", end_precision="year")

    assert get("participants/sergey-lavrov/") == {
        **own("participants", "sergey-lavrov"),
        "name": text("Sergey Lavrov"),
        "full_name_ru": "Сергей Викторович Лавров",
        "reading_ja": None,
        "aliases": ["Sergei Lavrov"],
        "country": "RU",
        "kind": "official",
        "wikidata": "Q58217",
        "meeting_count": 1,
        "statement_count": 1,
        "meetings_url": f"{HERE}/api/v1/meetings/?participant=sergey-lavrov",
        "statements_url": f"{HERE}/api/v1/statements/?participant=sergey-lavrov",
        "wikidata_url": None,
        "names_seen": [],
        "note": None,
        "tenures": [tenure(start="2004-03", end="2026")],
    }


def tenure(**fields):
    office = "ru-minister-of-foreign-affairs"
    return {
        "office": reference("offices", office, text(f"Office {office}")),
        "participant": reference("participants", "sergey-lavrov", text("Sergey Lavrov")),
        "term": 1,
        "verified": False,
        "source": None,
        "note": None,
        **fields,
    }


def test_an_office_has_its_holders(get):
    make_office(order=3)
    make_tenure(start="2004-03-09")

    assert get("offices/ru-minister-of-foreign-affairs/") == {
        **own("offices", "ru-minister-of-foreign-affairs"),
        "title": text("Office ru-minister-of-foreign-affairs"),
        "side": "RU",
        "order": 3,
        "tenures": [tenure(start="2004-03-09", end=None)],
        "meetings_url": f"{HERE}/api/v1/meetings/?office=ru-minister-of-foreign-affairs",
    }


def test_a_format_has_its_level_and_aliases(get):
    make_meeting(format="two-plus-two").format.__class__.objects.update(aliases=["2+2"], rank=2, order=1)

    assert get("formats/two-plus-two/") == {
        **own("formats", "two-plus-two"),
        "name": text("Format two-plus-two"),
        "short_name": text("two-plus-two"),
        "aliases": ["2+2"],
        "rank": 2,
        "order": 1,
        "description": text("About two-plus-two"),
        "meeting_count": 1,
        "meetings_url": f"{HERE}/api/v1/meetings/?format=two-plus-two",
    }


def test_an_issue_has_the_wider_one(get):
    wider = make_issue("security-dialogue")
    make_issue("syria", parent=wider, order=7)

    assert get("issues/syria/") == {
        **own("issues", "syria"),
        "name": text("Issue syria"),
        "description": text("About syria"),
        "parent": reference("issues", "security-dialogue", text("Issue security-dialogue")),
        "order": 7,
        "meeting_count": 0,
        "statement_count": 0,
        "meetings_url": f"{HERE}/api/v1/meetings/?issue=syria",
        "statements_url": f"{HERE}/api/v1/statements/?issue=syria",
    }


def test_a_place_has_its_position_as_numbers(get):
    make_place("kunashir", country="", note="Claimed by both.", latitude="44.02", longitude="145.86")

    assert get("places/kunashir/") == {
        **own("places", "kunashir"),
        "name": text("Kunashir"),
        "country": None,
        "latitude": 44.02,
        "longitude": 145.86,
        "time_zone": "Asia/Tokyo",
        "aliases": [],
        "note": "Claimed by both.",
        "meeting_count": 0,
        "meetings_url": f"{HERE}/api/v1/meetings/?place=kunashir",
    }


def test_a_series_has_its_numbers_in_order(get):
    second = make_meeting("2017-03-20-two-plus-two")
    first = make_meeting("2013-11-02-two-plus-two", start="2013-11-02")
    make_number(second, "two-plus-two", 2)
    make_number(first, "two-plus-two", 1, derived=True)

    assert get("series/two-plus-two/") == {
        **own("series", "two-plus-two"),
        "html_url": None,
        "name": text("two-plus-two"),
        "counter": "both",
        "counted_by": "both sides",
        "scope": "Every round.",
        "numbers": [
            {"number": number, "session": None, "derived": derived, "meeting": meeting}
            for number, derived, meeting in [
                (1, True, reference("meetings", first.key, text(f"Talks {first.key}"))),
                (2, False, reference("meetings", second.key, text(f"Talks {second.key}"))),
            ]
        ],
    }


def test_an_organisation_has_no_page(get):
    make_organisation("bloomberg", country="", type="agency", kind="observer")

    assert get("organisations/bloomberg/") == {
        **own("organisations", "bloomberg"),
        "html_url": None,
        "name": text("Body bloomberg"),
        "country": None,
        "type": "agency",
        "kind": "observer",
        "statement_count": 0,
        "statements_url": f"{HERE}/api/v1/statements/?organisation=bloomberg",
    }


def test_a_source_without_an_address_names_its_document(get):
    make_source("paper", url="", document="Kireeva 2019", side="third", kind="analysis", published="2019-05-01")
    make_meeting("2017-03-20-summit", sources=["paper"])

    assert get("sources/paper/") == {
        **own("sources", "paper"),
        "publisher": "Publisher",
        "original_publisher": None,
        "title": "Title of paper",
        "title_supplied": False,
        "source_url": None,
        "archived_url": None,
        "link_state": None,
        "document": "Kireeva 2019",
        "language": "ru",
        "published": "2019-05-01",
        "side": "third",
        "kind": "analysis",
        "note": None,
        "meeting_count": 1,
        "statement_count": 0,
        "meetings_url": f"{HERE}/api/v1/meetings/?source=paper",
        "statements_url": f"{HERE}/api/v1/statements/?source=paper",
        "meetings": [reference("meetings", "2017-03-20-summit", text("Talks 2017-03-20-summit"))],
    }


def test_a_statement_has_an_address_of_its_own(get):
    make_statement(make_meeting("2017-03-20-summit"), 3)

    body = get("statements/2017-03-20-summit/3/")

    assert body == get("statements/")["results"][0] == get("meetings/2017-03-20-summit/")["statements"][0]
    assert body["key"] == "2017-03-20-summit#3"
    assert body["url"] == f"{HERE}/api/v1/statements/2017-03-20-summit/3/"
    assert body["html_url"] == f"{HERE}/meetings/2017-03-20-summit/#s3"


STATEMENT_CHOICES = [
    ("issue=syria", [2]),
    ("side=JP", [2]),
    ("side=JP&side=RU", [1, 2]),
    ("kind=reply", [2]),
    ("participant=sergey-lavrov", [1]),
    ("organisation=mfa-japan", [2]),
    ("meeting=2017-03-20-summit", [1, 2]),
    ("format=summit", [1, 2]),
    ("source=mofa", [2]),
    ("date=2017-03", [1, 2]),
    ("date=2017-03&date_match=within", [1, 2]),
    ("from=2017-03-21", []),
    ("to=2017-03-20", [1, 2]),
    ("sort=-date", [2, 1]),
    ("page=2&page_size=1", [2]),
    ("q=", [1, 2]),
]


@pytest.mark.parametrize(("query", "numbers"), STATEMENT_CHOICES)
def test_each_parameter_chooses_statements(get, query, numbers):
    meeting = make_meeting("2017-03-20-summit")
    claim = make_statement(meeting)
    make_source("mofa", side="JP")
    body = make_organisation("mfa-japan")
    make_statement(
        meeting, side="JP", kind="reply", in_reply_to=claim, attributed_to=body, issues=["syria"], sources=["mofa"]
    )

    assert [row["number"] for row in get(f"statements/?{query}")["results"]] == numbers


def test_every_parameter_of_statements_is_tried_above():
    from timeline.filters import StatementFilter

    tried = {pair.split("=")[0] for query, _numbers in STATEMENT_CHOICES for pair in query.split("&")}
    assert set(StatementFilter.base_filters) == tried | {"updated_since"}  # in test_shaping.py
