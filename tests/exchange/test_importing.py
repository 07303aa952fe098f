"""What an import changes: by which way, for whom, and never more than was shown."""

import pytest

from tests.exchange.files import NEW, checked, csv, exported, faults, imported, steps, titled, unzipped, zipped
from tests.factories import make_meeting, make_participant, make_tenure
from timeline.editing import versions, workflow
from timeline.editing.document import document
from timeline.editing.pending import pending, propose
from timeline.editing.workflow import Deed
from timeline.exchange.selection import Selection
from timeline.exchange.upload import Kind
from timeline.models import (
    Change,
    DataVersion,
    Import,
    Meeting,
    Participant,
    Proposal,
    Remark,
    Revision,
    Source,
    Statement,
)

pytestmark = pytest.mark.django_db


def test_a_public_meeting_is_changed_once_a_publisher_accepts(talks, author, publisher):
    before = document(talks)
    new = zipped(
        meetings__csv=titled("Better title"),
        statements__csv=csv("meeting,number,text_en", "2017-03-20-talks,1,Better claim."),
        numbers__csv=csv("meeting,series,number", "2017-03-20-talks,two-plus-two,1"),
    )

    part_of = imported(checked("new.zip", new, author), "From the ministry’s list.")

    assert steps(part_of) == [
        ("waits", "2017-03-20-talks", ["title_en"]),
        ("waits", "2017-03-20-talks#1", ["text_en"]),
    ]
    assert document(talks) == before
    change = Proposal.objects.get()
    assert (change.editor, change.revision.reason) == (author, "From the ministry’s list.")
    workflow.take(Deed.ACCEPTED, talks, publisher)
    talks.refresh_from_db()
    assert (talks.title_en, talks.statements.get().text_en) == ("Better title", "Better claim.")


def test_what_waits_already_is_added_to_and_never_undone(talks, author):
    rows = document(talks)
    rows[0]["fields"] |= {"summary_en": "Mine.", "venue": "Kremlin"}
    propose(talks, rows, author, "Mine")

    unchanged = checked(*exported(Selection.whole()), author)
    part_of = imported(checked("meetings.csv", csv("key,title_en,venue", "2017-03-20-talks,New,Villa"), author))

    assert not unchanged.steps.exists()
    assert [(one.before, one.after) for one in part_of.steps.all()] == [
        ({"title_en": "Talks 2017-03-20-talks", "venue": "Kremlin"}, {"title_en": "New", "venue": "Villa"})
    ]
    waiting = pending(talks).revision.document[0]["fields"]
    assert [waiting[name] for name in ("title_en", "summary_en", "venue")] == ["New", "Mine.", "Villa"]


def test_a_publisher_may_publish_at_once(talks, publisher):
    part_of = imported(checked("meetings.csv", titled("Now"), publisher, publish=True))

    talks.refresh_from_db()
    assert steps(part_of) == [("seen", "2017-03-20-talks", ["title_en"])]
    assert talks.title_en == "Now"
    assert [(one.number, one.deed, one.public) for one in versions.versions(talks)] == [
        (1, "loaded", True),
        (2, "imported", True),
    ]
    assert Change.objects.filter(key=talks.key).exists()
    assert DataVersion.objects.current().number == 1


def test_a_change_that_waits_goes_once_a_file_published_all_of_it_and_stays_otherwise(talks, publisher):
    rows = document(talks)
    rows[0]["fields"] |= {"title_en": "Now", "venue": "Kremlin"}
    propose(talks, rows, publisher, "Mine")

    imported(checked("meetings.csv", titled("Now"), publisher, publish=True))
    assert pending(talks)

    kremlin = csv("key,venue", "2017-03-20-talks,Kremlin")
    imported(checked("meetings.csv", kremlin, publisher, publish=True))
    assert not pending(talks)


def test_an_author_who_says_publish_at_once_is_not_heard(talks, author):
    assert steps(checked("meetings.csv", titled("Now"), author, publish=True))[0][0] == "waits"


def test_a_draft_is_changed_directly_and_its_versions_are_kept(draft, author):
    part_of = imported(checked("meetings.csv", titled("Other", draft.key), author), "A better title.")

    draft.refresh_from_db()
    assert steps(part_of) == [("draft", draft.key, ["title_en"])]
    assert draft.title_en == "Other"
    first, last = versions.versions(draft)
    assert (first.deed, last.deed, last.editor, last.reason, last.public) == (
        "loaded", "imported", author, "A better title.", False,
    )  # fmt: skip
    assert last.document == document(draft)
    assert not Change.objects.exists()


def test_new_meetings_are_drafts_whatever_the_file_says(talks, author):
    part_of = imported(checked("new.zip", zipped(**NEW), author))

    meeting = Meeting.objects.get(key="2018-05-05-talks")
    assert [way for way, _key, _fields in steps(part_of)] == ["new-draft", "new", "new-draft", "new-draft"]
    assert meeting.state == "draft"
    assert [one.deed for one in versions.versions(meeting)] == ["imported"]
    assert versions.last(meeting).document == document(meeting)
    assert Source.objects.get(key="mid-2018-05-05").waits
    assert not Change.objects.exists()


def test_new_meetings_are_published_for_a_publisher_who_says_so(talks, publisher):
    part_of = checked("new.zip", zipped(**NEW), publisher, publish=True)
    imported(part_of, "All sources read.")

    meeting = Meeting.objects.get(key="2018-05-05-talks")
    assert meeting.state == "published"
    assert Remark.objects.get(meeting=meeting).text == "All sources read."
    told = Change.objects.values_list("noun", "key")
    assert {("meetings", "2018-05-05-talks"), ("sources", "mid-2018-05-05")} <= set(told)
    assert DataVersion.objects.current().number == 1


