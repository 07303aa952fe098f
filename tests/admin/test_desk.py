"""A meeting on its way to readers, as Authors, Reviewers and Publishers see it on its screen."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import member
from tests.admin.screens import add_address, change_address, faults, typed
from tests.admin.test_meeting_entry import meeting as typed_meeting
from tests.factories import make_meeting, make_participant, make_statement
from timeline.models import Meeting, Participant, Proposal, Revision, Source

pytestmark = pytest.mark.django_db


def client_of(group):
    client = Client()
    client.force_login(member(group.lower(), group))
    return client


@pytest.fixture
def author():
    return client_of("Authors")


@pytest.fixture
def reviewer():
    return client_of("Reviewers")


@pytest.fixture
def publisher():
    return client_of("Publishers")


def published(**fields):
    meeting = make_meeting(place="tokyo", participants=["sergey-lavrov", ("fumio-kishida", {"side": "JP"})], **fields)
    make_statement(meeting)
    return meeting


def save(client, meeting, **typed_now):
    data = typed(client.get(change_address(meeting)))
    data["_version"] = shown_version(client, meeting)
    return client.post(change_address(meeting), data | typed_now)


def shown_version(client, meeting):
    return client.get(change_address(meeting)).context["version"]


def step(client, meeting, deed, note=""):
    address = reverse("admin:timeline_meeting_step", args=[meeting.pk])
    seen = client.get(change_address(meeting)).context["panel"].seen
    return client.post(address, {"deed": deed, "note": note, "seen": seen}, follow=True)


def told(answer):
    return [str(message) for message in answer.context["messages"]]


def test_what_an_author_changes_waits_and_is_there_when_the_form_opens_again(author, client):
    meeting = published()

    answer = save(author, meeting, venue="Iikura Guest House", **{"statements-0-text_en": "Another claim."})

    assert answer.status_code == 302, faults(answer)
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Iikura" not in page
    assert "Another claim." not in page
    form = author.get(change_address(meeting)).context["adminform"].form
    assert form["venue"].value() == "Iikura Guest House"
    assert Proposal.objects.get().revision.reason == "A test"


def test_rows_that_wait_are_changed_and_removed_again(author, publisher):
    meeting = published()
    kono = make_participant("taro-kono", country="JP")
    new = {"participant": kono.pk, "side": "JP", "capacity_en": "Minister"}
    data = typed(author.get(change_address(meeting)))
    data |= {f"attendances-2-{name}": value for name, value in new.items()} | {"attendances-TOTAL_FORMS": 3}
    author.post(change_address(meeting), data)

    save(author, meeting, **{"attendances-2-capacity_en": "Foreign Minister", "attendances-0-DELETE": "on"})
    step(publisher, meeting, "accepted")

    seats = meeting.attendances.values_list("participant__key", "capacity_en")
    assert list(seats)[1:] == [("taro-kono", "Foreign Minister")]


def test_the_screen_says_where_a_change_and_the_published_version_changed_the_same_field(author, publisher):
    meeting = published()
    save(author, meeting, venue="Iikura Guest House")
    Meeting.objects.update(venue="Kantei")

    page = publisher.get(change_address(meeting)).content.decode()

    assert "The published version changed the same fields meanwhile" in page
    assert "Kantei" in page


def test_nothing_of_a_change_that_waits_is_stored_in_the_rows_of_the_record(author):
    meeting = published()
    before = list(Meeting.objects.values()), list(meeting.statements.values())

    save(author, meeting, venue="Iikura Guest House", **{"statements-0-text_en": "Another claim."})
    author.get(change_address(meeting))

    assert (list(Meeting.objects.values()), list(meeting.statements.values())) == before


def test_readers_see_a_change_of_a_public_meeting_only_with_a_reason(author):
    meeting = published()

    answer = save(author, meeting, venue="Iikura Guest House", reason="")

    assert faults(answer) == {"reason": ["Readers see this record: say what you change and why."]}
    assert not Proposal.objects.exists()


def test_rows_of_a_public_meeting_are_changed_only_with_a_reason(author):
    meeting = published()

    answer = save(author, meeting, reason="", **{"statements-0-text_en": "Another claim."})

    assert set(faults(answer)) == {"reason"}


def test_no_reason_is_asked_for_saving_without_a_change(author, publisher):
    meeting = published()
    make_statement(meeting, sources=["tass"])
    person = Participant.objects.get(key="sergey-lavrov")

    answers = [save(author, meeting, reason=""), save(publisher, person, reason="")]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert not Proposal.objects.exists()
    assert not Revision.objects.filter(deed="saved").exists()


def test_a_reviewer_reads_what_would_change_comments_and_sends_back_but_changes_nothing(author, reviewer):
    meeting = published()
    save(author, meeting, venue="Iikura Guest House", _submit="1")

    page = reviewer.get(change_address(meeting))
    assert "Iikura Guest House" in page.content.decode()
    assert reviewer.post(change_address(meeting), {"venue": "Elsewhere"}).status_code == 403
    answer = step(reviewer, meeting, "returned", "Which hall?")

    assert told(answer) == ["Sent back with your note."]
    assert "Which hall?" in author.get(change_address(meeting)).content.decode()
    assert Proposal.objects.get().state == "draft"


def test_what_is_in_review_is_not_changed_by_its_author(author):
    meeting = published(state="review")

    assert author.post(change_address(meeting), {"venue": "Elsewhere"}).status_code == 403
    assert told(step(author, meeting, "published")) == [
        "“Publish” is not yours to do, or no longer fits: the meeting moved on meanwhile."
    ]
    assert Meeting.objects.get().state == "review"


def test_a_draft_may_have_holes_that_hinder_publishing_beside_their_fields(author, publisher):
    holes = {"summary_en": "", "confidence": "", "sources": [], "issues": [], "place": "", "venue": ""}
    answer = author.post(add_address(Meeting), typed_meeting(**holes))
    assert answer.status_code == 302, faults(answer)

    refused = save(publisher, Meeting.objects.get(), _publish="1")

    assert set(faults(refused)) == {"summary_en", "confidence", "sources", "issues", "no_place"}
    assert Meeting.objects.get().state == "draft"


def test_a_statement_of_a_draft_may_lack_its_issue_and_source_until_it_is_published(author, publisher):
    meeting = published(state="draft")
    holes = {"statements-0-issues": [], "statements-0-sources": []}

    answer = save(author, meeting, **holes)
    assert answer.status_code == 302, faults(answer)
    preview = author.get(reverse("admin:timeline_meeting_preview", args=[meeting.pk]), follow=True)
    refused = save(publisher, meeting, _publish="1")
    step(publisher, meeting, "published")

    assert preview.status_code == 200
    assert meeting.statements.get().text_en in preview.content.decode()
    assert faults(refused) == {
        "statements-0-issues": ["A statement stands under at least one issue."],
        "statements-0-sources": ["A statement needs at least one source."],
    }
    assert Meeting.objects.get().state == "draft"


def test_a_statement_that_readers_see_keeps_its_issue_and_source(author):
    meeting = published()

    refused = save(author, meeting, **{"statements-0-issues": [], "statements-0-sources": []})

    assert set(faults(refused)) == {"statements-0-issues", "statements-0-sources"}


def test_a_publisher_saves_and_publishes_at_once(publisher, client):
    publisher.post(add_address(Meeting), typed_meeting(_publish="1"))

    meeting = Meeting.objects.get()
    assert meeting.state == "published"
    assert client.get(meeting.get_absolute_url()).status_code == 200


def test_an_author_cannot_save_and_publish(author):
    author.post(add_address(Meeting), typed_meeting(_publish="1"))

    assert Meeting.objects.get().state == "draft"


def test_public_people_are_changed_by_publishers_with_a_reason(author, publisher):
    published()
    lavrov = Participant.objects.get(key="sergey-lavrov")

    assert author.post(change_address(lavrov), {"name_en": "Lawrow"}).status_code == 403
    data = typed(publisher.get(change_address(lavrov))) | {"name_en": "Lawrow"}
    assert faults(publisher.post(change_address(lavrov), data | {"reason": ""}))["reason"]
    publisher.post(change_address(lavrov), data)

    kept = list(Revision.objects.filter(noun="participants").values_list("deed", "reason", "public"))
    assert kept == [("loaded", "", True), ("saved", "A test", True)]


def test_what_an_author_enters_for_a_draft_is_not_public_before_it(author, client):
    fields = {"publisher": "MOFA", "title": "外相会談", "language": "ja", "side": "JP", "kind": "official-readout"}
    author.post(add_address(Source), fields | {"url": "https://www.mofa.go.jp/page4.html", "key": "mofa-new"})

    assert client.get(Source.objects.get().get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("state", "deed"),
    [("published", "accepted"), ("published", "discarded"), ("review", "returned"), ("review", "published")],
)
def test_nobody_judges_a_text_that_somebody_changed_since_it_was_read(author, publisher, reviewer, state, deed):
    meeting = published(state=state)
    writer = author if state == "published" else publisher
    if state == "published":
        save(writer, meeting, venue="Iikura Guest House")
    judge = reviewer if deed == "returned" else publisher
    seen = judge.get(change_address(meeting)).context["panel"].seen
    save(writer, meeting, venue="The unseen hall")
    address = reverse("admin:timeline_meeting_step", args=[meeting.pk])

    answer = judge.post(address, {"deed": deed, "note": "Well written", "seen": seen}, follow=True)

    assert "somebody changed the text since you opened this page" in told(answer)[-1]
    assert "The unseen hall" in answer.content.decode()
    assert ">Well written</textarea>" in answer.content.decode()
    assert Meeting.objects.get().state == state
    assert not meeting.remarks.exists()
    assert told(step(judge, meeting, deed, "Well written")) != told(answer)[-1:]


def test_nobody_withdraws_a_text_that_somebody_changed_since_it_was_read(publisher):
    meeting = published()
    seen = publisher.get(change_address(meeting)).context["panel"].seen
    save(publisher, meeting, venue="The unseen hall", _publish="1")
    address = reverse("admin:timeline_meeting_step", args=[meeting.pk])

    answer = publisher.post(address, {"deed": "withdrawn", "note": "Wrong date", "seen": seen}, follow=True)

    assert "somebody changed the text since you opened this page" in told(answer)[-1]
    assert Meeting.objects.get().state == "published"
    assert ">Wrong date</textarea>" in answer.content.decode()
    step(publisher, meeting, "withdrawn", "Wrong date")
    assert Meeting.objects.get().state == "withdrawn"


# Two editors at once


def collide(first, second, meeting, mine, theirs, **choice):
    """Both open the form; the first saves, then the second, with what the second was shown."""
    data = typed(second.get(change_address(meeting))) | {"_version": shown_version(second, meeting)}
    save(first, meeting, **theirs)
    return second.post(change_address(meeting), data | mine | choice)


@pytest.mark.parametrize("state", ["draft", "published"])
def test_the_second_editor_is_told_who_changed_what_and_loses_nothing(author, publisher, state):
    meeting = published(state=state)

    answer = collide(author, publisher, meeting, {"title_en": "Mine"}, {"venue": "Iikura", "reason": "The hall"})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert answer.context["adminform"].form["title_en"].value() == "Mine"
    assert all(words in page for words in ("authors", "The hall", "Iikura"))
    assert Meeting.objects.get().title_en != "Mine"


@pytest.mark.parametrize("state", ["draft", "published"])
def test_changes_of_both_are_joined(author, publisher, state):
    meeting = published(state=state)

    collide(author, publisher, meeting, {"title_en": "Mine"}, {"venue": "Iikura"}, _join="1")

    form = publisher.get(change_address(meeting)).context["adminform"].form
    assert (form["title_en"].value(), form["venue"].value()) == ("Mine", "Iikura")


@pytest.mark.parametrize(("choice", "kept"), [("_join", "Theirs"), ("_join_mine", "Mine")])
def test_where_both_changed_one_field_the_second_chooses(author, publisher, choice, kept):
    meeting = published(state="draft")

    answer = collide(author, publisher, meeting, {"title_en": "Mine"}, {"title_en": "Theirs"})
    assert [line.label for row in answer.context["notice"].conflicts for line in row.lines] == ["Title, in English"]
    again = {"_version": answer.context["version"], choice: "1", "title_en": "Mine"}
    publisher.post(change_address(meeting), typed(answer) | again)

    assert Meeting.objects.get().title_en == kept


def test_a_statement_added_by_the_first_survives_the_second(author, publisher):
    meeting = published(state="draft")
    said = meeting.statements.get()
    fields = {"side": "RU", "speaker": said.speaker_id, "kind": "position", "text_en": "Theirs."}
    fields |= {"issues": [issue.pk for issue in said.issues.all()], "sources": [one.pk for one in said.sources.all()]}
    theirs = {f"statements-1-{name}": value for name, value in fields.items()} | {"statements-TOTAL_FORMS": 2}

    collide(author, publisher, meeting, {"title_en": "Mine"}, theirs, _join="1")

    assert [one.text_en for one in meeting.statements.all()] == [said.text_en, "Theirs."]
    assert Meeting.objects.get().title_en == "Mine"
