"""Each rule of the record finds the fault that is planted, and nothing in a good record."""

from datetime import date

import pytest

from tests.factories import (
    make_attendance,
    make_issue,
    make_link,
    make_meeting,
    make_number,
    make_office,
    make_organisation,
    make_participant,
    make_place,
    make_series,
    make_source,
    make_statement,
    make_tenure,
)
from timeline.loading.picture import read_database
from timeline.loading.rules import RULES, examine
from timeline.loading.rules.wording import one_sided
from timeline.models import Statement

pytestmark = pytest.mark.django_db


def findings():
    """``{rule: ["record: words", …]}`` of the database as it is."""
    found = {}
    for finding in examine(read_database()[0]):
        found.setdefault((finding.rule, str(finding.severity)), []).append(f"{finding.record}: {finding.words}")
    return found


@pytest.fixture
def meeting():
    """A good meeting: both sides sat there in offices they held."""
    make_participant("fumio-kishida", country="JP", name_en="Fumio Kishida")
    make_tenure(start=date(2004, 3, 9))
    make_tenure("jp-minister-for-foreign-affairs", "fumio-kishida", start=date(2012, 12, 26))
    kishida = {"side": "JP", "capacity_en": "Minister for Foreign Affairs"}
    return make_meeting(participants=["sergey-lavrov", ("fumio-kishida", kishida)])


def test_a_good_record_has_no_findings(meeting):
    make_statement(meeting)

    assert findings() == {}


def test_every_rule_says_what_holds_in_one_sentence():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.sentence.endswith(".") and "\n" not in rule.sentence for rule in RULES)


def make_another(key, **fields):
    """A meeting on the day with which its key begins."""
    return make_meeting(key, start=key[:10], **fields)


def without_source(meeting):
    make_statement(meeting, sources=[])


def without_issue(meeting):
    make_statement(meeting, issues=[])


def source_of_no_meeting(meeting):
    make_source("tass-2017")
    make_statement(meeting, sources=["tass-2017"])
    make_another("2017-04-27-summit", sources=["tass-2017"], status="planned")


def issue_of_no_meeting(meeting):
    make_statement(meeting, issues=["peace-treaty", "energy"])


def voice_of_another_country(meeting):
    make_statement(meeting, side="JP")


def body_of_no_country(meeting):
    make_statement(meeting, attributed_to=make_organisation("g7", country=""))


def long_phrase(meeting):
    make_statement(meeting, phrase="one two three four five six seven eight nine")


def reply_to_own_side(meeting):
    make_statement(meeting, in_reply_to=make_statement(meeting))


def reply_to_a_later_claim(meeting):
    later = make_statement(meeting, 2, side="JP", speaker=make_participant("fumio-kishida"))
    make_statement(meeting, 1, in_reply_to=later)


def reply_to_another_meeting(meeting):
    other = make_another("2016-01-01-summit", status="planned")
    make_statement(meeting, in_reply_to=make_statement(other, side="JP", speaker=make_participant("fumio-kishida")))


def claim_twice(meeting):
    make_statement(meeting, 1, text_en="The same.")
    make_statement(meeting, 2, text_en="The same.")


def meeting_without_source(meeting):
    meeting.sources.clear()
    make_another("2017-04-27-summit", status="planned")


def meeting_without_issue(meeting):
    meeting.issues.clear()
    make_another("2017-04-27-summit", status="planned")


def month_that_ends_early(meeting):
    make_meeting("2017-05-summit", start="2017-05-01", end="2017-05-30", precision="month", status="planned")


def key_of_another_day(meeting):
    make_meeting("2017-04-27-summit", start="2017-04-28", status="planned")


def meeting_of_one_side(meeting):
    make_another("2017-04-27-summit", participants=["sergey-lavrov"])


def meeting_nowhere(meeting):
    make_another("2017-04-27-summit", place=None, participants=seats(meeting))


def call_somewhere(meeting):
    make_another("2017-04-27-leaders-call", participants=seats(meeting))


