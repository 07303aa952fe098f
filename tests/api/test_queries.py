"""A list costs as many queries for one row as for many, a record as many however much is recorded."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_attendance,
    make_link,
    make_meeting,
    make_number,
    make_organisation,
    make_source,
    make_statement,
    make_tenure,
)
from timeline.api.views.root import LISTS
from timeline.models import DataVersion

pytestmark = pytest.mark.django_db

MOST_QUERIES_OF_A_LIST = 10
MOST_QUERIES_OF_A_RECORD = 20


def make_record(numbers):
    """A meeting a number, each with a person, place, issue, source, body, office, number and link of its own."""
    earlier = None
    for at in numbers:
        person, issue, source = f"person-{at}", f"issue-{at}", f"source-{at}"
        meeting = make_meeting(
            f"meeting-{at}", format=f"format-{at}", place=f"place-{at}", issues=[issue], sources=[source],
            participants=[person],
        )  # fmt: skip
        claim = make_statement(meeting, issues=[issue], sources=[source])
        body = make_organisation(f"body-{at}")
        make_statement(meeting, side="JP", attributed_to=body, in_reply_to=claim, issues=[issue], sources=[source])
        make_tenure(f"office-{at}", person)
        make_number(meeting, f"series-{at}", at)
        if earlier:
            make_link(earlier, meeting).sources.set(meeting.sources.all())
        earlier = meeting


def queries_of(client, path):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize("view", LISTS, ids=lambda view: view.noun)
def test_a_list_costs_the_same_for_many_rows(client, view):
    DataVersion.objects.current()
    make_record(range(1, 2))
    one = queries_of(client, f"/api/v1/{view.noun}/?page_size=500")
    make_record(range(2, 13))
    many = queries_of(client, f"/api/v1/{view.noun}/?page_size=500")

    assert one == many <= MOST_QUERIES_OF_A_LIST


def test_a_meeting_costs_the_same_however_much_is_recorded(client):
    DataVersion.objects.current()
    make_record([1, 2, 3])
    meeting = make_meeting("2017-03-20-summit", participants=["sergey-lavrov"], start="2017-03-20")
    last = make_statement(meeting)
    make_statement(meeting, side="JP", kind="reply", in_reply_to=last, attributed_to=make_organisation())
    make_number(meeting, "leaders", 1)
    make_link(make_meeting("before"), meeting).sources.add(make_source("link-before"))
    make_link(meeting, make_meeting("after")).sources.add(make_source("link-after"))
    little = queries_of(client, "/api/v1/meetings/2017-03-20-summit/")
    for at in range(10):
        make_attendance(meeting, f"guest-{at}")
        make_link(make_meeting(f"before-{at}"), meeting).sources.add(make_source(f"source-of-{at}"))
        last = make_statement(meeting, side="RU" if at % 2 else "JP", kind="reply", in_reply_to=last)
        make_number(meeting, f"count-{at}", 1)
    much = queries_of(client, "/api/v1/meetings/2017-03-20-summit/")

    assert little == much <= MOST_QUERIES_OF_A_RECORD
