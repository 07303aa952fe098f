"""What the record says of itself."""

import pytest

from tests.factories import make_meeting, make_statement

from .reading import part, read, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "promise",
    [
        "1 meeting · 1 statement · 1 source · data version",
        "South Kuril Islands / Northern Territories, Kunashir / Kunashiri, Iturup / Etorofu",
        "a phrase of at most eight words is quoted",
        "no day is ever made up",
        "high: an official source, or two that are independent",
        "The order of the sides is alphabetical in the reader’s language",
        "previous meeting or result in a list",
    ],
)
def test_the_method_is_explained(client, promise):
    make_statement(make_meeting())

    assert promise in words(read(client, "/about/").cssselect("main")[0])


def test_unpublished_meetings_are_not_counted(client):
    make_statement(make_meeting(state="draft"))

    assert "0 meetings · 0 statements · 0 sources" in words(read(client, "/about/").cssselect("main")[0])


def test_the_licence_covers_the_record_the_code_and_quoted_phrases(client):
    page = read(client, "/about/licence/")

    assert "CC BY 4.0" in part(page, "main")
    assert "MIT licence" in part(page, "main")
    assert "at most eight words in quotation marks" in part(page, "main")
    assert page.cssselect("main a[rel=license]")[0].get("href") == "https://creativecommons.org/licenses/by/4.0/"