def meeting_of_a_week(meeting):
    make_meeting("2017-04-20-summit", start="2017-04-20", end="2017-04-27", status="planned")


def seat_on_the_other_side(meeting):
    meeting.attendances.filter(participant__key="sergey-lavrov").update(side="JP")
    make_attendance(meeting, "vladimir-putin", capacity_en="President")
    make_tenure("ru-president", "vladimir-putin")


def link_back_in_time(meeting):
    make_link(meeting, make_another("2016-01-01-summit", status="planned"))


def links_in_a_circle(meeting):
    second, third = (make_meeting(f"2017-03-20-{name}", status="planned") for name in ("second", "third"))
    make_link(meeting, second)
    make_link(second, third)
    make_link(third, meeting)
    make_link(meeting, make_another("2017-03-20-fourth", status="planned"))


def issues_in_a_circle(meeting):
    energy = make_issue("energy", parent=make_issue())
    make_issue().children.add(energy)
    energy.children.add(make_issue())


def number_against_the_date(meeting):
    make_number(make_another("2016-01-01-summit", participants=seats(meeting)), number=2)
    make_number(meeting, number=1)


def hole_in_a_count(meeting):
    make_number(make_another("2016-01-01-summit", participants=seats(meeting)), number=7)
    make_number(meeting, number=10)


def second_session_only(meeting):
    make_number(meeting, session=2)


def number_of_a_planned_meeting(meeting):
    make_number(make_another("2017-04-27-summit", status="planned"))


def count_without_members(meeting):
    make_series("empty")


def seat_out_of_office(meeting):
    make_another("2003-01-01-summit", participants=["sergey-lavrov"], status="planned")


def seat_in_an_office_held_later(meeting):
    office = make_office("ru-prime-minister", title_en="Chairman of the Government of the Russian Federation")
    make_tenure(office.key, start=date(2018, 1, 1))
    capacity = {"capacity_en": "Chairman of the Government"}
    make_another("2017-04-27-summit", participants=[("sergey-lavrov", capacity)], status="planned")


def seat_of_unknown_office(meeting):
    make_attendance(meeting, "igor-morgulov", order=3)


def overlapping_terms(meeting):
    make_tenure("ru-president", start=date(2000, 1, 1), end=date(2008, 5, 7))
    make_tenure("ru-president", start=date(2007, 5, 7), term=2)


def office_of_nobody(meeting):
    make_office("ru-nobody")


def unknown_time_zone(meeting):
    make_place("osaka", time_zone="Asia/Osaka")


def source_cited_nowhere(meeting):
    make_source("tass-2017")


def issue_named_nowhere(meeting):
    make_issue("space")


def one_sided_summary(meeting):
    meeting.summary_ru = "О Северных территориях."
    meeting.save()


def one_sided_joint_statement(meeting):
    make_statement(meeting, side="joint", text_en="Both spoke of Kunashir.")
    make_statement(meeting, text_en="Kunashir is Russian.")


def seats(meeting):
    """The participants of a meeting, to sit at another one too."""
    return [
        (seat.participant.key, {"side": seat.side, "capacity_en": seat.capacity_en})
        for seat in meeting.attendances.all()
    ]


