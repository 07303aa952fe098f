"""A change that waits names what somebody took out of the database: its screen says so, and how to go on."""

import pytest
from django.urls import reverse

from tests.admin.conftest import member
from tests.admin.screens import change_address, faults, typed
from tests.factories import make_meeting, make_number, make_place, make_series, make_statement
from timeline.editing.document import document
from timeline.editing.pending import pending, propose
from timeline.models import Meeting, Place, Proposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(editor):
    """A published meeting, and a change of it that waits and names the place Nara."""
    found = make_meeting(place="tokyo", participants=["sergey-lavrov", ("fumio-kishida", {"side": "JP"})])
    make_statement(found)
    make_place("nara")
    rows = document(found)
    rows[0]["fields"] |= {"place": ["nara"], "venue": "Great hall"}
    propose(found, rows, member("editor", "Publishers"), "It was there.")
    return found


def lose_nara():
    Place.objects.filter(key="nara").delete()


def take(client, meeting, deed, note=""):
    address = reverse("admin:timeline_meeting_step", args=[meeting.pk])
    seen = client.get(change_address(meeting)).context["panel"].seen
    return client.post(address, {"deed": deed, "note": note, "seen": seen}, follow=True)


def told(answer):
    return [str(message) for message in answer.context["messages"]]


def test_the_form_names_what_is_missing_shows_what_readers_see_and_takes_nothing(editor, meeting):
    lose_nara()

    answer = editor.get(change_address(meeting))

    assert answer.status_code == 200
    page = answer.content.decode()
    assert "<li>place nara</li>" in page
    assert "Add it again with the same key" in page
    assert "Or discard the change" in page
    assert 'name="title_en"' not in page
    assert 'value="discarded"' in page


def test_once_the_record_is_back_the_change_opens_as_it_was(editor, meeting):
    lose_nara()
    make_place("nara")

    form = editor.get(change_address(meeting)).context["adminform"].form

    assert form["venue"].value() == "Great hall"


def test_the_change_is_discarded_and_the_form_opens_again(editor, meeting):
    lose_nara()

    answer = take(editor, meeting, "discarded", "Nara is gone.")

    assert 'name="title_en"' in answer.content.decode()
    assert not Proposal.objects.exists()


def test_whoever_may_not_discard_it_is_told_whom_to_ask(client, meeting):
    lose_nara()
    client.force_login(member("reader", "Reviewers"))

    assert "Or ask a Publisher to discard the change" in client.get(change_address(meeting)).content.decode()


def test_what_was_typed_before_the_record_went_stays_in_the_form(editor, meeting):
    data = typed(editor.get(change_address(meeting))) | {"title_en": "Typed with care"}
    lose_nara()

    answer = editor.post(change_address(meeting), data)

    assert answer.status_code == 200
    assert any("Not saved" in words for words in faults(answer)["__all__"])
    assert answer.context["adminform"].form["title_en"].value() == "Typed with care"
    assert Meeting.objects.get().title_en != "Typed with care"
    assert pending(meeting).revision.document[0]["fields"]["venue"] == "Great hall"


def test_a_change_that_names_what_is_missing_is_not_accepted(editor, meeting):
    lose_nara()

    answer = take(editor, meeting, "accepted")

    assert told(answer) == [
        "The change names what is no longer there: place nara. How to go on is said above the form."
    ]
    assert pending(meeting)


def test_a_change_that_holds_what_another_record_took_says_so(editor, meeting):
    make_series("leaders")
    number = {"meeting": [meeting.key], "series": ["leaders"], "number": 7}
    rows = [*document(meeting), {"model": "timeline.number", "fields": number}]
    propose(meeting, rows, member("editor", "Publishers"), "With its number.")
    make_number(make_meeting(key="2018-01-01-summit"), "leaders", 7)

    answer = editor.get(change_address(meeting))

    assert "it holds what another record holds now" in answer.content.decode()
    assert told(take(editor, meeting, "accepted")) == [
        "The change holds what another record holds now, such as an official number, or breaks a later rule."
    ]
