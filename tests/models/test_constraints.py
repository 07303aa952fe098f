"""Rules that the database itself holds, whatever writes to it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from timeline.models import DataVersion, Meeting, Number, Source, Statement, Tenure

from ..factories import (
    make_attendance,
    make_format,
    make_link,
    make_meeting,
    make_number,
    make_office,
    make_organisation,
    make_participant,
    make_place,
    make_series,
    make_source,
    make_statement,
    make_tenure,
)

pytestmark = pytest.mark.django_db


def refused(rule, make, *args, **fields):
    """Assert that the database refuses the record by the rule of that name (SQLite names columns for unique ones)."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        make(*args, **fields)
    message = str(refusal.value)
    assert rule in message or "UNIQUE constraint failed" in message


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("meeting_ends_on_or_after_its_start", {"start": "2017-03-20", "end": "2017-03-19"}),
        (
            "meeting_to_the_month_starts_on_the_first",
            {"start": "2017-03-02", "end": "2017-03-31", "precision": "month"},
        ),
        (
            "meeting_to_the_month_starts_on_the_first",
            {"start": "2017-03-01", "end": "2017-03-20", "precision": "month"},
        ),
        ("meeting_to_the_year_starts_on_new_year", {"start": "2017-02-01", "end": "2017-12-31", "precision": "year"}),
        ("meeting_to_the_year_starts_on_new_year", {"start": "2017-01-01", "end": "2017-12-30", "precision": "year"}),
        ("meeting_lasts_one_to_six_hundred_minutes", {"duration_minutes": 601}),
        ("meeting_lasts_one_to_six_hundred_minutes", {"duration_minutes": 0}),
        ("venue_needs_a_place", {"place": None, "venue": "Iikura Guest House"}),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(rule, fields):
    refused(rule, make_meeting, **fields)


def test_dates_known_to_the_month_and_year_are_kept():
    make_meeting("a", start="2016-02-01", end="2016-02-29", precision="month")
    make_meeting("b", start="2016-01-01", end="2016-12-31", precision="year")
    assert Meeting.objects.count() == 2


def test_a_key_names_one_record():
    make_meeting("2017-03-20-summit")
    refused("key", make_meeting, "2017-03-20-summit")


def test_an_official_number_is_given_once_unless_a_round_has_sessions():
    one, two, three = (make_meeting(key) for key in ("one", "two", "three"))
    make_number(one, number=1)
    refused("number_is_given_once_in_a_series", make_number, two, number=1)
    refused("meeting_is_counted_once_in_a_series", make_number, one, number=2)
    refused("number_counts_from_one", make_number, two, number=0)
    make_number(two, number=3, session=1)
    make_number(three, number=3, session=2)
    make_number(three, "another-count", number=1)
    refused("session_is_given_once_in_a_round", make_number, make_meeting("four"), number=3, session=2)
    assert Number.objects.count() == 4


def test_a_person_sits_once_at_a_meeting():
    meeting = make_meeting(participants=["sergey-lavrov"])
    refused("participant_sits_once_at_a_meeting", make_attendance, meeting, "sergey-lavrov")


def test_a_meeting_does_not_lead_to_itself_nor_twice_to_another():
    one, two = make_meeting("one"), make_meeting("two")
    refused("meeting_is_not_linked_to_itself", make_link, one, one)
    make_link(one, two)
    refused("link_is_stored_once", make_link, one, two, kind="resumed")


def test_a_statement_has_one_voice_and_its_own_number():
    meeting = make_meeting()
    lavrov, ministry = make_participant(), make_organisation()
    refused("statement_has_one_voice", make_statement, meeting, speaker=lavrov, attributed_to=ministry)
    refused("only_joint_statements_lack_a_voice", make_statement, meeting, speaker=None)
    first = make_statement(meeting, side="joint")
    refused("statement_number_is_given_once", make_statement, meeting, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.filter(pk=first.pk).update(in_reply_to=first)


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("source_has_an_address_or_a_document", {"url": ""}),
        ("source_has_an_address_or_a_document", {"document": "article.txt"}),
        ("source_kind_goes_with_its_side", {"kind": "news"}),
        ("source_kind_goes_with_its_side", {"side": "third", "kind": "official-readout"}),
    ],
)
def test_a_source_that_cannot_be_is_refused(rule, fields):
    refused(rule, make_source, **fields)


def test_a_copy_may_come_from_anyone():
    for side in ("RU", "JP", "third"):
        make_source(f"copy-{side.lower()}", side=side, kind="repost")
    assert Source.objects.count() == 3


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("tenure_ends_on_or_after_its_start", {"start": "2017-03-20", "end": "2017-03-19"}),
        ("tenure_start_is_the_first_of_its_period", {"start": "2017-03-20", "start_precision": "month"}),
        ("tenure_end_is_the_first_of_its_period", {"end": "2017-03-01", "end_precision": "year"}),
        ("verified_tenure_has_a_source", {"verified": True}),
    ],
)
def test_a_tenure_that_cannot_be_is_refused(rule, fields):
    refused(rule, make_tenure, **fields)


def test_a_tenure_may_end_in_the_month_or_year_in_which_it_began():
    make_tenure("a", start="2017-03-20", end="2017-03-01", end_precision="month")
    make_tenure("b", start="2017-03-20", end="2017-01-01", end_precision="year")
    refused(
        "tenure_ends_on_or_after_its_start",
        make_tenure,
        "c",
        start="2017-03-20",
        end="2016-01-01",
        end_precision="year",
    )


def test_a_second_term_is_a_tenure_of_its_own():
    make_tenure(end="2014-09-03")
    refused("tenure_is_listed_once", make_tenure)
    make_tenure(term=2, start="2017-08-03")
    assert Tenure.objects.count() == 2


def test_levels_and_positions_have_bounds():
    refused("format_rank_is_one_to_five", make_format, rank=6)
    refused("place_lies_on_earth", make_place, latitude="90.01")


def test_there_is_one_data_version():
    DataVersion.objects.current()
    refused("there_is_one_data_version", DataVersion.objects.create, id=2)


def test_vocabulary_in_use_cannot_be_deleted():
    meeting = make_meeting(participants=["sergey-lavrov"])
    make_number(meeting)
    for record in (meeting.format, meeting.place, make_participant(), make_series()):
        with pytest.raises(ProtectedError):
            record.delete()


def test_a_meeting_takes_all_that_is_part_of_it_along():
    meeting, other = make_meeting("one", participants=["sergey-lavrov"]), make_meeting("two")
    claim = make_statement(meeting)
    make_statement(meeting, side="joint", in_reply_to=claim)
    make_number(meeting)
    make_link(meeting, other)
    meeting.delete()
    assert not Statement.objects.exists()
    assert [left.key for left in Meeting.objects.all()] == ["two"]


def test_a_tenure_names_an_office_and_a_person():
    tenure = make_tenure(start="2004-03-09")
    assert tenure.natural_key() == ("ru-minister-of-foreign-affairs", "sergey-lavrov", 1)
    assert make_office().tenures.on(date(2017, 3, 20)).get() == tenure