CLAIM = "statement 2017-03-20-summit 1: "
PLANTED = [
    (without_source, "statement_has_a_source", "error", CLAIM + "names no source"),
    (without_issue, "statement_has_an_issue", "error", CLAIM + "names no issue"),
    (
        source_of_no_meeting,
        "statement_cites_sources_of_its_meeting",
        "error",
        CLAIM + "cites tass-2017, which its meeting does not list",
    ),
    (
        issue_of_no_meeting,
        "statement_is_on_issues_of_its_meeting",
        "error",
        CLAIM + "is on energy, which its meeting does not list",
    ),
    (voice_of_another_country, "voice_belongs_to_the_side", "error", CLAIM + "is of JP, but its voice is of RU"),
    (body_of_no_country, "voice_belongs_to_the_side", "error", CLAIM + "is of RU, but its voice is of no country"),
    (long_phrase, "phrase_is_short", "error", CLAIM + "quotes 9 words"),
    (
        reply_to_own_side,
        "reply_answers_an_earlier_claim_of_another_side",
        "error",
        "statement 2017-03-20-summit 2: answers #1, which is of the same side",
    ),
    (
        reply_to_a_later_claim,
        "reply_answers_an_earlier_claim_of_another_side",
        "error",
        CLAIM + "answers #2, which is not earlier",
    ),
    (
        reply_to_another_meeting,
        "reply_answers_an_earlier_claim_of_another_side",
        "error",
        CLAIM + "answers a claim made at 2016-01-01-summit",
    ),
    (claim_twice, "claim_is_listed_once", "warning", "statement 2017-03-20-summit 2: says the same as #1"),
    (meeting_without_source, "meeting_has_a_source", "error", "meeting 2017-03-20-summit: names no source"),
    (meeting_without_issue, "meeting_has_an_issue", "error", "meeting 2017-03-20-summit: names no issue"),
    (
        month_that_ends_early,
        "partial_date_fills_its_period",
        "error",
        "meeting 2017-05-summit: is known to the month, but runs from 2017-05-01 to 2017-05-30",
    ),
    (
        key_of_another_day,
        "key_begins_with_the_start",
        "warning",
        "meeting 2017-04-27-summit: begins on 2017-04-28; a published key stays, a draft should get another",
    ),
    (
        meeting_of_one_side,
        "held_meeting_has_both_sides",
        "warning",
        "meeting 2017-04-27-summit: nobody of Japan is listed",
    ),
    (
        meeting_nowhere,
        "meeting_in_person_has_a_place",
        "warning",
        "meeting 2017-04-27-summit: was held, but has no place",
    ),
    (
        call_somewhere,
        "meeting_in_person_has_a_place",
        "warning",
        "meeting 2017-04-27-leaders-call: is a call, but has the place tokyo",
    ),
    (
        meeting_of_a_week,
        "meeting_lasts_some_days_at_most",
        "warning",
        "meeting 2017-04-20-summit: runs from 2017-04-20 to 2017-04-27",
    ),
    (
        seat_on_the_other_side,
        "participant_sits_with_their_country",
        "error",
        "participant at the meeting 2017-03-20-summit sergey-lavrov: sits for JP, but is of RU",
    ),
    (
        link_back_in_time,
        "link_leads_forward",
        "error",
        "link between meetings 2017-03-20-summit 2016-01-01-summit: leads from 2017-03-20 back to 2016-01-01",
    ),
    (
        links_in_a_circle,
        "links_never_run_in_a_circle",
        "error",
        *(
            f"link between meetings 2017-03-20-{earlier} 2017-03-20-{later}: is part of a circle"
            for earlier, later in [("second", "third"), ("summit", "second"), ("third", "summit")]
        ),
    ),
    (
        issues_in_a_circle,
        "issues_never_run_in_a_circle",
        "error",
        "issue energy: is part of itself",
        "issue peace-treaty: is part of itself",
    ),
    (
        number_against_the_date,
        "numbers_rise_with_the_date",
        "error",
        "official number 2017-03-20-summit two-plus-two: has 1 after 2 of 2016-01-01-summit",
    ),
    (hole_in_a_count, "count_has_no_holes", "warning", "official count two-plus-two: lacks 8, 9 (2 of 7–10)"),
    (
        second_session_only,
        "sessions_count_from_one",
        "warning",
        "official number 2017-03-20-summit two-plus-two: round 1 has the sessions 2",
    ),
    (
        number_of_a_planned_meeting,
        "only_held_meetings_are_counted",
        "error",
        "official number 2017-04-27-summit two-plus-two: numbers a meeting that was planned",
    ),
    (count_without_members, "count_has_members", "note", "official count empty: numbers no meeting"),
    (
        seat_out_of_office,
        "tenure_covers_the_meeting",
        "error",
        "participant at the meeting 2003-01-01-summit sergey-lavrov: sat as Minister of Foreign Affairs; "
        "no tenure as ru-minister-of-foreign-affairs covers 2003-01-01",
    ),
    (
        seat_in_an_office_held_later,
        "tenure_covers_the_meeting",
        "error",
        "participant at the meeting 2017-04-27-summit sergey-lavrov: sat as Chairman of the Government; "
        "no tenure as ru-prime-minister covers 2017-04-27",
    ),
    (
        seat_of_unknown_office,
        "participant_has_a_tenure",
        "note",
        "participant at the meeting 2017-03-20-summit igor-morgulov: sat as Minister of Foreign Affairs; "
        "no tenure is recorded",
    ),
    (
        overlapping_terms,
        "terms_of_one_person_do_not_overlap",
        "error",
        "tenure ru-president sergey-lavrov 2: overlaps term 1",
    ),
    (
        office_of_nobody,
        "office_has_a_holder",
        "note",
        "office ru-nobody: nobody is recorded in it",
    ),
    (unknown_time_zone, "time_zone_exists", "error", "place osaka: has the time zone Asia/Osaka"),
    (source_cited_nowhere, "source_is_cited", "warning", "source tass-2017: is cited nowhere"),
    (issue_named_nowhere, "issue_is_talked_about", "note", "issue space: is named by no meeting"),
    (
        one_sided_summary,
        "our_own_text_gives_both_names",
        "error",
        "meeting 2017-03-20-summit: summary_ru names one side's name only, "
        "not South Kuril Islands / Northern Territories",
    ),
    (
        one_sided_joint_statement,
        "joint_statement_gives_both_names",
        "warning",
        CLAIM + "text_en names one side's name only, not Kunashir / Kunashiri",
    ),
]


