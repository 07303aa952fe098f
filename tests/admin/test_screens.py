"""Every kind of record has its screens, and none asks the database once a row."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.screens import add_address, change_address, list_address, typed
from tests.factories import (
    make_issue,
    make_link,
    make_meeting,
    make_number,
    make_office,
    make_organisation,
    make_participant,
    make_source,
    make_statement,
    make_tenure,
)
from timeline import models

pytestmark = pytest.mark.django_db

PARTS = (models.Attendance, models.MeetingLink, models.Number, models.Statement)  # changed on their meeting's screen
SCREENS = [model for model in admin.site._registry if model._meta.app_label == "timeline"]


def rich_record(*numbers):
    """A meeting for each number, with rows of every kind and names of its own."""
    ahead = None
    for at in numbers:
        person = make_participant(f"person-{at}", aliases=["Лавров"])
        issues, sources = [f"issue-{at}", "peace-treaty"], [f"source-{at}"]
        make_issue(issues[0], parent=make_issue("wider"))
        make_source(sources[0], published="2017-03-20")
        office = make_office(f"office-{at}")
        make_tenure(office.key, person.key, start="2012-05-21")
        meeting = make_meeting(
            f"2017-03-20-summit-{at}",
            format=f"format-{at}",
            place=f"place-{at}",
            issues=issues,
            sources=sources,
            participants=[person.key],
        )
        claim = make_statement(meeting, speaker=person, issues=issues, sources=sources)
        body = make_organisation(f"body-{at}", country="JP")
        make_statement(meeting, side="JP", attributed_to=body, in_reply_to=claim, issues=issues, said_on="2017-03-20")
        make_number(meeting, series=f"series-{at}", number=at + 1)
        models.FormerKey.objects.create(noun="meetings", key=f"old-{at}", kind="renamed", successor=meeting.key)
        if ahead:
            make_link(ahead, meeting)
        ahead = meeting


def forms(model):
    """The addresses on which such a record is added and changed."""
    if model in PARTS:
        return []
    added = [] if model is models.Merge else [add_address(model)]
    return [*added, *(change_address(record) for record in model.objects.all())]


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_all_but_what_the_site_keeps_for_itself_is_registered():
    unregistered = {"Change", "DataVersion", "LinkState", "LoadedRow", "Noun", "SeenRecord", "Spelling"}
    unregistered |= {"FacetEntry", "Import", "ImportStep", "Proposal", "Remark", "Revision"}

    assert {model.__name__ for model in SCREENS} == set(models.__all__) - unregistered - {
        "Confidence",
        "Precision",
        "Side",
    }


@pytest.mark.parametrize("model", SCREENS, ids=lambda model: model.__name__)
def test_list_search_add_and_change_screens_open(boss, model):
    rich_record(1, 2)

    addresses = [list_address(model), f"{list_address(model)}?q=лавров", *forms(model)]

    assert {boss.get(address).status_code for address in addresses} == {200}


def test_lists_cost_the_same_queries_for_five_rows_as_for_fifty(boss):
    rich_record(*range(5))
    few = {model.__name__: queries_of(boss, list_address(model)) for model in SCREENS}
    rich_record(*range(5, 50))

    assert {model.__name__: queries_of(boss, list_address(model)) for model in SCREENS} == few


def test_a_meeting_of_thirty_statements_opens_with_as_many_queries_as_one_of_two(boss):
    small, large = make_meeting("small"), make_meeting("large")
    for meeting, size in ((small, 2), (large, 30)):
        for at in range(size):
            person = make_participant(f"person-{at}")
            make_statement(meeting, speaker=person, issues=[f"issue-{at}", "china"], sources=[f"source-{at}"])

    few = queries_of(boss, change_address(small))

    assert queries_of(boss, change_address(large)) == few
    assert few <= 40


def test_a_change_that_waits_opens_with_as_many_queries_for_thirty_statements_as_for_two(boss):
    costs = []
    for size in (2, 30):
        meeting = make_meeting(f"of-{size}", place="tokyo")
        for at in range(size):
            person = make_participant(f"person-{at}")
            make_statement(meeting, speaker=person, issues=[f"issue-{at}", "china"], sources=[f"source-{at}"])
        data = typed(boss.get(change_address(meeting)))
        assert boss.post(change_address(meeting), data | {"venue": "Iikura"}).status_code == 302
        costs.append(queries_of(boss, change_address(meeting)))

    assert costs[0] == costs[1]
    assert costs[0] <= 60


def test_a_refused_form_of_thirty_statements_asks_no_query_a_row(boss):
    costs = []
    for size in (2, 30):
        meeting = make_meeting(f"of-{size}")
        for at in range(size):
            make_statement(meeting, speaker=make_participant(f"person-{at}"))
        data = typed(boss.get(change_address(meeting))) | {"statements-0-text_en": ""}
        with CaptureQueriesContext(connection) as queries:
            assert boss.post(change_address(meeting), data).status_code == 200
        costs.append(len(queries))

    assert costs[1] - costs[0] <= 30  # Django itself looks each row up by its hidden primary key


def test_the_index_groups_the_record_with_meetings_first(boss):
    groups = boss.get("/admin/").context["app_list"]

    assert [str(group["name"]) for group in groups][:4] == ["Meetings", "People and bodies", "Sources", "Lists"]
    assert [model["object_name"] for model in groups[0]["models"]][:2] == ["Meeting", "Statement"]


def test_the_desk_names_the_site_and_links_to_it(boss):
    page = boss.get("/admin/").content.decode()

    assert "Russia–Japan Meetings" in page
    assert '<a href="/">View site</a>' in page


def test_view_on_site_is_offered_only_for_what_readers_see(boss):
    seen, unseen = make_meeting("2017-03-20-seen"), make_meeting("2017-03-20-unseen", state="draft")

    assert seen.get_absolute_url() in boss.get(change_address(seen)).content.decode()
    assert "View on site" not in boss.get(change_address(unseen)).content.decode()


def test_a_later_meeting_is_shown_but_changed_on_its_own_screen(boss):
    earlier, later = make_meeting("2017-03-20-summit"), make_meeting("2018-01-01-summit", start="2018-01-01")
    make_link(earlier, later)

    page = boss.get(change_address(earlier)).content.decode()

    assert change_address(later) in page
    assert "links_ahead-0-kind" not in page


def test_no_screen_carries_an_inline_script_or_style(boss):
    rich_record(1, 2)
    for model in SCREENS:
        for address in (list_address(model), *forms(model)[:2]):
            page = boss.get(address).content.decode()
            assert not re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|\sstyle=|\son\w+=\"", page), (
                address
            )
