"""A document is put back as it was kept, whatever became of what it names in the meantime."""

import pytest

from tests.factories import (
    make_issue,
    make_link,
    make_meeting,
    make_number,
    make_participant,
    make_source,
    make_statement,
)
from timeline.editing.document import document, under_key
from timeline.editing.put import MissingRecordError, put
from timeline.models import FormerKey, Issue, Meeting, Number, Source

pytestmark = pytest.mark.django_db


def test_a_record_that_is_no_more_is_named():
    meeting = make_meeting(issues=["peace-treaty", "visas"])
    rows = document(meeting)
    meeting.issues.set([make_issue("peace-treaty")])
    Issue.objects.get(key="visas").delete()

    with pytest.raises(MissingRecordError) as missing:
        put(meeting, rows)

    assert (missing.value.model, missing.value.key) == (Issue, ("visas",))
    assert str(missing.value) == "issue visas"


def test_a_record_that_was_renamed_twice_is_found_and_two_that_became_one_are_named_once():
    meeting = make_meeting(sources=["oldest", "other"])
    rows = document(meeting)
    Source.objects.filter(key="oldest").update(key="newest")
    meeting.sources.set([make_source("newest")])
    Source.objects.get(key="other").delete()
    for former, successor in (("oldest", "newer"), ("newer", "newest"), ("other", "newest")):
        FormerKey.objects.create(noun="sources", key=former, kind="renamed", successor=successor)

    put(meeting, rows)

    assert [source.key for source in meeting.sources.all()] == ["newest"]


def test_keys_that_lead_in_a_circle_are_missing():
    meeting = make_meeting(place="a")
    rows = document(meeting)
    meeting.place.key = "gone"
    meeting.place.save()
    for former, successor in (("a", "b"), ("b", "a")):
        FormerKey.objects.create(noun="places", key=former, kind="renamed", successor=successor)

    with pytest.raises(MissingRecordError):
        put(meeting, rows)


def test_a_claim_goes_though_it_was_answered_and_comes_back_before_its_reply():
    meeting = make_meeting()
    claim = make_statement(meeting)
    make_statement(meeting, side="JP", speaker=make_participant("fumio-kishida", country="JP"), in_reply_to=claim)
    rows = document(meeting)
    alone = [row for row in rows if row["fields"].get("number") != 1]
    alone = [row | {"fields": {k: v for k, v in row["fields"].items() if k != "in_reply_to"}} for row in alone]

    put(meeting, alone)
    assert document(meeting) == alone

    put(meeting, [rows[0], *reversed(rows[1:])])
    assert document(meeting) == rows


def test_two_meetings_change_their_numbers_within_their_counts():
    meeting = make_meeting()
    make_number(meeting, "leaders", 1)
    make_number(meeting, "ministers", 2)
    rows = document(meeting)
    Number.objects.filter(series__key="leaders").update(number=9)

    put(meeting, rows)

    assert document(meeting) == rows


def test_a_document_of_a_draft_whose_key_changed_is_put_under_the_key_it_has_now():
    meeting, earlier = make_meeting("2018-01-01-draft", state="draft"), make_meeting("2017-01-01-summit")
    claim = make_statement(meeting)
    make_statement(meeting, side="JP", speaker=make_participant("fumio-kishida", country="JP"), in_reply_to=claim)
    make_link(earlier, meeting)
    rows = document(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(key="2018-02-02-draft")
    meeting.refresh_from_db()
    meeting.statements.all().delete()

    put(meeting, under_key(rows, meeting.key))

    assert document(meeting) == under_key(rows, "2018-02-02-draft")
    assert meeting.statements.get(number=2).in_reply_to.number == 1
    assert meeting.links_back.get().earlier == earlier


def test_where_it_stands_on_its_way_is_no_part_of_a_document():
    meeting = make_meeting()
    rows = document(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(state="withdrawn", venue="Elsewhere")
    meeting.refresh_from_db()

    put(meeting, rows)

    meeting.refresh_from_db()
    assert (meeting.state, meeting.venue) == ("withdrawn", "")


def test_a_document_costs_as_many_queries_for_ten_replies_as_for_one(django_assert_num_queries):
    meeting = make_meeting(participants=["sergey-lavrov"])
    claim = make_statement(meeting)
    kishida = make_participant("fumio-kishida", country="JP")
    for _at in range(10):
        make_statement(meeting, side="JP", speaker=kishida, in_reply_to=claim)

    with django_assert_num_queries(9):  # the meeting and four kinds of parts; their issues and sources
        document(meeting)
