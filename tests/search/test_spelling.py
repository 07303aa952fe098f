"""One slip is found, two are not, and nothing unpublished shows through."""

import pytest

from timeline import search
from timeline.found import corrected
from timeline.models import Meeting, Spelling
from timeline.search.spelling import is_one_slip, nearest

from ..factories import make_meeting

SLIPS = [
    ("missle", "missile", True),
    ("missiile", "missile", True),
    ("misjile", "missile", True),
    ("imssile", "missile", True),
    ("missiel", "missile", True),
    ("missile", "missile", False),
    ("mssle", "missile", False),
    ("simsile", "missile", False),
    ("missiles", "missile", True),
    ("", "a", True),
]


@pytest.mark.parametrize(("typed", "known", "is_one"), SLIPS)
def test_a_slip_is_a_letter_or_an_exchange_of_neighbours(typed, known, is_one):
    assert is_one_slip(typed, known) == is_one
    assert is_one_slip(known, typed) == is_one


@pytest.mark.django_db
def test_words_are_kept_once_however_often_they_are_indexed():
    make_meeting("one", summary_en="Missiles, missiles and missiles.")
    search.index(Meeting.objects.all())
    before = set(Spelling.objects.values_list("variant", "word"))
    search.index(Meeting.objects.all())
    assert set(Spelling.objects.values_list("variant", "word")) == before
    assert ("missles", "missiles") in before


@pytest.mark.django_db
def test_the_case_of_what_was_typed_is_kept():
    make_meeting("one", summary_en="Missiles.", title_ja="ミサイル")
    search.index(Meeting.objects.all())
    assert nearest("missles") == ["missiles"]
    assert nearest("Missles") == ["Missiles"]
    assert nearest("MISSLES") == ["MISSILES"]
    assert nearest("ミサエル") == ["ミサイル"]
    assert nearest("みさえる") == ["みさいる"]


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["draft", "review", "withdrawn"])
def test_words_of_unpublished_meetings_are_never_proposed(state):
    make_meeting("hidden", state=state, summary_en="Xylophones were discussed.")
    search.index(Meeting.objects.all())
    assert nearest("xylophnes") == ["xylophones"]
    assert corrected("xylophnes") is None


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["abc", "a" * 41, "20177", "' OR 1=1 --", "%%%%%", "\\\\\\\\"])
def test_what_is_no_word_is_left_alone(typed):
    assert nearest(typed) == []