def test_a_meeting_that_is_not_complete_is_not_published(talks, publisher):
    hollow = csv(
        "key,title_en,format,start,end,place,issues,sources,state",
        "2018-05-05-talks,Talks,summit,2018-05-05,2018-05-05,tokyo,energy,mid-2017-03-20,published",
    )

    draft, public = checked("meetings.csv", hollow, publisher), checked("meetings.csv", hollow, publisher, publish=True)

    assert draft.state == Import.State.READY
    assert ("meetings.csv, line 2, confidence", "Say how well the sources support the meeting.") in faults(public)


def test_a_hole_in_a_public_meeting_is_refused_and_in_a_draft_is_not(talks, draft, author):
    lines = "{0},"
    public = checked("meetings.csv", csv("key,summary_en", lines.format(talks.key)), author)
    hidden = checked("meetings.csv", csv("key,summary_en", lines.format(draft.key)), author)

    assert faults(public) == [("meetings.csv, line 2, summary_en", "is missing.")]
    assert imported(hidden).state == Import.State.DONE


def test_what_readers_see_outside_of_meetings_is_for_publishers(talks, author, publisher):
    make_tenure(term=1)
    people = csv("key,name_en", "sergey-lavrov,S. Lavrov")
    terms = csv("office,participant,note", "ru-minister-of-foreign-affairs,sergey-lavrov,Seen.")

    for name, raw in (("participants.csv", people), ("tenures.csv", terms)):
        assert [rule for _place, rule in faults(checked(name, raw, author))] == [
            "Readers see this record: only a Publisher changes it."
        ]
    imported(checked("new.zip", zipped(participants__csv=people, tenures__csv=terms), publisher))
    assert Participant.objects.get().name_en == "S. Lavrov"
    told = Revision.objects.filter(deed="imported").values_list("noun", flat=True)
    assert sorted(told) == ["offices", "participants"]


def test_what_readers_do_not_see_is_for_authors_too(unused_source, author):
    imported(checked("sources.csv", csv("key,title", "mid-2018,Another"), author))

    assert Source.objects.get().title == "Another"


def test_who_may_not_add_a_kind_of_record_is_told_so(author):
    part_of = checked(
        "series.csv", csv("key,name_en,name_ru,name_ja,counter,counted_by,scope", "a,A,A,A,RU,M,S"), author
    )

    assert faults(part_of) == [("series.csv, line 2", "You may not add official counts.")]


@pytest.mark.parametrize("state", ["review", "withdrawn"])
def test_a_meeting_out_of_an_authors_hands_stays_as_it_is(author, state):
    make_meeting("2018-01-10-talks", start="2018-01-10", state=state)

    assert (
        "only a Publisher changes it" in faults(checked("meetings.csv", titled("X", "2018-01-10-talks"), author))[0][1]
    )


def test_a_state_is_never_changed_by_a_file(talks, publisher):
    part_of = checked("meetings.csv", csv("key,state", "2017-03-20-talks,draft"), publisher, publish=True)

    assert not part_of.steps.exists()
    assert part_of.states_left == 1


def test_a_missing_column_leaves_a_field_alone_and_an_empty_cell_sets_its_default(draft, author):
    Meeting.objects.update(venue="Kremlin", duration_minutes=60, status="planned")

    imported(checked("meetings.csv", csv("key,duration_minutes,status", f"{draft.key},,"), author))

    draft.refresh_from_db()
    assert (draft.venue, draft.duration_minutes, draft.status) == ("Kremlin", None, "held")


def test_a_row_of_yaml_is_whole(draft, author):
    Meeting.objects.update(venue="Kremlin")
    _name, raw = exported(Selection.whole([Meeting]), Kind.YAML)

    imported(checked("a.yaml", raw.replace(b"    venue: Kremlin\n", b""), author))

    draft.refresh_from_db()
    assert draft.venue == ""


def test_rows_that_a_file_does_not_hold_stay(talks, publisher):
    name, raw = exported(Selection.whole())
    files = unzipped(raw)
    files["statements.csv"] = files["statements.csv"].split("\r\n")[0]

    assert not checked(name, zipped(**{one: text.encode() for one, text in files.items()}), publisher).steps.exists()
    assert Statement.objects.count() == 1


def test_an_import_is_done_once(draft, author):
    part_of = imported(checked("meetings.csv", titled("Other", draft.key), author))
    Meeting.objects.update(title_en="Third")

    imported(part_of)

    draft.refresh_from_db()
    assert draft.title_en == "Third"


def test_numbers_may_change_places(talks, publisher):
    earlier = Meeting.objects.get(key="2016-12-15-summit")
    earlier.numbers.create(series=talks.numbers.get().series, number=2)
    raw = csv("meeting,series,number", "2017-03-20-talks,two-plus-two,2", "2016-12-15-summit,two-plus-two,1")

    part_of = imported(checked("numbers.csv", raw, publisher, publish=True))

    assert part_of.faults == []
    assert talks.numbers.get().number == 2


def test_a_person_that_only_the_import_names_becomes_public_with_its_meeting(talks, publisher):
    new = NEW | {"participants__csv": csv("key,name_en,name_ru,name_ja,country,kind", "a-b,A B,А Б,AB,RU,official")}
    new["attendances__csv"] = new["attendances__csv"].replace(b"sergey-lavrov", b"a-b")

    imported(checked("new.zip", zipped(**new), publisher, publish=True))

    assert make_participant("a-b").waits
    assert ("participants", "a-b") in set(Change.objects.values_list("noun", "key"))
