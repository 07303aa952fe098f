"""The query string of the chronology: what each parameter chooses, and what is wrong with it."""

import pytest
from django.http import QueryDict

from timeline import search
from timeline.filters import MeetingFilter, filters_in_words
from timeline.models import Meeting

from ..factories import (
    make_format,
    make_meeting,
    make_number,
    make_office,
    make_participant,
    make_place,
    make_source,
    make_statement,
    make_tenure,
)
from ..shared import shared

pytestmark = pytest.mark.django_db


def chosen(query):
    """The keys that a query string chooses, in order."""
    selection = MeetingFilter(QueryDict(query))
    assert selection.faults == []
    return [meeting.key for meeting in selection.qs]


def faults(query):
    return MeetingFilter(QueryDict(query)).faults


def codes(query):
    return [(fault.param, fault.code, fault.did_you_mean) for fault in faults(query)]


@shared("module")
def record():
    """Three meetings that differ in everything a query can ask, and a draft that nobody may see."""
    make_format("two-plus-two", aliases=["2+2", "2 2"])
    make_place("moscow", country="RU", time_zone="Europe/Moscow")
    make_place("kurilsk", country="")
    make_participant("fumio-kishida", country="JP")
    make_source("mofa-2013", side="JP")
    april = make_meeting(
        "2013-04-29-summit", start="2013-04-29", place="moscow", issues=["energy"], participants=["vladimir-putin"],
        sources=["mofa-2013"], confidence="medium",
    )  # fmt: skip
    make_meeting(
        "2014-09-talks", start="2014-09-01", end="2014-11-30", precision="month", place=None, status="postponed",
        format="two-plus-two", issues=["energy", "visas"], discrepancies="Sources differ.",
    )  # fmt: skip
    march = make_meeting(
        "2017-03-20-two-plus-two",
        format="two-plus-two",
        participants=["sergey-lavrov", ("fumio-kishida", {"side": "JP"})],
    )
    make_statement(march, side="JP", kind="objection", speaker=make_participant("fumio-kishida"))
    make_statement(march, side="RU", kind="concern")
    make_number(april, "summits", 4)
    make_meeting(
        "2018-01-01-draft", start="2018-01-01", state="draft", issues=["secret"], participants=["hidden-person"]
    )
    search.index(Meeting.objects.all())


EVERYTHING = ["2013-04-29-summit", "2014-09-talks", "2017-03-20-two-plus-two"]
APRIL, AUTUMN, MARCH = ([key] for key in EVERYTHING)


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", EVERYTHING),
        ("format=&q=&from=", EVERYTHING),
        ("sort=-date", EVERYTHING[::-1]),
        ("format=summit", APRIL),
        ("format=two-plus-two", AUTUMN + MARCH),
        ("format=2%2B2", AUTUMN + MARCH),
        ("format=2+2", AUTUMN + MARCH),
        ("format=summit&format=two-plus-two", EVERYTHING),
        ("format=two-plus-two&status=postponed", AUTUMN),
        ("issue=energy", APRIL + AUTUMN),
        ("issue=energy&issue=visas", APRIL + AUTUMN),
        ("participant=fumio-kishida&participant=vladimir-putin", APRIL + MARCH),
        ("place=moscow", APRIL),
        ("country=RU", APRIL),
        ("country=JP", MARCH),
        ("source=mofa-2013", APRIL),
        ("confidence=medium", APRIL),
        ("side=JP", MARCH),
        ("side=JP&kind=objection", MARCH),
        ("side=RU&kind=objection", []),
        ("has=statements", MARCH),
        ("lacks=statements", APRIL + AUTUMN),
        ("has=number", APRIL),
        ("has=discrepancy", AUTUMN),
        ("has=discrepancy&has=number", []),
        ("has=readout-jp", APRIL),
        ("has=readout-ru", AUTUMN + MARCH),
        ("lacks=readout-jp&lacks=number", AUTUMN + MARCH),
        ("from=2014-10-15", AUTUMN + MARCH),
        ("to=2014-10-15", APRIL + AUTUMN),
        ("from=2014&to=2014", AUTUMN),
        ("from=2017-03-20&to=2017-03-20", MARCH),
        ("from=2017-03-21", []),
        ("date=2014-10", AUTUMN),
        ("date=2014-10&date_match=within", []),
        ("date=2014&date_match=within", AUTUMN),
        ("date=../2014-09", APRIL + AUTUMN),
        ("date=2013-04-29/2014-09-01", APRIL + AUTUMN),
        ("q=talks", EVERYTHING),
        ("q=Kishida", MARCH),
        ("q=-Kishida", APRIL + AUTUMN),
        ("sort=updated", EVERYTHING),
    ],
)
def test_a_parameter_chooses_meetings(record, query, keys):
    found = chosen(query)
    assert (sorted(found) if query == "sort=updated" else found) == keys


