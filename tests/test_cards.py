import pytest
from django.utils.translation import override

from timeline.cards import cards
from timeline.models import Meeting

from .factories import make_meeting, make_number, make_statement

pytestmark = pytest.mark.django_db


def test_a_card_holds_what_a_list_shows():
    meeting = make_meeting(
        "2017-03-20-two-plus-two", format="two-plus-two", issues=["visas", "energy"], sources=["b", "a"],
        participants=[
            "sergey-lavrov", ("fumio-kishida", {"side": "JP", "capacity_en": "Minister for Foreign Affairs"}),
        ],
        discrepancies="They differ.",
    )  # fmt: skip
    make_number(meeting, "two-plus-two", 2)
    make_statement(meeting, side="JP")
    make_statement(meeting, side="JP")
    make_statement(meeting, side="joint")
    (card,) = cards(Meeting.objects.all())
    assert (card.key, str(card.title), card.edtf) == (meeting.key, "Talks 2017-03-20-two-plus-two", "2017-03-20")
    assert [issue.key for issue in card.issues] == ["visas", "energy"]
    assert [(seat.participant.key, str(seat.capacity)) for seat in card.seats_of("JP")] == [
        ("fumio-kishida", "Minister for Foreign Affairs")
    ]
    assert [(number.series.key, number.number) for number in card.numbers] == [("two-plus-two", 2)]
    assert (card.statement_counts, card.statement_count, card.source_count) == ({"JP": 2, "joint": 1}, 3, 2)
    assert card.has_discrepancies
    assert (card.place.key, card.format.rank) == ("tokyo", 1)


def test_a_text_without_translation_says_in_which_language_it_is():
    make_meeting("2017-03-20-summit")
    (card,) = cards(Meeting.objects.all())
    with override("ru"):
        assert card.title.localised == ("Talks 2017-03-20-summit (ru)", "ru")
        assert card.summary.localised == ("What happened at 2017-03-20-summit.", "en")


def test_a_call_has_no_place():
    make_meeting("2017-03-20-leaders-call", place=None)
    (card,) = cards(Meeting.objects.all())
    assert card.place is None


@pytest.mark.parametrize("many", [1, 60])
def test_cards_cost_six_queries_for_any_number_of_meetings(many, django_assert_num_queries):
    for number in range(many):
        meeting = make_meeting(f"2017-{number}", participants=["sergey-lavrov"], issues=["a", "b"])
        make_statement(meeting)
    with django_assert_num_queries(6):
        assert len(cards(Meeting.objects.all())) == many
