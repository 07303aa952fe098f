"""Nobody records a meeting twice unawares: twins are named, what was typed stays, and a reason lets it pass."""

import pytest
from django.contrib.admin.models import LogEntry

from tests.admin.screens import add_address, change_address, faults, rows, typed
from tests.admin.test_meeting_entry import as_sent, meeting, statement
from tests.factories import make_format, make_meeting, make_participant, make_source
from timeline.models import Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def lima(db):
    """The talks in Lima, on the evening of a Saturday there."""
    return make_meeting(
        "2016-11-19-summit",
        title_en="Putin–Abe talks, Lima",
        start="2016-11-19",
        sources=["asahi-2016-11-20"],
        participants=["vladimir-putin", ("shinzo-abe", {"side": "JP"})],
    )


def seat(key, side):
    return {"participant": make_participant(key, country=side).pk, "side": side, "capacity_en": "Leader"}


def test_lima_entered_with_the_date_of_moscow_names_the_recorded_meeting(boss, lima):
    sent = meeting(when="20 November 2016", format=lima.format_id) | rows("statements", statement(), statement("putin"))

    refused = boss.post(add_address(Meeting), sent)

    page = refused.content.decode()
    assert list(faults(refused)) == ["twin_reason"]
    assert f'<a href="{change_address(lima)}" target="_blank" rel="noopener">Putin–Abe talks, Lima</a>' in page
    assert "19 November 2016 · published · same format" in page
    assert '<textarea name="twin_reason"' in page
    assert Meeting.objects.count() == 1
    kept = typed(refused)
    assert {name: kept.get(name) for name in sent if sent[name] != ""} == {
        name: as_sent(value) for name, value in sent.items() if value != ""
    }


def test_a_reason_lets_it_pass_and_is_kept_in_the_history(boss, lima):
    sent = meeting(when="20 November 2016", format=lima.format_id, twin_reason="A second round, the day after.")

    boss.post(add_address(Meeting), sent)

    assert Meeting.objects.filter(key="2016-11-20-summit").exists()
    assert "A second round, the day after." in LogEntry.objects.get().get_change_message()


def test_the_reason_is_not_asked_for_where_there_is_no_twin(boss, lima):
    page = boss.get(add_address(Meeting)).content.decode()

    assert '<input type="hidden" name="twin_reason"' in page
    assert boss.post(add_address(Meeting), meeting(when="22 November 2016", format=lima.format_id)).status_code == 302


@pytest.mark.parametrize(
    ("when", "changes", "why"),
    [
        ("18.11.2016", {"people": ["shinzo-abe"]}, "same participants"),
        ("22.11.2016", {"sources": ["asahi-2016-11-20"]}, "same source"),
        ("November 2016", {"format": "summit"}, "same format"),
    ],
)
def test_people_and_sources_tell_twins_too(boss, lima, when, changes, why):
    seats = rows("attendances", *(seat(key, "JP") for key in changes.get("people", ())))
    sent = meeting(when=when, format=make_format(changes.get("format", "other")).pk)
    sent |= {"sources": [make_source(key).pk for key in changes.get("sources", ("mofa-2017-03-20",))]}

    assert why in faults(boss.post(add_address(Meeting), sent | seats))["twin_reason"][0]


def test_a_recorded_meeting_is_compared_when_it_is_told_otherwise_and_never_for_what_it_was(boss, lima):
    saved = make_meeting("2016-12-15-summit", start="2016-12-15", state="draft", sources=["kremlin"])
    other = make_meeting("2016-12-16-call", format="call", start="2016-12-16", state="draft", sources=["kremlin"])
    seats = rows("attendances", seat("shinzo-abe", "JP"))

    def faults_with(record, **changes):
        answer = boss.post(change_address(record), typed(boss.get(change_address(record))) | changes)
        return list(faults(answer)) if answer.status_code == 200 else []

    assert faults_with(saved, venue="Nagato") == []  # its source is the other's, too, as before
    assert faults_with(saved, when="17.12.2016") == []
    assert faults_with(saved, when="18.11.2016") == ["twin_reason"]
    assert faults_with(other, format=saved.format_id) == ["twin_reason"]
    assert faults_with(other, when="20.11.2016", **seats) == ["twin_reason"]
    assert faults_with(other, when="20.11.2016", twin_reason="A call.", **seats) == []
    assert faults_with(other, venue="", duration_minutes=20) == []
