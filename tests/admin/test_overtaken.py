"""Two editors at one record that is no meeting: the second is told, and neither loses what was typed."""

import pytest
from django.test import Client

from tests.admin.conftest import member
from tests.admin.screens import change_address, typed
from tests.factories import make_meeting, make_office, make_participant, make_source, make_tenure
from timeline.models import Participant, Revision, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def first():
    return publisher("anna")


@pytest.fixture
def second():
    return publisher("boris")


def publisher(name):
    client = Client()
    client.force_login(member(name, "Publishers"))
    return client


def opened(client, record):
    page = client.get(change_address(record))
    return typed(page) | {"_version": page.context["version"]}


def collide(first, second, record, mine, theirs):
    """Both open the form; the first saves, then the second."""
    seen = opened(second, record)
    assert first.post(change_address(record), opened(first, record) | theirs).status_code == 302
    return second.post(change_address(record), seen | mine)


def again(client, record, answer, **choice):
    """What the browser sends once its editor has chosen on the page that tells of the other."""
    return client.post(change_address(record), typed(answer) | {"_version": answer.context["version"]} | choice)


def test_the_second_is_told_who_changed_what_and_keeps_what_was_typed(first, second):
    source = make_source()

    answer = collide(first, second, source, {"title": "Mine"}, {"note": "Read anew", "reason": "The archive"})

    page = answer.content.decode()
    assert all(words in page for words in ("anna", "The archive", "Read anew"))
    assert answer.context["adminform"].form["title"].value() == "Mine"
    source.refresh_from_db()
    assert (source.title == "Mine", source.note) == (False, "Read anew")


def test_changes_of_both_are_joined_kept_and_told_once(first, second):
    source = make_source()

    answer = collide(first, second, source, {"title": "Mine"}, {"note": "Read anew"})
    joined = again(second, source, answer, _join="1")

    source.refresh_from_db()
    assert (source.title, source.note) == ("Mine", "Read anew")
    assert list(Revision.objects.values_list("deed", "editor__username")) == [
        ("loaded", None),
        ("saved", "anna"),
        ("saved", "boris"),
    ]
    told = [str(message) for message in second.get(joined.url).context["messages"]]
    assert told == ["Your changes were joined with what was saved meanwhile."]


@pytest.mark.parametrize(("choice", "kept"), [("_join", "Theirs"), ("_join_mine", "Mine")])
def test_where_both_changed_one_field_the_second_chooses(first, second, choice, kept):
    source = make_source()

    answer = collide(first, second, source, {"title": "Mine"}, {"title": "Theirs"})
    assert answer.context["notice"].conflicts
    again(second, source, answer, **{choice: "1"})

    assert Source.objects.get().title == kept


def test_readers_see_both_changes_of_a_person_with_the_terms_of_one(first, second, client):
    make_meeting(participants=["sergey-lavrov"])
    person = Participant.objects.get()
    make_tenure(make_office("minister").key, person.key, start="2004-03-09")

    answer = collide(first, second, person, {"name_en": "Lavrow"}, {"tenures-0-note": "As announced"})
    again(second, person, answer, _join="1")

    person.refresh_from_db()
    assert (person.name_en, person.tenures.get().note) == ("Lavrow", "As announced")
    assert "Lavrow" in client.get(person.get_absolute_url()).content.decode()


def test_a_term_on_its_own_screen_is_joined_with_the_screen_of_its_holder(first, second):
    person = make_participant()
    term = make_tenure(make_office("minister").key, person.key, start="2004-03-09")
    seen = opened(second, term)
    first.post(change_address(person), opened(first, person) | {"name_en": "Theirs", "tenures-0-note": "Theirs"})

    answer = second.post(change_address(term), seen | {"verified": "", "start": "2004-03-10"})
    again(second, term, answer, _join="1")

    term.refresh_from_db()
    assert (str(term.start), term.note, Participant.objects.get().name_en) == ("2004-03-10", "Theirs", "Theirs")


def test_what_cannot_be_put_together_any_more_is_said_and_nothing_saved(first, second):
    person = make_participant()
    office = make_office("minister")
    make_tenure(office.key, person.key, start="2004-03-09")
    seen = opened(second, person)
    first.post(change_address(person), opened(first, person) | {"tenures-0-DELETE": "on"})
    office.delete()

    answer = second.post(change_address(person), seen | {"name_en": "Mine"})

    assert "Both cannot be joined" in answer.content.decode()
    assert answer.context["adminform"].form["name_en"].value() == "Mine"
    assert Participant.objects.get().name_en != "Mine"