def test_an_office_chooses_by_who_held_it_that_day(record):
    make_tenure("jp-minister", "fumio-kishida", start="2015-01-01", end="2017-03-01", end_precision="month")
    make_tenure("ru-minister", "sergey-lavrov", start="2017-03-21")
    make_office("empty-office")
    assert chosen("office=jp-minister") == MARCH
    assert chosen("office=ru-minister") == []
    assert chosen("office=empty-office") == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("formt=summit", [("formt", "unknown_parameter", "format")]),
        ("format=sumit", [("format", "unknown_value", "summit")]),
        ("participant=Kishida", [("participant", "unknown_value", "fumio-kishida")]),
        ("participant=hidden-person", [("participant", "unknown_value", None)]),
        ("place=Moskow", [("place", "unknown_value", "moscow")]),
        ("country=ru", [("country", "unknown_value", "RU")]),
        ("country=", []),
        ("status=hold", [("status", "unknown_value", "held")]),
        ("date=20.03.2017", [("date", "invalid_date", None)]),
        ("from=2017-02-30", [("from", "invalid_date", None)]),
        ("from=2016/2017", [("from", "invalid_date", None)]),
        ("from=2018&to=2017", [("to", "ends_before_start", "2018")]),
        ("q=!!!", [("q", "nothing_to_search", None)]),
        ("q=a%00b", [("q", "null_characters_not_allowed", None)]),
        ("issue=a%00b", [("issue", "unknown_value", None)]),
        ("sort=relevance", [("sort", "needs_words", "date")]),
        ("sort=dates", [("sort", "unknown_value", "date")]),
        ("page=0", [("page", "min_value", None)]),
        ("page=x", [("page", "invalid", None)]),
        ("page_size=501", [("page_size", "max_value", None)]),
        ("sort=date&sort=-date", [("sort", "repeated", None)]),
        ("formt=1&statu=2", [("formt", "unknown_parameter", "format"), ("statu", "unknown_parameter", "status")]),
        ("q=" + "a" * 201, [("q", "max_length", None)]),
        ("has=number&lacks=number", [("lacks", "contradiction", None)]),
        ("has=number&lacks=discrepancy", []),
        ("side=JP&lacks=statements", [("lacks", "contradiction", None)]),
        ("kind=concern&lacks=statements", [("lacks", "contradiction", None)]),
        ("side=JP&lacks=readout-jp", []),
        ("format=summit&not_format=summit", [("not_format", "contradiction", None)]),
        ("format=2+2&not_format=summit&not_format=two-plus-two", [("not_format", "contradiction", None)]),
        ("format=summit&format=two-plus-two&not_format=summit", []),
        ("place=moscow&not_place=moscow", [("not_place", "contradiction", None)]),
        ("issue=energy&not_issue=visas", []),
        ("from=2017&date=2016", [("date", "contradiction", None)]),
        ("to=2016&date=2017/..", [("date", "contradiction", None)]),
        ("from=2016-06&to=2017-06&date=2014/2016-05", [("date", "contradiction", None)]),
        ("from=2016-06&to=2017-06&date=2014/2016-06", []),
        ("from=2016&date=../2016", []),
        ("date_match=within", [("date_match", "needs_date", None)]),
        ("date_match=within&to=2017", []),
    ],
)
def test_what_is_not_understood_is_named_with_what_was_probably_meant(record, query, expected):
    assert codes(query) == expected


def test_a_query_with_a_fault_chooses_nothing(record):
    assert list(MeetingFilter(QueryDict("formt=summit")).qs) == []
    assert MeetingFilter(QueryDict("formt=summit")).query == {}


def test_a_short_list_of_allowed_values_is_given_with_the_fault(record):
    (fault,) = faults("status=hold")
    assert fault.allowed == ["held", "planned", "postponed", "cancelled"]


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("page=1.0&page_size=007", {"page": ["1"], "page_size": ["7"]}),
        ("year=٢٠١٧", {"year": ["2017"]}),
        ("q=+++&status=held", {"status": ["held"]}),
    ],
)
def test_numbers_are_repeated_in_one_spelling_and_blanks_not_at_all(record, query, understood):
    assert MeetingFilter(QueryDict(query)).query == understood


