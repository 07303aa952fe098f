import re

import pytest

from tests.factories import make_format, make_meeting

pytestmark = pytest.mark.django_db

HERE = "http://testserver"


def links(answer):
    """The ``Link`` header as a mapping from relation to address."""
    found = re.findall(r'<([^>]+)>; rel="([^"]+)"(?:; type="([^"]+)")?', answer["Link"])
    files = {"alternate": "text/html"}  # the alternates are told apart in tests/exports/test_relations.py
    return {relation: address for address, relation, kind in found if kind == files.get(relation, kind)}


@pytest.fixture
def five_meetings():
    for day in range(1, 6):
        make_meeting(f"2017-03-0{day}-summit", start=f"2017-03-0{day}")


@pytest.mark.usefixtures("five_meetings")
def test_following_next_leads_through_every_row_once(client):
    address, found = f"{HERE}/api/v1/meetings/?page_size=2", []
    while address:
        body = client.get(address.removeprefix(HERE)).json()
        assert body["count"] == 5
        found += [row["key"] for row in body["results"]]
        address = body["next"]

    assert found == [f"2017-03-0{day}-summit" for day in range(1, 6)]


@pytest.mark.usefixtures("five_meetings")
def test_the_middle_page_points_everywhere(client):
    answer = client.get("/api/v1/meetings/?page=2&page_size=2&format=summit&sort=-date")

    base = f"{HERE}/api/v1/meetings/?page_size=2&format=summit&sort=-date"
    assert answer["X-Total-Count"] == "5"
    assert answer.json()["next"] == f"{base}&page=3"
    assert answer.json()["previous"] == base
    assert links(answer) == {
        "self": f"{base}&page=2",
        "canonical": f"{HERE}/api/v1/meetings/?format=summit&page=2&page_size=2&sort=-date",
        "first": base,
        "prev": base,
        "next": f"{base}&page=3",
        "last": f"{base}&page=3",
        "alternate": f"{HERE}/meetings/?page_size=2&format=summit&sort=-date&page=2",
        "describedby": f"{HERE}/api/v1/schema/",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


@pytest.mark.usefixtures("five_meetings")
@pytest.mark.parametrize(("query", "rows"), [("page=1", 5), ("page_size=500", 5), ("page=3&page_size=2", 1)])
def test_the_last_page_has_the_rest_and_no_next(client, query, rows):
    answer = client.get(f"/api/v1/meetings/?{query}")

    assert len(answer.json()["results"]) == rows
    assert answer.json()["next"] is None
    assert "next" not in links(answer)


def test_an_empty_list_is_one_empty_page(client):
    make_format("summit")
    answer = client.get("/api/v1/meetings/?format=summit&page=1")

    assert answer.json()["count"] == 0
    assert answer.json()["results"] == []
    assert answer.json()["next"] is answer.json()["previous"] is None
    assert links(answer)["last"] == f"{HERE}/api/v1/meetings/?format=summit"


def test_fifty_rows_come_unless_told(client):
    for number in range(51):
        make_meeting(f"meeting-{number:02}")

    assert len(client.get("/api/v1/meetings/").json()["results"]) == 50
    assert len(client.get("/api/v1/meetings/?page=2").json()["results"]) == 1


def test_the_query_is_repeated_as_understood(client):
    make_format("two-plus-two", aliases=["2+2", "2 2"])
    answer = client.get("/api/v1/meetings/?format=2+2&q=&from=2017-03-20&format=two-plus-two")

    assert answer.json()["query"] == {"format": ["two-plus-two"], "from": ["2017-03-20"]}
    assert links(answer)["self"].endswith("?format=two-plus-two&from=2017-03-20")


def test_a_space_in_a_link_is_written_so_that_no_plus_stands_there(client):
    answer = client.get("/api/v1/meetings/?q=северная корея 2+2")

    assert "+" not in links(answer)["self"]
    assert client.get(links(answer)["self"].removeprefix(HERE)).json()["query"] == answer.json()["query"]


@pytest.mark.parametrize("noun", ["participants", "organisations", "formats", "series", "statements"])
def test_a_list_with_a_page_for_people_points_to_it(client, noun):
    pages = {"participants", "formats", "statements"}
    assert ("alternate" in links(client.get(f"/api/v1/{noun}/"))) == (noun in pages)


def test_a_record_points_to_its_page_and_its_list(client):
    make_meeting("2017-03-20-summit")
    found = links(client.get("/api/v1/meetings/2017-03-20-summit/"))

    assert found["self"] == f"{HERE}/api/v1/meetings/2017-03-20-summit/"
    assert found["alternate"] == f"{HERE}/meetings/2017-03-20-summit/"
    assert found["up"] == f"{HERE}/api/v1/meetings/"
