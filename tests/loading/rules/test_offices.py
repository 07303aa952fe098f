"""Rules of offices and of who held them."""

from datetime import date

from tests.factories import make_attendance, make_office, make_participant, make_tenure

from .planting import Faults, findings, make_another

FAULTS = Faults()


@FAULTS.against(
    "tenure_covers_the_meeting",
    "error",
    "participant at the meeting 2003-01-01-summit sergey-lavrov: sat as Minister of Foreign Affairs; "
    "no tenure as ru-minister-of-foreign-affairs covers 2003-01-01",
)
def seat_out_of_office(meeting):
    make_another("2003-01-01-summit", participants=["sergey-lavrov"], status="planned")


@FAULTS.against(
    "tenure_covers_the_meeting",
    "error",
    "participant at the meeting 2017-04-27-summit sergey-lavrov: sat as Chairman of the Government; "
    "no tenure as ru-prime-minister covers 2017-04-27",
)
def seat_in_an_office_held_later(meeting):
    office = make_office("ru-prime-minister", title_en="Chairman of the Government of the Russian Federation")
    make_tenure(office.key, start=date(2018, 1, 1))
    capacity = {"capacity_en": "Chairman of the Government"}
    make_another("2017-04-27-summit", participants=[("sergey-lavrov", capacity)], status="planned")


@FAULTS.against(
    "participant_has_a_tenure",
    "note",
    "participant at the meeting 2017-03-20-summit igor-morgulov: sat as Minister of Foreign Affairs; "
    "no tenure is recorded",
)
def seat_of_unknown_office(meeting):
    make_attendance(meeting, "igor-morgulov", order=3)


@FAULTS.against("terms_of_one_person_do_not_overlap", "error", "tenure ru-president sergey-lavrov 2: overlaps term 1")
def overlapping_terms(meeting):
    make_tenure("ru-president", start=date(2000, 1, 1), end=date(2008, 5, 7))
    make_tenure("ru-president", start=date(2007, 5, 7), term=2)


@FAULTS.against("office_has_a_holder", "note", "office ru-nobody: nobody is recorded in it")
def office_of_nobody(meeting):
    make_office("ru-nobody")


@FAULTS.each
def test_a_planted_fault_is_found_and_no_other(meeting, fault):
    fault.plant(meeting)

    assert findings() == fault.findings


def test_an_office_that_the_meeting_explains_is_no_contradiction(meeting):
    explained = "Lavrov's capacity is that of the invitation."
    seat_out_of_office(meeting)
    type(meeting).objects.filter(key="2003-01-01-summit").update(discrepancies=explained)

    assert findings() == {}


def test_a_tenure_known_to_the_month_covers_all_of_it(meeting):
    make_participant("igor-morgulov")
    make_tenure("ru-deputy", "igor-morgulov", end=date(2017, 3, 1), end_precision="month")
    make_attendance(meeting, "igor-morgulov", capacity_en="Deputy Minister", order=3)

    assert findings() == {}
