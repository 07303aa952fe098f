"""A seat needs no more than a person: side and office are proposed, and nothing is guessed."""

import pytest

from tests.admin.screens import add_address, change_address, faults, rows, typed
from tests.admin.test_meeting_entry import meeting
from tests.factories import make_meeting, make_office, make_participant, make_tenure
from timeline.models import Meeting

pytestmark = pytest.mark.django_db

TITLES = {"en": "Minister of Foreign Affairs", "ru": "Министр иностранных дел", "ja": "外務大臣"}


@pytest.fixture(autouse=True)
def tenures(db):
    """Lavrov holds one office, Kishida for a week two; who Shoigu was is known to the year alone."""
    make_office("ru-mfa", **{f"title_{language}": title for language, title in TITLES.items()})
    make_office("jp-mfa", side="JP", title_en="Minister for Foreign Affairs")
    make_office("jp-mod", side="JP", title_en="Minister of Defense")
    make_office("ru-mod", title_en="Minister of Defence")
    make_tenure("ru-mfa", "sergey-lavrov", start="2004-03-09")
    make_participant("fumio-kishida", country="JP")
    make_tenure("jp-mfa", "fumio-kishida", start="2012-12-26", end="2017-08-03")
    make_tenure("jp-mod", "fumio-kishida", start="2017-07-28", end="2017-08-03")
    make_tenure("ru-mod", "sergei-shoigu", start="2017-01-01", start_precision="year")


def saved_seats(client, when, *seats):
    answer = client.post(add_address(Meeting), meeting(when=when) | rows("attendances", *seats), follow=True)
    if answer.redirect_chain:
        return Meeting.objects.get().attendances.all(), answer.content.decode()
    return None, faults(answer)


def person(key):
    return {"participant": make_participant(key).pk}


def test_side_and_office_in_three_languages_follow_from_the_person_and_are_told(boss):
    (seat,), page = saved_seats(boss, "20.03.2017", person("sergey-lavrov"))

    assert seat.side == "RU"
    assert (seat.capacity_en, seat.capacity_ru, seat.capacity_ja) == tuple(TITLES.values())
    assert "Sergey Lavrov: Russia; Minister of Foreign Affairs (9 March 2004 – …)" in page


def test_what_was_typed_is_kept_and_an_office_of_that_title_translated(boss):
    (seat, other), _page = saved_seats(
        boss,
        "20.03.2017",
        person("sergey-lavrov") | {"capacity_en": TITLES["en"], "capacity_ru": "Министр", "side": "RU"},
        person("fumio-kishida") | {"capacity_en": "Special envoy"},
    )

    assert (seat.capacity_ru, seat.capacity_ja) == ("Министр", TITLES["ja"])
    assert (other.side, other.capacity_en, other.capacity_ru) == ("JP", "Special envoy", "")


@pytest.mark.parametrize(
    ("who", "when", "told"),
    [
        (
            "fumio-kishida",
            "1 August 2017",
            "Several offices were held then: "
            "Minister for Foreign Affairs (26 December 2012 – 3 August 2017); "
            "Minister of Defense (28 July 2017 – 3 August 2017). Write one.",
        ),
        ("fumio-kishida", "July 2017", "Several offices were held then: "),
        ("fumio-kishida", "August 2017", "Several offices were held then: "),
        (
            "sergei-shoigu",
            "20.03.2017",
            "Perhaps this office, but the tenure does not surely cover the day: Minister of",
        ),
        ("fumio-kishida", "2012-12-25", "No tenure of this person covers the day: write the office."),
        ("sergey-lavrov", "20.3", "No office can be proposed before the date is understood."),
    ],
)
def test_an_office_that_is_not_sure_is_asked_for(boss, who, when, told):
    seats, refused = saved_seats(boss, when, person(who))

    assert seats is None
    assert refused["attendances-0-capacity_en"][0].startswith(told)


def test_offices_to_choose_from_are_offered_in_the_row(boss):
    seat = rows("attendances", person("fumio-kishida"))

    page = boss.post(add_address(Meeting), meeting(when="1 August 2017") | seat).content.decode()

    assert '<option value="Minister of Defense"></option>' in page


def test_a_person_of_neither_country_gets_no_side(boss):
    make_participant("ban-ki-moon", country="KR")

    _none, refused = saved_seats(boss, "20.03.2017", person("ban-ki-moon") | {"capacity_en": "Secretary-General"})

    assert refused == {"attendances-0-side": ["This person’s country is neither side: choose one."]}


def test_a_seat_that_nobody_touched_is_left_as_it_is(boss):
    saved = make_meeting(state="draft", participants=[("sergey-lavrov", {"capacity_en": TITLES["en"]})])

    boss.post(change_address(saved), typed(boss.get(change_address(saved))) | {"venue": "Iikura"})

    assert saved.attendances.get().capacity_ru == ""


def test_many_seats_are_proposed_with_one_query_for_their_tenures(boss, django_assert_max_num_queries):
    people = [person("sergey-lavrov"), person("fumio-kishida")]
    sent = meeting() | rows("attendances", *people)
    boss.get(add_address(Meeting))

    with django_assert_max_num_queries(80) as asked:
        boss.post(add_address(Meeting), sent)

    assert sum('FROM "timeline_tenure"' in query["sql"] for query in asked) == 1