def test_words_and_numbers_are_told_as_they_were_understood(record):
    selection = MeetingFilter(QueryDict("q=++talks+&year=٢٠١٧"))

    assert filters_in_words(selection.chips()) == "Words: talks; Year: 2017"


def test_the_query_is_repeated_as_understood(record):
    selection = MeetingFilter(QueryDict("to=2017&format=2+2&format=summit&q=+talks+&page_size=10&issue="))
    assert selection.query == {
        "q": ["talks"], "format": ["summit", "two-plus-two"], "to": ["2017"], "page_size": ["10"],
    }  # fmt: skip
    assert selection.query_string(leaving_out=["page_size"]) == "q=talks&format=summit&format=two-plus-two&to=2017"


def test_a_chip_takes_one_value_away_and_goes_back_to_the_first_page(record):
    selection = MeetingFilter(QueryDict("format=summit&format=two-plus-two&issue=energy&page=2&sort=-date"))
    assert [(chip.text, chip.without) for chip in selection.chips()] == [
        ("summit", "format=two-plus-two&issue=energy&sort=-date"),
        ("two-plus-two", "format=summit&issue=energy&sort=-date"),
        ("Issue energy", "format=summit&format=two-plus-two&sort=-date"),
    ]


@pytest.mark.parametrize(
    ("query", "chip", "without"),
    [
        ("date=2017&date_match=within&issue=energy", "date", "issue=energy"),
        ("date=2017&from=2016&date_match=within", "date", "date_match=within&from=2016"),
        ("q=talks&sort=relevance", "q", ""),
        ("q=talks&sort=-date", "q", "sort=-date"),
    ],
)
def test_a_chip_takes_away_what_means_nothing_without_its_value(record, query, chip, without):
    found = {chip.name: chip.without for chip in MeetingFilter(QueryDict(query)).chips()}
    assert found[chip] == without
    assert codes(without) == []


def options(query, name):
    facet = next(facet for facet in MeetingFilter(QueryDict(query)).facets() if facet.name == name)
    return {option.value: option.count for option in facet.options}


def test_a_facet_counts_the_meetings_one_would_get(record):
    assert options("", "format") == {"two-plus-two": 2, "summit": 1}
    assert options("issue=visas", "format") == {"two-plus-two": 1}
    assert options("format=summit", "format") == {"two-plus-two": 2, "summit": 1}
    assert options("", "issue") == {"energy": 2, "visas": 1, "peace-treaty": 1}
    assert options("", "participant") == {"fumio-kishida": 1, "sergey-lavrov": 1, "vladimir-putin": 1}
    assert options("", "side") == {"JP": 1, "RU": 1}
    assert options("", "country") == {"RU": 1, "JP": 1}
    assert options("", "has") == {"readout-ru": 2, "discrepancy": 1, "number": 1, "readout-jp": 1, "statements": 1}


def test_every_count_of_a_facet_is_what_choosing_it_gives(record):
    for facet in MeetingFilter(QueryDict("")).facets():
        for option in facet.options:
            assert len(chosen(f"{facet.name}={option.value}")) == option.count, (facet.name, option)


def test_an_issue_counts_where_it_was_spoken_of_without_being_on_the_agenda(record):
    march = Meeting.objects.get(key=MARCH[0])
    make_statement(march, issues=["visas", "energy"])
    make_statement(march, issues=["visas"])
    assert options("", "issue") == {"energy": 3, "visas": 2, "peace-treaty": 1}
    assert chosen("issue=visas") == AUTUMN + MARCH


def test_a_chosen_value_stays_in_its_facet_when_nothing_is_left(record):
    assert options("issue=visas&place=moscow", "place") == {"moscow": 0}


def test_facets_cost_the_same_number_of_queries_for_any_record(record, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        MeetingFilter(QueryDict("issue=energy")).facets()
    for day in range(1, 29):
        make_meeting(
            f"2015-02-{day:02}-summit",
            start=f"2015-02-{day:02}",
            issues=["energy", "visas"],
            participants=["sergey-lavrov"],
        )
    with django_assert_num_queries(len(few)):
        MeetingFilter(QueryDict("issue=energy")).facets()


def test_hundreds_of_unknown_parameters_are_not_all_named(record):
    assert len(faults("&".join(f"x{number}=1" for number in range(300)))) == 20