@pytest.mark.parametrize(
    ("plant", "rule", "severity", "expected"),
    [(plant, rule, severity, expected) for plant, rule, severity, *expected in PLANTED],
    ids=[plant.__name__ for plant, *_ in PLANTED],
)
def test_a_planted_fault_is_found_and_no_other(meeting, plant, rule, severity, expected):
    plant(meeting)

    assert findings() == {(rule, severity): expected}


def test_every_rule_has_a_planted_fault():
    assert {rule.name for rule in RULES} == {rule for _, rule, *_ in PLANTED}


def test_a_draft_may_have_holes(meeting):
    draft = make_another("2017-04-27-summit", state="draft", participants=seats(meeting))
    make_statement(draft, sources=[])

    assert findings() == {("statement_has_a_source", "note"): ["statement 2017-04-27-summit 1: names no source"]}


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


def test_the_count_may_begin_above_one(meeting):
    make_number(meeting, number=24)

    assert findings() == {}


def test_sessions_of_one_round_rise_with_the_date(meeting):
    make_number(meeting, number=3, session=1)
    make_number(make_another("2017-04-27-summit", participants=seats(meeting)), number=3, session=2)

    assert findings() == {}


@pytest.mark.parametrize(
    "text",
    [
        "The South Kuril Islands",
        "the Kurils",
        "Northern Territories",
        "на Южных Курилах",
        "Курильские острова",
        "Северные территории",
        "北方領土",
        "南クリル諸島",
    ],
)
def test_one_name_of_the_islands_takes_a_side(text):
    assert one_sided(text) == ["South Kuril Islands / Northern Territories"]


@pytest.mark.parametrize(
    "text",
    [
        "the South Kuril Islands (Northern Territories)",
        "Южные Курилы (Северные территории)",
        "南クリル諸島・北方領土",
        "Iturup (Etorofu) and Kunashir (Kunashiri)",
        "Yuzhno-Kurilsk",
        "в Южно-Курильске",
        "Shikotan",
        "",
    ],
)
def test_both_names_or_none_take_no_side(text):
    assert one_sided(text) == []


def test_examining_costs_as_many_queries_for_one_statement_as_for_thirty(meeting, django_assert_max_num_queries):
    for number in range(1, 31):
        make_statement(meeting, number)

    with django_assert_max_num_queries(19):
        examine(read_database()[0])

    assert Statement.objects.count() == 30
