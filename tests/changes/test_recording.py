"""Each published change is written down once, in the same transaction, and nothing else is."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    make_issue,
    make_link,
    make_meeting,
    make_number,
    make_office,
    make_participant,
    make_source,
    make_statement,
    make_tenure,
)
from timeline.changes import log, record_changed
from timeline.models import Change, DataVersion, Meeting

pytestmark = pytest.mark.django_db

KEY = "2017-03-20-summit"


def told(since=0):
    """What happened to which record, and to which of its fields."""
    return [(one.noun, one.key, one.kind, one.fields) for one in Change.objects.filter(pk__gt=since).oldest_first()]


def last():
    return Change.objects.newest_first().values_list("pk", flat=True).first() or 0


@pytest.fixture
def meeting():
    """A published meeting with one statement, of which the public knows."""
    meeting = make_meeting(KEY, participants=["sergey-lavrov"])
    make_statement(meeting, text_en="First.")
    record_changed([meeting])
    return meeting


def changed(meeting, **fields):
    """The meeting with these fields, saved and told."""
    Meeting.objects.filter(pk=meeting.pk).update(**fields)
    record_changed([meeting])


def test_a_first_publication_tells_of_the_meeting_and_of_all_that_it_names(meeting):
    assert told() == [
        ("formats", "summit", "created", []),
        ("issues", "peace-treaty", "created", []),
        ("places", "tokyo", "created", []),
        ("participants", "sergey-lavrov", "created", []),
        ("sources", "mid-2017-03-20", "created", []),
        ("meetings", KEY, "created", []),
        ("statements", f"{KEY}#1", "created", []),
    ]


def test_a_change_carries_the_version_and_the_moment_of_the_record_that_has_it(meeting):
    version = DataVersion.objects.current()

    assert {(one.version, one.at) for one in Change.objects.all()} == {(str(version), version.moved_at)}


def test_saving_without_a_change_records_nothing(meeting):
    before = last()
    record_changed([meeting], others=[make_issue(), make_participant()])

    assert told(before) == []


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"title_ja": "別"}, ["title"]),
        ({"title_en": "Another", "summary_ru": "Другое"}, ["summary", "title"]),
        ({"start": "2017-03-01", "end": "2017-03-31", "precision": "month"}, ["dates"]),
        ({"status": "cancelled"}, ["status"]),
        ({"place": None}, ["place"]),
        ({"duration_minutes": 95}, ["duration_minutes"]),
    ],
)
def test_a_change_names_the_fields_as_the_api_does(meeting, fields, names):
    before = last()
    changed(meeting, **fields)

    assert ("meetings", KEY, "changed", names) in told(before)


def test_what_hangs_on_a_meeting_is_part_of_it(meeting):
    before = last()
    meeting.issues.add(make_issue("energy"))
    meeting.attendances.update(capacity_en="Envoy")
    make_number(meeting)
    other = make_meeting("2018-05-01-summit", start="2018-05-01")
    make_link(meeting, other)
    record_changed([meeting, other])

    assert ("meetings", KEY, "changed", ["issues", "led_to", "numbers", "participants"]) in told(before)
    assert ("meetings", other.key, "created", []) in told(before)
    assert ("series", "two-plus-two", "created", []) in told(before)


def test_the_order_of_a_list_is_part_of_it(meeting):
    energy = make_issue("energy")
    meeting.issues.set([meeting.issues.get(), energy])
    record_changed([meeting])
    before = last()
    meeting.issues.set([energy, make_issue()])
    record_changed([meeting])

    assert told(before) == [("meetings", KEY, "changed", ["issues"])]


def test_a_statement_is_a_record_of_its_own(meeting):
    before = last()
    statement = meeting.statements.get()
    statement.text_en = "Second thoughts."
    statement.save()
    statement.sources.add(make_source("mofa-2017-03-20"))
    make_statement(meeting, 2)
    record_changed([meeting])

    assert told(before) == [
        ("sources", "mofa-2017-03-20", "created", []),
        ("statements", f"{KEY}#1", "changed", ["sources", "text"]),
        ("statements", f"{KEY}#2", "created", []),
    ]


def test_a_draft_and_what_it_alone_names_is_never_told_of(meeting):
    before = last()
    draft = make_meeting("draft", state="draft", participants=["secret-person"], sources=["secret-source"], issues=[])
    make_statement(draft, issues=["secret-issue"], speaker=make_participant("secret-speaker"))
    record_changed([draft], others=[make_participant("secret-person"), make_source("secret-source")])
    record_changed(whole=True)

    assert not [one for one in told(before) if "secret" in one[1] or "draft" in one[1]]


def test_withdrawing_takes_along_what_only_this_meeting_named(meeting):
    make_meeting("2018-05-01-summit", start="2018-05-01", sources=["another"])
    before = last()
    changed(meeting, state="withdrawn")

    assert told(before) == [
        ("statements", f"{KEY}#1", "withdrawn", []),
        ("meetings", KEY, "withdrawn", []),
        ("sources", "mid-2017-03-20", "withdrawn", []),
        ("participants", "sergey-lavrov", "withdrawn", []),
    ]

    before = last()
    changed(meeting, state="published")
    assert [(noun, kind) for noun, _key, kind, _fields in told(before)] == [
        ("participants", "created"),
        ("sources", "created"),
        ("meetings", "created"),
        ("statements", "created"),
    ]


def test_a_meeting_that_lets_go_of_a_source_withdraws_what_only_a_draft_still_uses(meeting):
    make_meeting("draft", state="draft")
    make_statement(Meeting.objects.get(key="draft"))
    before = last()
    meeting.sources.set([make_source("another")])
    meeting.statements.get().sources.set([make_source("another")])
    record_changed([meeting])

    assert ("sources", "mid-2017-03-20", "withdrawn", []) in told(before)


def test_a_new_name_is_told_of_the_record_that_has_it(meeting):
    before = last()
    lavrov = make_participant()
    lavrov.aliases = ["Lawrow"]
    lavrov.save()
    record_changed([meeting], others=[lavrov])

    assert told(before) == [("participants", "sergey-lavrov", "changed", ["aliases"])]


def test_a_term_of_office_is_told_of_the_person_and_the_office(meeting):
    record_changed(others=[make_office()])
    before = last()
    record_changed(others=[make_tenure()])

    assert told(before) == [
        ("participants", "sergey-lavrov", "changed", ["tenures"]),
        ("offices", "ru-minister-of-foreign-affairs", "changed", ["tenures"]),
    ]


def test_a_deleted_record_is_withdrawn(meeting):
    energy = make_issue("energy")
    record_changed(others=[energy])
    before = last()
    energy.delete()
    record_changed(gone=[energy])

    assert told(before) == [("issues", "energy", "withdrawn", [])]


def test_a_change_that_is_taken_back_is_not_told(meeting):
    before = last()
    with transaction.atomic():
        changed(meeting, title_en="Another")
        assert told(before)
        transaction.set_rollback(True)

    assert told(before) == []


def test_telling_the_whole_finds_what_nobody_told(meeting):
    before = last()
    Meeting.objects.update(title_en="Another")
    make_issue("energy")
    record_changed(whole=True)

    assert told(before) == [("issues", "energy", "created", []), ("meetings", KEY, "changed", ["title"])]


def test_writing_it_down_costs_the_same_for_one_statement_as_for_thirty(meeting):
    def cost():
        Meeting.objects.update(title_en=f"Talks {last()}")
        with CaptureQueriesContext(connection) as queries:
            log.write([KEY], (), ())
        return len(queries)

    one = cost()
    for _n in range(29):
        make_statement(meeting)
    record_changed([meeting])

    assert cost() == one
