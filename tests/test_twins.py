"""Two entries may be one meeting: pairs that are, pairs that are not, and the question to the record."""

from datetime import date

import pytest

from tests.factories import make_format, make_meeting, make_participant, make_source
from timeline.models import Meeting
from timeline.twins import SAME_FORMAT, SAME_PEOPLE, SAME_SOURCE, Occasion, grounds

LIMA = {"start": "2016-11-19", "format": "summit", "people": ["putin", "abe"], "sources": ["asahi"]}

PAIRS = [
    # the Kremlin dates the talks in Lima by Moscow's clock
    ({"start": "2016-11-20", "people": [], "sources": []}, {SAME_FORMAT}),
    ({"start": "2016-11-20", "format": "other", "sources": []}, {SAME_PEOPLE}),
    ({"start": "2016-11-18", "format": "call", "people": ["putin"], "sources": []}, {SAME_PEOPLE}),
    ({"start": "2016-11-21", "sources": []}, set()),
    ({"start": "2016-11-17", "sources": []}, set()),
    ({"start": "2016-11-22"}, {SAME_SOURCE}),
    ({"start": "2016-11-16", "sources": ["tass", "asahi"]}, {SAME_SOURCE}),
    ({"start": "2016-11-23"}, set()),
    ({"start": "2016-11-19"}, {SAME_FORMAT, SAME_PEOPLE, SAME_SOURCE}),
    ({"start": "2016-11-01", "end": "2016-11-30", "people": [], "sources": []}, {SAME_FORMAT}),  # known to the month
    ({"start": "2016-11-20", "end": "2016-12-31", "to_the_day": False}, set()),  # a period has no neighbours
    ({"start": "2016-11-01", "end": "2016-11-18", "to_the_day": False}, set()),
    ({"start": "2016-01-01", "end": "2016-12-31", "people": [], "sources": [], "to_the_day": False}, {SAME_FORMAT}),
    ({"start": "2016-11-20", "end": "2016-11-22", "format": "other", "sources": []}, {SAME_PEOPLE}),
    ({"start": "2016-11-19", "format": "other", "people": ["lavrov"], "sources": []}, set()),
    ({"start": "2016-11-19", "format": None, "people": [], "sources": []}, set()),
]


def occasion(known, start, format, people, sources, end=None, to_the_day=True):  # noqa: A002 -- the record's own word
    """An ``Occasion`` of what the names stand for."""
    days = date.fromisoformat(start), date.fromisoformat(end or start)
    named = frozenset(map(known.get, people)), frozenset(map(known.get, sources))
    return Occasion(*days, known.get(format), *named, to_the_day)


@pytest.mark.parametrize(("other", "why"), PAIRS)
def test_a_pair_is_compared_by_days_format_people_and_sources_both_ways(other, why):
    names = {name: name for name in ("summit", "other", "call", "putin", "abe", "lavrov", "asahi", "tass")}
    lima, entered = occasion(names, **LIMA), occasion(names, **LIMA | other)

    assert grounds(lima, entered) == grounds(entered, lima) == why


@pytest.mark.django_db
def test_the_record_names_the_twins_of_every_pair(django_assert_num_queries):
    numbers = {key: make_format(key).pk for key in ("summit", "other", "call")}
    numbers |= {key: make_participant(key).pk for key in ("putin", "abe", "lavrov")}
    numbers |= {key: make_source(key).pk for key in ("asahi", "tass")}
    lima = make_meeting(start=LIMA["start"], sources=["asahi"], participants=["putin", "abe"], state="withdrawn")

    for other, why in PAIRS:
        with django_assert_num_queries(1):
            found = list(Meeting.objects.twins_of(occasion(numbers, **LIMA | other)))
        assert found == ([lima] if why else []), other


@pytest.mark.django_db
def test_a_year_in_the_record_is_no_neighbour_of_the_next():
    summit = make_format("summit").pk
    make_meeting(start="2011-01-01", end="2011-12-31", precision="year")

    found = {
        (start, to_the_day): Meeting.objects.twins_of(
            Occasion(date.fromisoformat(start), date.fromisoformat(end), summit, to_the_day=to_the_day)
        ).exists()
        for start, end, to_the_day in (
            ("2012-01-01", "2012-12-31", False),
            ("2012-01-01", "2012-01-01", True),
            ("2011-12-31", "2011-12-31", True),
        )
    }

    assert list(found.values()) == [False, False, True]
