"""Two changes of one meeting are joined where they differ in what they touch."""

from copy import deepcopy

import pytest

from tests.factories import make_meeting, make_statement, make_tenure
from timeline.editing.difference import differences
from timeline.editing.document import document
from timeline.editing.merge import Conflict, merge
from timeline.editing.put import put
from timeline.models import Meeting, Participant, Statement

pytestmark = pytest.mark.django_db

MEETING = (Meeting, ("2017-03-20-summit",))
FIRST, SECOND, THIRD = ((Statement, ("2017-03-20-summit", number)) for number in (1, 2, 3))


@pytest.fixture
def base():
    meeting = make_meeting(issues=["peace-treaty", "visas"])
    make_statement(meeting)
    make_statement(meeting)
    return document(meeting)


def changed(rows, number=None, **fields):
    """The document with other ``fields`` in its own row, or in the statement of that number."""
    rows = deepcopy(rows)
    row = rows[0] if number is None else next(row for row in rows if row["fields"].get("number") == number)
    row["fields"] |= fields
    return rows


def without(rows, number):
    return [row for row in rows if row["fields"].get("number") != number]


def with_third(rows, text):
    third = deepcopy(next(row for row in rows if row["fields"].get("number") == 2))
    third["fields"] |= {"number": 3, "text_en": text}
    return [*rows, third]


def test_changes_of_different_fields_and_rows_are_joined(base):
    mine = with_third(changed(changed(base, venue="Kremlin"), 1, phrase="peace"), "A third claim.")
    theirs = without(changed(changed(base, duration_minutes=90), 1, kind="concern"), 2)

    rows, conflicts = merge(base, mine, theirs)

    assert conflicts == []
    wanted = with_third(
        changed(changed(base, venue="Kremlin", duration_minutes=90), 1, phrase="peace"), "A third claim."
    )
    assert differences(rows, without(changed(wanted, 1, kind="concern"), 2)) == []
    put(Meeting.objects.get(), rows)
    assert differences(document(Meeting.objects.get()), rows) == []


def test_the_same_change_made_by_both_is_no_conflict(base):
    both = with_third(without(changed(base, venue="Kremlin"), 1), "A third claim.")

    rows, conflicts = merge(base, both, both)

    assert (differences(both, rows), conflicts) == ([], [])


@pytest.mark.parametrize(
    ("mine", "theirs", "conflict"),
    [
        (
            lambda base: changed(base, venue="Kremlin"),
            lambda base: changed(base, venue="Iikura"),
            Conflict(*MEETING, "venue", "Kremlin", "Iikura"),
        ),
        (  # a list is one value
            lambda base: changed(base, issues=[["visas"]]),
            lambda base: changed(base, issues=[["peace-treaty"]]),
            Conflict(*MEETING, "issues", [["visas"]], [["peace-treaty"]]),
        ),
        (
            lambda base: with_third(base, "Mine."),
            lambda base: with_third(base, "Theirs."),
            Conflict(*THIRD, "text_en", "Mine.", "Theirs."),
        ),
    ],
    ids=["field", "list", "added by both"],
)
def test_what_both_changed_otherwise_is_a_conflict_and_theirs_stays(base, mine, theirs, conflict):
    rows, conflicts = merge(base, mine(base), theirs(base))

    assert conflicts == [conflict]
    assert differences(rows, theirs(base)) == []


def test_what_one_removed_and_the_other_changed_is_a_conflict_and_theirs_stays(base):
    gone, kept = without(base, 2), changed(base, 2, phrase="peace")

    rows, [conflict] = merge(base, gone, kept)
    assert (conflict[:4], conflict.theirs["phrase"]) == ((*SECOND, "", None), "peace")
    assert differences(rows, kept) == []

    rows, [conflict] = merge(base, kept, gone)
    assert (conflict[:3], conflict.mine["phrase"], conflict.theirs) == ((*SECOND, ""), "peace", None)
    assert differences(rows, gone) == []


def test_what_one_removed_and_nobody_changed_goes(base):
    rows, conflicts = merge(base, without(base, 1), base)

    assert conflicts == []
    assert [row["fields"]["number"] for row in rows if "number" in row["fields"]] == [2]


def test_a_term_of_office_keeps_what_names_it():
    make_tenure()
    base = document(Participant.objects.get())
    mine = [base[0], {**base[1], "fields": base[1]["fields"] | {"note": "Seen in print."}}]

    rows, conflicts = merge(base, mine, [{**base[0], "fields": base[0]["fields"] | {"note": "x"}}, base[1]])

    assert conflicts == []
    put(Participant.objects.get(), rows)
    assert differences(document(Participant.objects.get()), rows) == []
    assert Participant.objects.get().tenures.get().note == "Seen in print."
