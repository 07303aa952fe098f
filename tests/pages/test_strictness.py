"""No page answers a question that it did not understand."""

import pytest

from ..factories import make_format, make_meeting, make_office, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def _record():
    meeting = make_meeting("2017-03-20-summit", participants=["sergey-lavrov"])
    make_statement(meeting)
    make_office("ru-minister")
    make_format("summit")


ADDRESSES = [
    "/",
    "/meetings/",
    "/meetings/2017/",
    "/meetings/2017-03-20-summit/",
    "/meetings/2017-03-20-summit/card/",
    "/meetings/2017-03-20-summit/history/",
    "/formats/",
    "/formats/summit/",
    "/issues/",
    "/issues/peace-treaty/",
    "/participants/",
    "/participants/sergey-lavrov/",
    "/places/",
    "/places/tokyo/",
    "/offices/",
    "/offices/ru-minister/",
    "/sources/",
    "/sources/mid-2017-03-20/",
    "/statements/",
    "/about/",
    "/about/licence/",
    "/about/api/",
    "/about/api/errors/",
    "/about/data-dictionary/",
    "/cite/statements/2017-03-20-summit/1/",
]


@pytest.mark.usefixtures("_record")
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_unknown_parameter_is_named_and_nothing_is_shown(client, address):
    answer = client.get(f"{address}?nonsense=summit")
    assert answer.status_code == 400
    assert "nonsense=summit" in answer.text
    assert "This parameter is not known here." in answer.text
    assert client.get(address).status_code == 200
    assert client.get(f"{address}?nonsense=").status_code == 200


@pytest.mark.usefixtures("_record")
@pytest.mark.parametrize("address", ["/", "/meetings/", "/statements/", "/participants/", "/formats/"])
def test_who_asks_a_page_for_a_file_format_learns_how_files_are_asked_for(client, address):
    assert "A file has a suffix, as in /meetings.csv" in client.get(f"{address}?format=csv").text


@pytest.mark.usefixtures("_record")
@pytest.mark.parametrize("address", ["/meetings/", "/participants/", "/sources/", "/statements/"])
def test_a_page_beyond_the_end_is_not_there(client, address):
    answer = client.get(f"{address}?page=7")
    assert answer.status_code == 404
    assert "The list ends before this page." in answer.text


@pytest.mark.usefixtures("_record")
def test_people_are_chosen_as_in_the_api(client):
    make_meeting("2018-01-01-summit", participants=[("fumio-kishida", {"side": "JP"})])
    assert "Sergey Lavrov" in client.get("/participants/?kind=official&country=RU").text
    assert "Nobody answers this query." in client.get("/participants/?kind=observer").text


@pytest.mark.usefixtures("_record")
@pytest.mark.parametrize("year", ["0", "0000", "1999", "99999999999999999999"])
def test_a_year_without_meetings_is_not_there(client, year):
    assert client.get(f"/meetings/{year}/").status_code == 404
