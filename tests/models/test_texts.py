"""Texts in three languages, and what a record calls itself."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from timeline.models.translated import in_language

from ..factories import make_attendance, make_meeting, make_statement

pytestmark = pytest.mark.django_db


def test_a_text_comes_in_the_language_of_the_page():
    meeting = make_meeting("x")
    with override("ja"):
        assert meeting.title == "Talks x (ja)"
        assert in_language(meeting, "title") == ("Talks x (ja)", "ja")


def test_a_missing_translation_falls_back_and_says_so():
    meeting = make_meeting("x", summary_en="What happened.")
    assert in_language(meeting, "summary", "ru") == ("What happened.", "en")


def test_a_text_that_no_language_has_is_empty():
    assert in_language(make_meeting("x"), "occasion", "ru") == ("", "")


def test_a_quoted_phrase_has_at_most_eight_words():
    statement = make_statement(make_meeting(), phrase="one two three four five six seven eight")
    statement.full_clean()
    statement.phrase += " nine"
    with pytest.raises(ValidationError, match="eight words"):
        statement.full_clean()


def test_a_reply_answers_an_earlier_claim_of_another_side_at_the_same_meeting():
    meeting, elsewhere = make_meeting("a"), make_meeting("b")
    claim, same_side = make_statement(meeting, side="joint"), make_statement(meeting)
    reply = make_statement(meeting, in_reply_to=claim)
    reply.full_clean()
    for wrong in (same_side, make_statement(elsewhere, side="joint"), make_statement(meeting, 9, side="joint")):
        reply.in_reply_to = wrong
        with pytest.raises(ValidationError, match="earlier claim"):
            reply.full_clean()


def test_a_statement_has_an_address_of_its_own():
    statement = make_statement(make_meeting("2017-03-20-two-plus-two"), 3)
    assert statement.get_absolute_url() == "/meetings/2017-03-20-two-plus-two/#s3"


def test_naming_a_record_makes_no_query(django_assert_num_queries):
    meeting = make_meeting("x")
    seat, statement = make_attendance(meeting), make_statement(meeting)
    with django_assert_num_queries(0):
        assert [str(record) for record in (meeting, seat, statement)] == [
            "Talks x",
            "Minister of Foreign Affairs",
            "#1",
        ]
