"""What the public may see of lists and people: nothing that only unpublished meetings name."""

import pytest

from timeline import search
from timeline.models import Issue, Meeting, Office, Participant, Series

from ..factories import (
    make_issue,
    make_meeting,
    make_number,
    make_office,
    make_participant,
    make_series,
    make_statement,
    make_tenure,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    make_issue("wider")
    make_issue("part", parent=make_issue("wider"))
    return make_meeting("draft", state="draft", issues=["wider", "part"], participants=["hidden-person"])


def keys(records):
    return set(records.values_list("key", flat=True))


def test_an_issue_is_not_public_for_its_unpublished_parts(draft):
    assert not keys(Issue.objects.public()) & {"wider", "part"}
    make_meeting("published", issues=["part"])
    assert {"wider", "part"} <= keys(Issue.objects.public())


def test_an_office_is_public_with_one_of_its_holders(draft):
    make_tenure("secret-office", "hidden-person")
    make_tenure("known-office", "sergey-lavrov")
    make_office("unheld-office")
    assert keys(Office.objects.public()) == {"known-office", "unheld-office"}


def test_a_count_is_public_with_one_of_its_numbers(draft):
    make_number(draft, "secret-count")
    make_number(make_meeting("published"), "known-count")
    make_series("empty-count")
    assert keys(Series.objects.public()) == {"known-count", "empty-count"}


def test_the_name_of_somebody_unpublished_leads_nowhere(draft):
    hidden = Participant.objects.get(key="hidden-person")
    hidden.name_en, hidden.name_ru = "Xavier Unheard", "Ксавье Лавров"
    hidden.save()
    make_participant("sergey-lavrov", name_ru="Сергей Лавров")
    make_statement(make_meeting("published", participants=["sergey-lavrov"]))
    search.index_record()
    assert [meeting.key for meeting in Meeting.objects.published().matching("Лавров")] == ["published"]
    assert not Meeting.objects.published().matching("Unheard").exists()
