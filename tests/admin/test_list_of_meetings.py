"""The list of meetings on the desk, as editors of each language read it."""

import re

import pytest

from tests.admin.screens import add_address, list_address
from tests.factories import make_meeting
from timeline.models import Meeting

pytestmark = pytest.mark.django_db


def titles(client, language, query=""):
    page = client.get(list_address(Meeting) + query, headers={"accept-language": language}).content.decode()
    return re.findall(r'field-title"><a [^>]*>([^<]*)<', page)


def test_titles_stand_in_the_editors_language_and_are_ordered_by_it(editor):
    make_meeting("2017-01-01-summit", title_en="Alpha", title_ru="Яблоко", title_ja="")
    make_meeting("2017-01-02-summit", title_en="Beta", title_ru="Арбуз", title_ja="乙")

    assert titles(editor, "ru", "?o=1") == ["Арбуз", "Яблоко"]
    assert titles(editor, "en", "?o=1") == ["Alpha", "Beta"]
    assert titles(editor, "ja", "?o=1") == ["Alpha", "乙"]


def test_names_of_records_stand_uninflected_after_a_colon_in_russian(editor):
    page = editor.get(add_address(Meeting), headers={"accept-language": "ru"}).content.decode()

    assert "<h1>Добавить: встреча</h1>" in page
