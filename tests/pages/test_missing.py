"""Records that are not there, or no longer."""

import pytest

from tests.factories import make_issue, make_meeting, make_participant

from .reading import part, read

pytestmark = pytest.mark.django_db


def hints(client, address):
    """Where the page leads a reader who asked for something that is not there."""
    return [link.get("href") for link in read(client, address, status=404).cssselect(".prose h2 + ul a[href]")]


def test_a_misspelt_key_is_answered_with_the_nearest_ones(client):
    make_participant("sergey-lavrov")
    make_participant("shinzo-abe")

    assert "/participants/sergey-lavrov/" in hints(client, "/participants/sergei-lavrov/")
    assert "/participants/shinzo-abe/" not in hints(client, "/participants/sergei-lavrov/")


def test_a_bare_date_is_answered_with_the_meetings_of_that_day(client):
    make_meeting("2017-03-20-summit")
    make_meeting("2017-03-20-two-plus-two", format="two-plus-two")
    make_meeting("2018-03-20-summit", start="2018-03-20")

    found = hints(client, "/meetings/2017-03-20/")

    assert "/meetings/2017-03-20-summit/" in found
    assert "/meetings/2017-03-20-two-plus-two/" in found
    assert "/meetings/2018-03-20-summit/" not in found


def test_a_key_like_nothing_has_no_hints(client):
    make_issue("peace-treaty")

    assert "/issues/peace-treaty/" not in hints(client, "/issues/xyz/")


@pytest.mark.parametrize("state", ["draft", "review"])
def test_an_unpublished_meeting_is_neither_there_nor_hinted_at(client, state):
    make_meeting("2017-03-20-secret", state=state)

    assert "/meetings/2017-03-20-secret/" not in hints(client, "/meetings/2017-03-20-secret/")
    assert "/meetings/2017-03-20-secret/" not in hints(client, "/meetings/2017-03-20-secre/")


def test_a_withdrawn_meeting_is_gone(client):
    make_meeting("2017-03-20-summit", state="withdrawn", title_en="Withdrawn talks")
    page = read(client, "/meetings/2017-03-20-summit/", status=410)

    assert "withdrawn" in part(page, "h1")
    assert "Withdrawn talks" not in part(page, "body")


@pytest.mark.parametrize("noun", ["meetings", "issues", "participants", "formats", "places", "offices", "sources"])
@pytest.mark.parametrize("key", ["nothing", "a" * 3000, "0", "-"])
def test_an_unknown_key_is_not_found(client, noun, key):
    read(client, f"/{noun}/x{key}/", status=404)
