"""What lies between two documents of a meeting."""

import pytest

from tests.factories import make_attendance, make_issue, make_link, make_meeting, make_number, make_statement
from timeline.editing.difference import Difference, What, differences
from timeline.editing.document import document
from timeline.models import Attendance, Meeting, MeetingLink, Number, Statement

pytestmark = pytest.mark.django_db

KEY = ("2017-03-20-summit",)


def test_fields_rows_and_lists_that_differ_are_told_and_nothing_else():
    meeting = make_meeting(issues=["peace-treaty", "visas"], participants=["sergey-lavrov"])
    make_statement(meeting)
    make_number(meeting, "leaders", 1)
    before = document(meeting)

    Meeting.objects.filter(pk=meeting.pk).update(venue="Iikura Guest House", occasion_en="G20 summit")
    meeting.issues.set([make_issue("visas"), make_issue("peace-treaty")])
    meeting.statements.update(text_ru="Утверждение.")
    meeting.numbers.all().delete()
    make_attendance(meeting, "fumio-kishida", side="JP", order=1)
    make_link(make_meeting("2016-12-15-summit"), meeting)
    found = differences(before, document(meeting))

    assert [one[:4] for one in found] == [
        (Meeting, KEY, What.CHANGED, "venue"),
        (Meeting, KEY, What.CHANGED, "occasion_en"),
        (Meeting, KEY, What.CHANGED, "issues"),
        (Attendance, (*KEY, "fumio-kishida"), What.ADDED, ""),
        (Statement, (*KEY, 1), What.CHANGED, "text_ru"),
        (MeetingLink, ("2016-12-15-summit", *KEY), What.ADDED, ""),
        (Number, (*KEY, "leaders"), What.REMOVED, ""),
    ]
    assert [one[4:] for one in found[:3]] == [
        ("", "Iikura Guest House"),
        ("", "G20 summit"),
        ([["peace-treaty"], ["visas"]], [["visas"], ["peace-treaty"]]),
    ]
    assert (found[3].before, found[3].after["side"]) == (None, "JP")
    assert (found[6].before["number"], found[6].after) == (1, None)


def test_nothing_lies_between_a_document_and_itself():
    meeting = make_meeting()
    make_statement(meeting)

    assert differences(document(meeting), document(meeting)) == []


def test_a_record_under_another_key_is_the_same_one():
    meeting = make_meeting("2018-01-01-draft", state="draft", participants=["sergey-lavrov"])
    make_statement(meeting)
    before = document(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(key="2018-02-02-draft")

    assert differences(before, document(meeting)) == [
        Difference(Meeting, ("2018-02-02-draft",), What.CHANGED, "key", "2018-01-01-draft", "2018-02-02-draft")
    ]
