"""Meetings under their years, and their dates in the margin."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from timeline.margin import in_years, margin_date


def a_card(start, end=None, precision="day"):
    return SimpleNamespace(
        start=date.fromisoformat(start), end=date.fromisoformat(end or start), precision=precision, key=start
    )


@pytest.mark.parametrize(
    ("language", "card", "day", "month"),
    [
        ("en", a_card("2017-03-20"), "20", "March"),
        ("ru", a_card("2017-03-20"), "20", "марта"),
        ("ja", a_card("2017-03-20"), "20", "3月"),
        ("en", a_card("2016-12-15", "2016-12-16"), "15–16", "December"),
        ("en", a_card("2016-08-30", "2016-09-02"), "30–2", "August–September"),
        ("ja", a_card("2016-08-30", "2016-09-02"), "30～2", "8月～9月"),
        ("ru", a_card("2017-12-01", "2017-12-31", "month"), "··", "декабрь"),
        ("en", a_card("2014-09-01", "2014-11-30", "month"), "··", "September–November"),
        ("en", a_card("2014-01-01", "2014-12-31", "year"), "··", ""),
    ],
)
def test_the_margin_shows_the_day_and_the_month(language, card, day, month):
    with override(language):
        when = margin_date(card)

    assert (when.day, when.month, when.year) == (day, month, str(card.start.year))


def test_a_partial_date_says_what_is_not_known_and_names_no_day():
    month = margin_date(a_card("2017-12-01", "2017-12-31", "month"))
    year = margin_date(a_card("2014-01-01", "2014-12-31", "year"))

    assert (month.doubt, month.machine) == ("day not known", "2017-12")
    assert (year.doubt, year.machine) == ("month and day not known", "2014")


def test_an_interval_has_no_machine_date_since_time_elements_take_none():
    assert margin_date(a_card("2016-12-15", "2016-12-16")).machine == ""


def test_cards_stand_under_their_years_in_either_order():
    days = ["2016-05-06", "2016-12-15", "2017-03-20"]
    for cards in ([a_card(day) for day in days], [a_card(day) for day in reversed(days)]):
        parts = in_years(cards)

        assert [part.year for part in parts] == list(dict.fromkeys(card.start.year for card in cards))
        assert [entry.card for part in parts for entry in part.entries] == cards


def test_the_first_meeting_of_a_month_opens_it_and_a_second_on_the_same_day_says_so():
    (part,) = in_years([a_card("2017-03-18"), a_card("2017-03-20"), a_card("2017-03-20"), a_card("2017-04-04")])

    assert [entry.opens_month for entry in part.entries] == [True, False, False, True]
    assert [entry.is_same_day for entry in part.entries] == [False, False, True, False]
    assert part.entries[2].when.repeated == "same day"


def test_two_partial_dates_are_never_called_the_same_day():
    month = ("2014-03-01", "2014-03-31", "month")
    (part,) = in_years([a_card(*month), a_card(*month)])

    assert [entry.is_same_day for entry in part.entries] == [False, False]


def test_a_list_that_does_not_follow_time_has_no_years():
    (part,) = in_years([a_card("2017-03-18"), a_card("2013-04-29"), a_card("2017-03-18")], follows_time=False)

    assert part.year is None
    assert len(part.entries) == 3
    assert not any(entry.is_same_day for entry in part.entries)


def test_no_cards_make_no_years():
    assert in_years([]) == []
