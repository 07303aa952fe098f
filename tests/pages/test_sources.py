"""The pages of the sources, and the list of statements, which is narrowed by the same kind of form."""

import pytest

from tests.factories import make_link, make_meeting, make_organisation, make_source, make_statement

from .reading import fact, part, parts, read, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def sources():
    make_source("mid", publisher="MID", language="ru")
    make_source("mofa", publisher="MOFA", side="JP", language="ja")
    make_source("tass", publisher="TASS", side="third", kind="news", language="en")


def publishers(page):
    return parts(page, ".sources .pub")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["MID", "MOFA", "TASS"]),
        ("?side=JP&side=third", ["MOFA", "TASS"]),
        ("?kind=news", ["TASS"]),
        ("?language=ru&side=RU", ["MID"]),
        ("?language=ru&side=JP", []),
        ("?q=", ["MID", "MOFA", "TASS"]),
    ],
)
def test_sources_are_narrowed_by_the_query(client, sources, query, shown):
    assert publishers(read(client, f"/sources/{query}")) == shown


def test_the_form_offers_what_there_is_and_keeps_what_was_asked(client, sources):
    page = read(client, "/sources/?language=ja")

    assert parts(page, "#narrow-language option") == ["any", "English", "Japanese", "Russian"]
    assert parts(page, "#narrow-language option[selected]") == ["Japanese"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/sources/?langauge=ja", 400),
        ("/sources/?side=XX", 400),
        ("/statements/?sied=RU", 400),
        ("/statements/?page=9", 404),
    ],
)
def test_a_query_that_is_not_understood_shows_the_fault_and_no_rows(client, sources, address, status):
    make_statement(make_meeting())
    page = read(client, address, status=status)

    assert page.cssselect("#faults")
    assert not page.cssselect(".sources, .sayings")


def test_a_list_is_cut_into_pages_and_says_which_rows_it_shows(client, sources):
    page = read(client, "/sources/?page=2&page_size=2")

    assert publishers(page) == ["TASS"]
    assert part(page, ".pages p") == "Sources 3–3 of 3"
    assert page.cssselect(".pages a[rel=prev]")[0].get("href") == "/sources/?page_size=2&page=1"


def test_a_list_gives_how_much_rests_on_each_source(client, sources):
    meeting = make_meeting(sources=["mid"])
    make_statement(meeting, sources=["mid"])
    make_statement(meeting, sources=["mid"])

    assert "1 meeting, 2 statements" in parts(read(client, "/sources/"), ".sources li")[0]


def test_a_source_lists_what_it_supports(client, sources):
    meeting = make_meeting(sources=["mid", "mofa"], title_en="Tokyo")
    later = make_meeting("2017-04-27-summit", start="2017-04-27", title_en="Moscow")
    make_statement(meeting, 1, sources=["mofa"])
    make_statement(meeting, 2, sources=["mid", "mofa"])
    make_link(meeting, later, "prepared_by").sources.add(make_source("mid"))
    page = read(client, "/sources/mid/")

    assert [parts(row, "td")[1] for row in page.cssselect("tbody tr")] == ["Tokyo"]
    assert parts(page, ".sayings .n") == ["2"]
    assert words(page.cssselect(".links li")[0]) == "27 April 2017 Moscow prepared this meeting: Tokyo, 20 March 2017"


def test_a_footnote_of_a_source_page_has_one_place_to_lead_to(client, sources):
    meeting = make_meeting(sources=["mid", "mofa"])
    make_statement(meeting, 1, sources=["mid"])

    assert len(read(client, "/sources/mid/").cssselect("[id=src-mid]")) == 1

    make_statement(meeting, 2, sources=["mid", "mofa"])

    assert len(read(client, "/sources/mid/").cssselect("[id=src-mid]")) == 1


def test_a_source_gives_its_address_its_copy_and_its_date_or_says_that_there_is_none(client):
    make_source("mid", archived_url="https://archive.example/mid", published="2017-03-20")
    make_source("tass", side="third", kind="news", url="", document="tass.txt")
    with_address, without = read(client, "/sources/mid/"), read(client, "/sources/tass/")

    assert fact(with_address, "Address") == ["https://example.org/mid"]
    assert fact(with_address, "Archived copy") == ["https://archive.example/mid"]
    assert fact(with_address, "Date") == ["20 March 2017"]
    assert fact(without, "Document") == ["tass.txt no public address"]
    assert fact(without, "Archived copy") == ["none known"]
    assert fact(without, "Date") == ["undated"]


def test_statements_run_in_order_of_time_each_with_its_meeting_issues_and_sources(client):
    later = make_meeting("2018-05-26-summit", start="2018-05-26", title_en="Moscow")
    make_statement(later, 1, issues=["energy", "peace-treaty"])
    make_statement(make_meeting(title_en="Tokyo"), 1)
    first, last = read(client, "/statements/").cssselect(".sayings > li")

    assert part(first, ".of") == "20 March 2017 Tokyo"
    assert part(last, ".also") == "on Issue energy, Issue peace-treaty"
    assert last.cssselect(".n")[0].get("href") == "/meetings/2018-05-26-summit/#s1"
    assert part(last, ".refs") == "one source 1"


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("?side=observer", ["2"]),
        ("?issue=energy", ["3"]),
        ("?participant=sergey-lavrov", ["1", "3"]),
        ("?kind=concern&side=RU", ["1"]),
        ("?sort=-date", ["3", "2", "1"]),
        ("?from=2018", []),
    ],
)
def test_statements_are_narrowed_by_the_query(client, query, numbers):
    meeting = make_meeting()
    make_statement(meeting, 1, kind="concern")
    make_statement(meeting, 2, side="observer", attributed_to=make_organisation("sankei", kind="observer"))
    make_statement(meeting, 3, issues=["energy"])

    assert parts(read(client, f"/statements/{query}"), ".sayings .n") == numbers


def test_an_empty_result_leads_back_to_all(client):
    make_statement(make_meeting())
    page = read(client, "/statements/?side=JP")

    assert part(page, "main > .none") == "No statement answers this query. All statements"
