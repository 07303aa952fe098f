"""Every meeting of the shipped record as a document, and put back from it."""

from itertools import cycle

from django.db import transaction
from django.test import TestCase

from tests.shipped import put_shipped_record
from timeline.editing.document import document
from timeline.editing.put import put
from timeline.models import Attendance, Meeting, MeetingLink, Number, Participant, Statement

PARTS = (Attendance, MeetingLink, Number, Statement)


class ShippedDocumentTests(TestCase):
    """The record is loaded once for all of them."""

    @classmethod
    def setUpTestData(cls):
        put_shipped_record()

    def test_any_meeting_of_which_something_was_lost_or_changed_is_put_back_whole(self):
        wrong = []
        for meeting, harm in zip(Meeting.objects.order_by("key")[::4], cycle(HARMS), strict=False):
            rows = document(meeting)
            harm(meeting)
            put(meeting, rows)
            if document(meeting) != rows:
                wrong.append((meeting.key, harm.__name__))

        assert wrong == []

    def test_putting_what_is_there_writes_nothing(self):
        busiest = Meeting.objects.get(key="2017-03-20-two-plus-two")
        before = primary_keys(busiest)

        put(busiest, document(busiest))

        assert primary_keys(busiest) == before

    def test_borrowed_rows_have_the_same_ids_every_time_and_leave_nothing(self):
        meeting = Meeting.objects.get(key="2017-03-20-two-plus-two")
        rows = document(meeting)
        for harm in HARMS:
            harm(meeting)
        damaged, seen = document(meeting), []
        for _time in range(2):
            with transaction.atomic():
                put(meeting, rows, borrowed=True)
                seen.append(primary_keys(meeting))
                assert document(meeting) == rows
                transaction.set_rollback(True)

        assert seen[0] == seen[1]
        assert min(seen[0][Statement]) < 0 < max(seen[0][Statement])
        assert document(meeting) == damaged

    def test_a_person_with_terms_of_office_is_put_back(self):
        person = Participant.objects.get(key="sergey-lavrov")
        rows = document(person)
        person.tenures.all().delete()
        Participant.objects.filter(pk=person.pk).update(name_en="Somebody else")
        person.refresh_from_db()

        put(person, rows)

        assert document(person) == rows
        assert len(rows) > 1


def lose_what_was_said(meeting):
    meeting.statements.update(in_reply_to=None)
    for statement in meeting.statements.order_by("number")[:2]:
        statement.delete()


def lose_a_seat_and_turn_the_others(meeting):
    meeting.attendances.filter(pk__in=meeting.attendances.values("pk")[:1]).delete()
    meeting.attendances.update(order=7, lead=False)


def lose_links_and_numbers(meeting):
    meeting.links_back.all().delete()
    meeting.numbers.all().delete()


def turn_lists(meeting):
    meeting.sources.set(reversed(meeting.sources.all()))
    meeting.issues.clear()


def tell_other_facts(meeting):
    Meeting.objects.filter(pk=meeting.pk).update(title_en="Damaged", summary_en="", duration_minutes=599)
    meeting.statements.update(phrase="", said_on=None)


HARMS = (
    lose_what_was_said,
    lose_a_seat_and_turn_the_others,
    lose_links_and_numbers,
    turn_lists,
    tell_other_facts,
)


def primary_keys(meeting):
    return {
        model: sorted(
            model.objects.filter(**{"later" if model is MeetingLink else "meeting": meeting}).values_list(
                "pk", flat=True
            )
        )
        for model in PARTS
    }
