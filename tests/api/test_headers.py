import pytest

from tests.factories import make_meeting
from timeline.changes import record_changed

pytestmark = pytest.mark.django_db

EXPOSED = {"Link", "ETag", "Last-Modified", "X-Data-Version", "X-Total-Count", "Retry-After"}
ADDRESSES = ["/api/", "/api/v1/", "/api/v1/meetings/", "/api/v1/meetings/?x=1", "/api/v1/nothing/", "/api/v1/schema/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_web_page_may_read_every_answer(client, address):
    answer = client.get(address, headers={"origin": "https://elsewhere.example"})

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert set(answer["Access-Control-Expose-Headers"].split(", ")) == EXPOSED
    assert "Access-Control-Allow-Credentials" not in answer


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_browser_may_ask_before_it_asks(client, address):
    asked = {"access-control-request-method": "GET", "access-control-request-headers": "if-none-match"}
    answer = client.options(address, headers={"origin": "https://elsewhere.example", **asked})

    assert answer.status_code == 204
    assert answer.content == b""
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("address", ["/api/", "/api/v1/", "/api/v1/meetings/", "/api/v1/meetings/2017-03-20-summit/"])
def test_options_say_what_may_be_asked(client, address):
    answer = client.options(address)

    assert answer.status_code == 204
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("address", ["/api/v1/", "/api/v1/meetings/", "/api/v1/meetings/2017-03-20-summit/"])
def test_head_has_the_headers_of_get_and_no_body(client, address):
    make_meeting()
    got, headed = client.get(address), client.head(address)

    assert headed.content == b""
    assert _without_request_id(headed) == _without_request_id(got)


def _without_request_id(answer):
    return {name: value for name, value in answer.items() if name != "X-Request-ID"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_answers_depend_on_accept_and_on_no_cookie(client, address):
    answer = client.get(address)

    assert "Accept" in answer["Vary"].split(", ")
    assert "Cookie" not in answer["Vary"]
    assert not answer.cookies


def test_answers_keep_for_five_minutes_and_errors_not_at_all(client):
    assert client.get("/api/v1/meetings/")["Cache-Control"] == "public, max-age=300, stale-while-revalidate=86400"
    assert client.get("/api/v1/meetings/?x=1")["Cache-Control"] == "no-store"


def test_the_data_version_moves_with_the_record(client):
    before = client.get("/api/v1/meetings/")
    record_changed()
    after = client.get("/api/v1/meetings/")

    assert before["X-Data-Version"] == before.json()["data_version"] != after["X-Data-Version"]
    assert after["X-Data-Version"] == after.json()["data_version"]


def test_api_leads_to_the_current_version(client):
    answer = client.get("/api/")

    assert answer.status_code == 307
    assert answer["Location"] == "/api/v1/"


def test_a_missing_slash_is_added_and_the_query_kept(client):
    answer = client.get("/api/v1/meetings?format=summit")

    assert answer.status_code == 301
    assert answer["Location"] == "/api/v1/meetings/?format=summit"


def test_pages_are_left_alone(client):
    assert "Access-Control-Allow-Origin" not in client.get("/about/api/errors/")
