"""What is wrong in a file is told by its place and its rule, and keeps all of it out."""

import pytest

from tests.exchange.files import checked, csv, faults, imported, workbook
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
