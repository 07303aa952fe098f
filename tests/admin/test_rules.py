"""The rules that forms ask in memory are those of the database, told in the same words."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from tests.factories import make_meeting, make_organisation, make_statement, make_tenure
from timeline.admin.rules import asked_in_memory

pytestmark = pytest.mark.django_db


def ends_before_it_starts():
    meeting = make_meeting()
    meeting.end = date(2017, 3, 19)
    return meeting


def known_to_a_month_that_it_does_not_fill():
    meeting = make_meeting()
    meeting.precision = "month"
    return meeting


def said_by_two():
    statement = make_statement(make_meeting())
    statement.attributed_to = make_organisation()
    return statement


def counted_from_nought_and_said_by_nobody():
    statement = make_statement(make_meeting())
    statement.number, statement.speaker = 0, None
    return statement


def term_that_ends_before_it_begins():
    tenure = make_tenure()
    tenure.start, tenure.end = date(2004, 3, 9), date(1990, 1, 1)
    return tenure


def good():
    return make_statement(make_meeting())


def told(record, exclude=None):
    try:
        record.full_clean(exclude=exclude)
    except ValidationError as broken:
        return broken.message_dict
    return {}


@pytest.mark.parametrize(
    "record",
    [
        ends_before_it_starts,
        known_to_a_month_that_it_does_not_fill,
        said_by_two,
        counted_from_nought_and_said_by_nobody,
        term_that_ends_before_it_begins,
        good,
    ],
)
def test_what_is_broken_is_told_as_by_the_database(record):
    one = record()

    with asked_in_memory(one):
        in_memory = told(one)

    assert in_memory == told(one)
    assert bool(in_memory) == (record is not good)


def test_a_rule_of_a_field_that_is_at_fault_itself_is_not_asked():
    one = ends_before_it_starts()

    with asked_in_memory(one):
        in_memory = told(one, exclude={"end"})

    assert in_memory == told(one, exclude={"end"}) == {}
