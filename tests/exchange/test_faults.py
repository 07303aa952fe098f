"""What is wrong in a file is told by its place and its rule, and keeps all of it out."""

import pytest

from tests.exchange.files import checked, csv, faults, imported, workbook
from tests.factories import make_number
from timeline.models import (
    FormerKey,
    Import,
    Meeting,
)

pytestmark = pytest.mark.django_db


FAULTY = {
    "unknown reference": (
        "attendances.csv",
        csv("meeting,participant,side,capacity_en", "2017-03-20-talks,sergei-lavrov,RU,Minister"),
        ("attendances.csv, line 2, participant", "unknown participant “sergei-lavrov” – did you mean “sergey-lavrov”?"),
    ),
    "constraint": (
        "meetings.csv",
        csv("key,end", "2017-03-20-talks,2017-03-19"),
        ("meetings.csv, line 2", "A meeting cannot end before it starts."),
    ),
    "rule": (
        "a.xlsx",
        workbook(statements=[["meeting", "number", "side"], ["2017-03-20-talks", 1, "JP"]]),
        (
            "statements!A2",
            "Who speaks for Russia or Japan is a person or body of that country. (is of JP, but its voice is of RU)",
        ),
    ),
    "value": (
        "a.xlsx",
        workbook(meetings=[["key", "status"], ["2017-03-20-talks", "hold"]]),
        ("meetings!B2", "Value 'hold' is not a valid choice."),
    ),
    "the same twice": (
        "meetings.csv",
        csv("key,venue", "2017-03-20-talks,", "2017-03-20-talks,Villa"),
        ("meetings.csv, line 3", "The same record stands twice: first at meetings.csv, line 2."),
    ),
    "a giant cell": (
        "meetings.csv",
        csv("key,venue", f"2017-03-20-talks,{'x' * 200_000}"),
        ("meetings.csv, line 2, venue", "is longer than 32767 characters."),
    ),
    "ambiguous day": (
        "meetings.csv",
        csv("key,start", "2017-03-20-talks,03/04/2017"),
        (
            "meetings.csv, line 2, start",
            "“03/04/2017” may be read in several ways: 4 March 2017 / 3 April 2017. Write 2017-03-04 / 2017-04-03.",
        ),
    ),
}


@pytest.mark.parametrize(("name", "raw", "fault"), FAULTY.values(), ids=FAULTY)
def test_a_fault_names_its_place_and_its_rule_and_nothing_can_be_imported(talks, author, name, raw, fault):
    part_of = checked(name, raw, author)

    assert fault in faults(part_of)
    assert part_of.state == Import.State.REFUSED
    assert imported(part_of).state == Import.State.REFUSED


def test_one_bad_row_keeps_all_others_out(talks, publisher):
    raw = csv("key,title_en,end", "2017-03-20-talks,New,2017-03-20", "2016-12-15-summit,New,2016-12-01")

    imported(checked("meetings.csv", raw, publisher, publish=True))

    assert not Meeting.objects.filter(title_en="New").exists()


def test_a_key_that_was_given_up_is_not_taken_again(talks, author):
    FormerKey.objects.create(noun="places", key="edo", kind="renamed", successor="tokyo")
    raw = csv("key,name_en,name_ru,name_ja,latitude,longitude,time_zone", "edo,Edo,Эдо,江戸,35.68,139.69,Asia/Tokyo")

    assert faults(checked("places.csv", raw, author)) == [
        ("places.csv, line 2", "This key was given up: the record is now “tokyo”.")
    ]


def test_faults_of_all_kinds_are_told_in_one_go_in_the_order_of_the_file(talks, author):
    raw = workbook(
        meetings=[
            ["key", "end", "status", "format", "summary_en"],
            ["2017-03-20-talks", "2017-03-19", "held", "summit", "They spoke of Iturup."],
            ["2016-12-15-summit", "2016-12-15", "hold", "sumit", "They spoke of peace."],
        ],
        attendances=[["meeting", "participant", "side"], ["2017-03-20-talks", "sergei-lavrov", "RU"]],
    )

    assert faults(checked("a.xlsx", raw, author)) == [
        ("meetings!A2", "A meeting cannot end before it starts."),
        (
            "meetings!A2",
            "Our own text calls a disputed place by both sides' names. "
            "(summary_en names one side's name only, not Iturup / Etorofu)",
        ),
        ("meetings!C3", "Value 'hold' is not a valid choice."),
        ("meetings!D3", "unknown format “sumit” – did you mean “summit”?"),
        ("attendances!A2", "is missing."),
        ("attendances!B2", "unknown participant “sergei-lavrov” – did you mean “sergey-lavrov”?"),
    ]


def test_what_a_row_at_fault_may_bring_is_not_missed_elsewhere(talks, author):
    raw = workbook(
        places=[
            ["key", "name_en", "name_ru", "name_ja", "latitude", "longitude", "time_zone"],
            ["bonn", "Bonn", "Бонн", "ボン", "fifty", 7.1, "Europe/Berlin"],
        ],
        meetings=[["key", "place"], ["2017-03-20-talks", "bonn"]],
    )

    assert [place for place, _words in faults(checked("a.xlsx", raw, author))] == ["places!E2"]


def test_two_rows_that_change_places_are_no_twins_because_one_of_them_is_at_fault(talks, author):
    make_number(Meeting.objects.get(key="2016-12-15-summit"), number=23)
    (first,) = talks.numbers.all()
    raw = workbook(
        numbers=[
            ["meeting", "series", "number", "session"],
            ["2017-03-20-talks", first.series.key, 23, ""],
            ["2016-12-15-summit", first.series.key, first.number, "x"],
        ]
    )

    assert [place for place, _words in faults(checked("a.xlsx", raw, author))] == ["numbers!D3"]


def test_rows_before_the_end_of_a_broken_file_are_checked_without_what_may_have_followed(talks, author):
    raw = csv("key,end,place", "2017-03-20-talks,2017-03-19,bonn", "2016-12-15-summit,2016-12-15,tokyo,stray")

    assert [place for place, _words in faults(checked("meetings.csv", raw, author))] == [
        "meetings.csv, line 2",
        "meetings.csv, line 3",
    ]
