"""Saving writes what was changed, keeps orders, and moves the stamps when readers see it."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests.admin.screens import change_address, list_address, typed
from tests.factories import (
    make_issue,
    make_link,
    make_meeting,
    make_number,
    make_participant,
    make_source,
    make_statement,
    make_tenure,
)
from timeline.changes import record_changed
from timeline.models import Change, DataVersion, Meeting, MeetingLink, Number, Participant, Statement

pytestmark = pytest.mark.django_db

BEFORE = datetime(2020, 1, 1, tzinfo=UTC)
ISSUES = ["united-nations", "china", "north-korea"]
SOURCES = ["tass-2017-03-20", "mofa-2017-03-20", "mid-2017-03-20"]


def full_meeting(**fields):
    """A meeting with rows of every kind, none of its lists in the order of keys or primary keys."""
    for key in sorted(ISSUES):
        make_issue(key)
    for key in sorted(SOURCES):
        make_source(key)
    meeting = make_meeting(
        issues=ISSUES,
        sources=SOURCES,
        participants=["sergey-lavrov", ("fumio-kishida", {"side": "JP"})],
        content_updated_at=BEFORE,
        discrepancies="One line.\n\nAnother, after an empty one.",
        **fields,
    )
    claim = make_statement(meeting, issues=ISSUES, sources=SOURCES)
    kishida = make_participant("fumio-kishida")
    kishida.country = "JP"
    kishida.save()
    make_statement(meeting, side="JP", speaker=kishida, in_reply_to=claim, issues=ISSUES[:1], sources=SOURCES[:1])
    make_number(meeting)
    earlier = make_meeting("2016-12-15-summit", start="2016-12-15", content_updated_at=BEFORE)
    link = make_link(earlier, meeting)
    link.sources.set([make_source(key) for key in SOURCES])
    return meeting


def everything():
    """All rows of the record, its lists included."""
    tables = [Meeting, Statement, Number, MeetingLink, Meeting.issues.through, Meeting.sources.through]
    tables += [Statement.issues.through, Statement.sources.through, MeetingLink.sources.through, DataVersion]
    return [list(table.objects.order_by("pk").values()) for table in tables]


def save(client, record, **typed_now):
    """Save at once what readers see, as a Publisher does; drafts are just saved."""
    data = typed(client.get(change_address(record)))
    button = {"_publish": "1"} if getattr(record, "state", "") == "published" else {}
    return client.post(change_address(record), data | typed_now | button)


def step(client, meeting, deed, note="A test"):
    seen = client.get(change_address(meeting)).context["panel"].seen
    address = reverse("admin:timeline_meeting_step", args=[meeting.pk])
    return client.post(address, {"deed": deed, "note": note, "seen": seen})


def stamped(*meetings):
    return [Meeting.objects.get(pk=meeting.pk).content_updated_at > BEFORE for meeting in meetings]


def test_an_unchanged_save_changes_nothing(boss):
    meeting = full_meeting()
    DataVersion.objects.current()
    before = everything()

    answer = save(boss, meeting)

    assert answer.status_code == 302
    assert everything() == before


def test_the_order_of_issues_and_sources_survives_a_change_of_something_else(boss):
    meeting = full_meeting()

    save(boss, meeting, venue="Iikura Guest House")

    assert [issue.key for issue in meeting.issues.all()] == ISSUES
    assert [source.key for source in meeting.statements.first().sources.all()] == SOURCES


def test_lists_open_in_their_stored_order(boss):
    meeting = full_meeting()

    shown = boss.get(change_address(meeting)).context["adminform"].form["issues"]

    options = [
        option["value"]
        for _, group, _ in shown.field.widget.widget.optgroups("issues", shown.value())
        for option in group
    ]
    assert options == [str(issue.pk) for issue in meeting.issues.all()]


def test_lists_are_saved_in_the_order_sent(boss):
    meeting = full_meeting()
    turned = [issue.pk for issue in meeting.issues.all()][::-1]

    save(boss, meeting, issues=turned)

    assert [issue.key for issue in meeting.issues.all()] == ISSUES[::-1]


def test_a_published_change_moves_the_stamps(boss):
    meeting = full_meeting()

    save(boss, meeting, venue="Iikura Guest House")

    assert DataVersion.objects.current().number == 1
    assert stamped(meeting, Meeting.objects.get(key="2016-12-15-summit")) == [True, False]


def test_a_changed_row_moves_the_stamps(boss):
    meeting = full_meeting()

    save(boss, meeting, **{"statements-0-text_en": "Another claim."})

    assert DataVersion.objects.current().number == 1
    assert stamped(meeting) == [True]


def test_a_changed_link_stamps_both_meetings(boss):
    meeting = full_meeting()

    save(boss, meeting, **{"links_back-0-kind": "resumed"})

    assert stamped(meeting, Meeting.objects.get(key="2016-12-15-summit")) == [True, True]


def test_a_draft_moves_no_stamp(boss):
    meeting = full_meeting(state="draft")

    save(boss, meeting, venue="Iikura Guest House")

    assert DataVersion.objects.current().number == 0


@pytest.mark.parametrize(("before", "deed"), [("draft", "published"), ("published", "withdrawn")])
def test_publishing_and_withdrawing_move_the_stamps(boss, before, deed):
    meeting = full_meeting(state=before)

    step(boss, meeting, deed)

    assert DataVersion.objects.current().number == 1
    assert stamped(Meeting.objects.get(key="2016-12-15-summit")) == [True]


def test_a_renamed_participant_stamps_the_meetings_that_name_them(boss):
    meeting, other = full_meeting(), make_meeting("2018-01-01-summit", content_updated_at=BEFORE)

    save(boss, Participant.objects.get(key="sergey-lavrov"), name_en="Sergei Lavrov")

    assert DataVersion.objects.current().number == 1
    assert stamped(meeting, other) == [True, False]


def test_a_participant_of_drafts_alone_moves_no_stamp(boss):
    full_meeting(state="draft")

    save(boss, Participant.objects.get(key="sergey-lavrov"), name_en="Sergei Lavrov")

    assert DataVersion.objects.current().number == 0


def test_deleting_several_moves_the_stamps(boss):
    spare = make_participant("spare")

    boss.post(list_address(Participant), {"action": "delete_selected", "_selected_action": [spare.pk], "post": "yes"})

    assert not Participant.objects.filter(key="spare").exists()
    assert DataVersion.objects.current().number == 1


def test_a_name_in_use_cannot_be_deleted_and_the_page_says_why(boss):
    full_meeting()
    lavrov = Participant.objects.get(key="sergey-lavrov")

    page = boss.get(change_address(lavrov).replace("change", "delete")).content.decode()

    assert "would require deleting the following protected related objects" in page


def test_aliases_are_typed_one_a_line(boss):
    lavrov = make_participant(aliases=["Sergei Lavrov"])

    save(boss, lavrov, aliases="Sergei Lavrov\r\n\r\n Lawrow, Sergej \r\n", names_seen=["en", "ja"])

    lavrov.refresh_from_db()
    assert lavrov.aliases == ["Sergei Lavrov", "Lawrow, Sergej"]
    assert lavrov.names_seen == ["en", "ja"]


def test_a_term_stays_with_its_office_and_its_holder(boss):
    """Else the page that it left would not be told."""
    fields = boss.get(change_address(make_tenure())).context["adminform"].form.fields

    assert not set(fields) & {"office", "participant"}


@pytest.mark.parametrize("noun", ["attendances", "numbers", "links_back", "statements"])
def test_a_row_of_a_meeting_leads_to_its_place_on_the_meetings_screen(boss, noun):
    meeting = full_meeting()

    answer = boss.get(change_address(getattr(meeting, noun).last()))

    place = getattr(meeting, noun).count() - 1
    assert answer.headers["Location"] == f"{change_address(meeting)}#{noun}-{place}"


def test_a_statement_gives_its_meeting_what_it_lacks_before_readers_are_told(boss):
    meeting = make_meeting("one")
    statement = make_statement(meeting)
    record_changed([meeting])
    make_issue("visas", name_en="Visas")
    statement_issues = [str(issue.pk) for issue in (*statement.issues.all(), make_issue("visas"))]
    save(boss, meeting, **{"statements-0-issues": statement_issues})

    assert [issue.key for issue in meeting.issues.all()] == ["peace-treaty", "visas"]
    written = Change.objects.filter(key="one").latest("pk")
    assert "issues" in written.fields
