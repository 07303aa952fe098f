"""The pages of the issues."""

import pytest

from tests.factories import make_issue, make_meeting, make_participant, make_statement
from timeline.views import issues

from .reading import fact, part, parts, read, words

pytestmark = pytest.mark.django_db

ADDRESS = "/issues/missile-defence/"


@pytest.fixture
def missile_defence():
    wider = make_issue("security", name_en="Security dialogue")
    return make_issue("missile-defence", name_en="Missile defence", parent=wider)


def test_the_list_hangs_narrower_issues_under_the_wider_with_counts(client, missile_defence):
    make_meeting("2017-03-20-summit", issues=["missile-defence"])
    make_statement(make_meeting("2018-03-20-summit", start="2018-03-20"), issues=["missile-defence", "security"])
    (branch,) = [li for li in read(client, "/issues/").cssselect(".tree > li") if "Security" in words(li)]

    assert parts(branch, ".line") == [
        "Security dialogue 1 meeting · 1 statement",
        "Missile defence 2 meetings · 1 statement",
    ]


def test_an_issue_says_what_it_is_and_where_it_belongs(client, missile_defence):
    page = read(client, ADDRESS)

    assert part(page, "h1") == "Missile defence"
    assert "About missile-defence" in part(page, ".summary")
    assert fact(page, "Part of") == ["Security dialogue"]
    assert fact(read(client, "/issues/security/"), "Within it") == ["Missile defence 0"]


def test_statements_stand_by_year_and_meeting_in_order_of_time(client, missile_defence):
    for start in ("2018-03-20", "2013-11-02", "2013-04-29"):
        make_statement(make_meeting(f"{start}-summit", start=start), issues=["missile-defence"])
    page = read(client, ADDRESS)

    assert parts(page, ".yearpart > h2") == ["2013", "2018"]
    assert parts(page, ".issue h3 .date") == ["29 April 2013", "2 November 2013", "20 March 2018"]


def test_a_statement_leads_to_its_place_on_the_page_of_the_meeting(client, missile_defence):
    meeting = make_meeting("2017-03-20-summit")
    claim = make_statement(meeting, 4, issues=["peace-treaty"])
    kishida = make_participant("fumio-kishida", country="JP")
    make_statement(meeting, 7, issues=["missile-defence"], side="JP", speaker=kishida, in_reply_to=claim)
    page = read(client, ADDRESS)

    assert page.cssselect(".st .n")[0].get("href") == "/meetings/2017-03-20-summit/#s7"
    assert page.cssselect(".st .kind a")[0].get("href") == "/meetings/2017-03-20-summit/#s4"
    assert not page.cssselect("#s7")


def test_a_meeting_with_the_issue_on_its_agenda_alone_says_so(client, missile_defence):
    make_meeting("2017-03-20-summit", issues=["missile-defence"])

    assert part(read(client, ADDRESS), ".issue .none") == "On the agenda; no statement on it found."


def test_the_other_issues_of_a_statement_are_named_but_not_this_one(client, missile_defence):
    make_statement(make_meeting(), issues=["missile-defence", "peace-treaty"])

    assert part(read(client, ADDRESS), ".also") == "also Issue peace-treaty"


def test_counts_by_side_and_the_share_of_meetings_are_given(client, missile_defence):
    meeting = make_meeting(issues=["missile-defence"])
    make_meeting("2018-03-20-summit", start="2018-03-20")
    make_statement(meeting, issues=["missile-defence"])
    make_statement(meeting, issues=["missile-defence"], side="joint")
    page = read(client, ADDRESS)

    assert fact(page, "Meetings")[0].startswith("1 of 2")
    assert fact(page, "Statements") == ["Japan 0 Russia 1 Joint 1"]


def test_sources_are_numbered_as_the_page_first_names_them(client, missile_defence):
    meeting = make_meeting(sources=["z", "a"])
    make_statement(meeting, issues=["missile-defence"], sources=["z"])
    make_statement(meeting, issues=["missile-defence"], sources=["a", "z"])
    page = read(client, ADDRESS)

    assert parts(page, ".refs") == ["one source 1", "sources 1 2"]
    assert [li.get("id") for li in page.cssselect(".sources li")] == ["src-z", "src-a"]


def test_a_long_issue_is_cut_into_pages_between_meetings(client, missile_defence, monkeypatch):
    monkeypatch.setattr(issues, "MOST_STATEMENTS", 3)
    for year in (2014, 2015, 2016):
        meeting = make_meeting(f"{year}-03-20-summit", start=f"{year}-03-20")
        make_statement(meeting, issues=["missile-defence"])
        make_statement(meeting, issues=["missile-defence"])
    first, last = read(client, ADDRESS), read(client, f"{ADDRESS}?page=3")

    assert parts(first, ".yearpart > h2") == ["2014"]
    assert parts(last, ".yearpart > h2") == ["2016"]
    assert parts(first, "nav.pages li") == ["2014", "2015", "2016"]
    assert fact(last, "Statements") == ["Japan 0 Russia 6"]


@pytest.mark.parametrize("page", ["0", "2", "x", "-1", "9" * 400, "١"])
def test_a_page_that_is_not_there_is_not_found(client, missile_defence, page):
    make_meeting(issues=["missile-defence"])

    read(client, f"{ADDRESS}?page={page}", status=404)
