"""A meeting is entered on one screen."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry

from tests.admin.screens import NO_ROWS, add_address, change_address, faults, rows, typed
from tests.factories import (
    make_format,
    make_issue,
    make_meeting,
    make_organisation,
    make_participant,
    make_place,
    make_series,
    make_source,
    make_statement,
)
from timeline.models import Meeting

pytestmark = pytest.mark.django_db

MEETING = {
    "title_en": "Second 2+2, Tokyo",
    "title_ru": "Вторые консультации «2+2», Токио",
    "title_ja": "第2回「2+2」、東京",
    "when": "20.03.2017",
    "status": "held",
    "venue": "Iikura Guest House",
    "summary_en": "The format came back.",
    "confidence": "high",
}


def meeting(**fields):
    """A meeting as typed, with a format, place, issue and source that are there."""
    known = {
        "format": make_format("two-plus-two").pk,
        "place": make_place("tokyo").pk,
        "issues": [make_issue("security-dialogue").pk],
        "sources": [make_source("mofa-2017-03-20").pk],
    }
    return NO_ROWS | MEETING | known | fields


def seats():
    people = [("sergey-lavrov", "RU"), ("sergei-shoigu", "RU"), ("fumio-kishida", "JP"), ("tomomi-inada", "JP")]
    return rows(
        "attendances",
        *(
            {"participant": make_participant(key, country=side).pk, "side": side, "capacity_en": "Minister"}
            for key, side in people
        ),
    )


def statement(voice="sergey-lavrov", side="RU", sources=("mofa-2017-03-20",), **fields):
    return {
        "side": side,
        "speaker": make_participant(voice, country=side if side in ("RU", "JP") else "RU").pk,
        "kind": "position",
        "issues": [make_issue("security-dialogue").pk],
        "sources": [make_source(key).pk for key in sources],
        "text_en": "A claim.",
    } | fields


def as_sent(value):
    return [str(part) for part in value] if isinstance(value, list) else str(value)


def test_the_two_plus_two_is_entered_on_one_screen(boss):
    claims = (
        statement(side="joint", speaker="", kind="agreement"),
        statement("fumio-kishida", "JP", sources=["mid-2017-03-20", "mofa-2017-03-20"]),
        statement("sergei-shoigu"),
        statement("tomomi-inada", "JP", in_reply_to=3, kind="reply"),
        statement(phrase="in the long term", said_on="2017-03-20"),
        statement("fumio-kishida", "JP", in_reply_to=5, kind="reply"),
    )
    number = rows("numbers", {"series": make_series("two-plus-two").pk, "number": 2})
    earlier = make_meeting("2013-11-02-two-plus-two", format="two-plus-two", start="2013-11-02")
    link = rows("links_back", {"earlier": earlier.pk, "kind": "resumed"})

    answer = boss.post(add_address(Meeting), meeting() | seats() | rows("statements", *claims) | number | link)

    assert answer.status_code == 302, faults(answer)
    saved = Meeting.objects.get(key="2017-03-20-two-plus-two")
    assert saved.end == date(2017, 3, 20)
    assert [(seat.participant.key, seat.order) for seat in saved.attendances.all()] == [
        ("sergey-lavrov", 1),
        ("sergei-shoigu", 2),
        ("fumio-kishida", 3),
        ("tomomi-inada", 4),
    ]
    assert [said.number for said in saved.statements.all()] == [1, 2, 3, 4, 5, 6]
    assert [said.in_reply_to and said.in_reply_to.number for said in saved.statements.all()] == [
        *(None, None, None),
        3,
        *(None,),
        5,
    ]
    assert [source.key for source in saved.statements.get(number=2).sources.all()] == [
        "mid-2017-03-20",
        "mofa-2017-03-20",
    ]
    assert saved.numbers.get().number == 2
    assert saved.links_back.get().earlier == earlier


def test_sources_and_issues_of_statements_are_added_to_the_meeting_at_the_end(boss):
    other = make_issue("other")
    claim = statement(sources=["tass-2017-03-20"], issues=[make_issue("north-korea").pk, other.pk])

    answer = boss.post(add_address(Meeting), meeting() | rows("statements", claim), follow=True)

    saved = Meeting.objects.get()
    assert [source.key for source in saved.sources.all()] == ["mofa-2017-03-20", "tass-2017-03-20"]
    assert [issue.key for issue in saved.issues.all()] == ["security-dialogue", "north-korea"]
    assert "1 source of a statement was added to the meeting." in answer.content.decode()


def test_a_new_meeting_is_a_draft(boss):
    boss.post(add_address(Meeting), meeting())

    assert Meeting.objects.get().state == "draft"


@pytest.mark.parametrize(
    ("when", "start", "end", "precision", "key"),
    [
        ("20 марта 2017", date(2017, 3, 20), date(2017, 3, 20), "day", "2017-03-20-two-plus-two"),
        ("15–16 December 2016", date(2016, 12, 15), date(2016, 12, 16), "day", "2016-12-15-two-plus-two"),
        ("平成26年2月", date(2014, 2, 1), date(2014, 2, 28), "month", "2014-02-two-plus-two"),
        ("2014", date(2014, 1, 1), date(2014, 12, 31), "year", "2014-two-plus-two"),
    ],
)
def test_days_precision_and_key_follow_from_one_date(boss, when, start, end, precision, key):
    boss.post(add_address(Meeting), meeting(when=when))

    saved = Meeting.objects.get()
    assert (saved.start, saved.end, saved.precision, saved.key) == (start, end, precision, key)


def test_a_date_is_shown_as_it_is_recorded_and_in_words_and_stays(boss):
    saved = make_meeting(start="2016-12-15", end="2016-12-16")

    screen = boss.get(change_address(saved))
    answer = boss.post(change_address(saved), typed(screen) | {"when": "15–16 декабря 2016 г."})

    assert screen.context["adminform"].form["when"].value() == "2016-12-15/2016-12-16"
    assert "15–16 December 2016, Thursday to Friday" in screen.content.decode()
    assert answer.status_code == 302, faults(answer)
    assert not LogEntry.objects.get().get_change_message().startswith("Changed Date")


def test_a_taken_key_is_proposed_with_a_number(boss):
    boss.post(add_address(Meeting), meeting())
    boss.post(add_address(Meeting), meeting(twin_reason="Another round."))

    assert sorted(Meeting.objects.values_list("key", flat=True)) == [
        "2017-03-20-two-plus-two",
        "2017-03-20-two-plus-two-2",
    ]


def test_one_delegation_alone_is_pointed_out(boss):
    answer = boss.post(add_address(Meeting), meeting(), follow=True)

    assert "Only one side is listed" in answer.content.decode()


@pytest.mark.parametrize(
    ("mistake", "field", "told"),
    [
        ({"when": "20–19 March 2017"}, "when", "The range ends before it starts."),
        ({"when": "03/04/2017"}, "when", "“03/04/2017” may be read in several ways: 4 March 2017 / 3 April 2017."),
        ({"when": ""}, "when", "When was it? A month or a year will do."),
        ({"duration_minutes": 700}, "duration_minutes", "The length lies between 1 and 600 minutes."),
        ({"place": ""}, "place", "A venue lies in a place: choose one."),
        ({"when": "20.3"}, "when", "Write the year with four digits."),
        ({"issues": ["999999"]}, "issues", "What was chosen is no longer there: choose again."),
        ({"format": "999999"}, "format", "What was chosen is no longer there: choose again."),
    ],
)
def test_a_mistake_is_told_beside_its_field(boss, mistake, field, told):
    answer = boss.post(add_address(Meeting), meeting(**mistake))

    assert list(faults(answer)) == [field]
    assert faults(answer)[field][0].startswith(told)
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("mistake", "field", "told"),
    [
        ({"sources": []}, "sources", "A statement needs at least one source."),
        ({"issues": []}, "issues", "A statement stands under at least one issue."),
        ({"speaker": ""}, "speaker", "A statement of one side or an observer names who said it."),
        (
            {"phrase": "one two three four five six seven eight nine"},
            "phrase",
            "A quoted phrase has at most eight words.",
        ),
        ({"in_reply_to": 9}, "in_reply_to", "This meeting has no statement #9."),
        ({"in_reply_to": 2}, "in_reply_to", "A reply has a higher number than the claim that it answers."),
        ({"in_reply_to": 1}, "in_reply_to", "A reply answers a claim of another side."),
        ({"number": 1}, "number", "Another statement of this meeting already has this number."),
        ({"side": "JP"}, "speaker", "Who speaks for a side belongs to it"),
    ],
)
def test_a_mistake_in_a_statement_is_told_in_its_row(boss, mistake, field, told):
    claims = rows("statements", statement(number=1), statement(number=2) | mistake)

    answer = boss.post(add_address(Meeting), meeting(_publish="1") | claims)

    assert list(faults(answer)) == [f"statements-1-{field}"]
    assert faults(answer)[f"statements-1-{field}"][0].startswith(told)


def test_a_statement_has_one_voice(boss):
    claim = statement(attributed_to=make_organisation().pk)

    answer = boss.post(add_address(Meeting), meeting() | rows("statements", claim))

    assert faults(answer) == {
        "statements-0-attributed_to": ["A statement has a speaker or is attributed to a body, not both."]
    }


def test_a_person_listed_twice_is_told_in_the_second_row(boss):
    seat = {"participant": make_participant().pk, "side": "RU", "capacity_en": "Minister"}

    answer = boss.post(add_address(Meeting), meeting() | rows("attendances", seat, seat))

    assert faults(answer) == {"attendances-1-participant": ["This person is already listed at this meeting."]}


def test_no_link_leads_back_in_time(boss):
    later = make_meeting("2019-05-30-two-plus-two", start="2019-05-30")

    answer = boss.post(add_address(Meeting), meeting() | rows("links_back", {"earlier": later.pk, "kind": "follows"}))

    assert faults(answer) == {"links_back-0-earlier": ["This meeting was later: enter the link on its own screen."]}


def test_a_refused_form_keeps_everything_typed(boss):
    data = meeting(when="20.3") | seats() | rows("statements", statement(text_en="Kept words.", in_reply_to=7))

    kept = typed(boss.post(add_address(Meeting), data))

    assert {name: kept.get(name) for name in data if data[name] != ""} == {
        name: as_sent(value) for name, value in data.items() if value != ""
    }


def test_a_new_row_with_nothing_but_its_number_is_no_statement(boss):
    answer = boss.post(add_address(Meeting), meeting() | rows("statements", {"number": 1}))

    assert answer.status_code == 302
    assert not Meeting.objects.get().statements.exists()


def test_a_new_statement_takes_the_number_after_the_last(boss):
    saved = make_meeting(state="draft")
    make_statement(saved, 2)
    make_statement(saved, 7)
    data = typed(boss.get(change_address(saved)))
    added = {f"statements-2-{name}": value for name, value in statement().items()}

    boss.post(change_address(saved), data | {"statements-TOTAL_FORMS": 3} | added)

    assert [said.number for said in saved.statements.all()] == [2, 7, 8]


def test_the_number_of_a_statement_never_changes(boss):
    saved = make_meeting()
    said = make_statement(saved, 2)

    boss.post(change_address(saved), typed(boss.get(change_address(saved))) | {"statements-0-number": 5})

    said.refresh_from_db()
    assert said.number == 2


def test_a_reply_may_be_turned_to_another_claim(boss):
    saved = make_meeting(state="draft")
    kishida = make_participant("fumio-kishida", country="JP")
    first, second = make_statement(saved), make_statement(saved)
    reply = make_statement(saved, side="JP", speaker=kishida, in_reply_to=first)

    answer = boss.post(change_address(saved), typed(boss.get(change_address(saved))) | {"statements-2-in_reply_to": 2})

    assert answer.status_code == 302, faults(answer)
    reply.refresh_from_db()
    assert reply.in_reply_to == second
