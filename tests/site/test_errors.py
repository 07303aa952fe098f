import pytest
from django.test import Client


@pytest.fixture
def broken(monkeypatch, db):
    """A client of a site whose pages and API fail inside."""

    def fail(*args, **kwargs):
        raise RuntimeError("secret detail of the inside")

    monkeypatch.setattr("timeline.querysets.meeting.MeetingQuerySet.published", fail)
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("address", ["/meetings/", "/ru/meetings/", "/ja/meetings/"])
def test_a_failing_page_quotes_its_number_and_nothing_of_the_inside(broken, address):
    response = broken.get(address, headers={"X-Request-ID": "quote-me-42"})

    assert response.status_code == 500
    assert "quote-me-42" in response.content.decode()
    assert "secret detail" not in response.content.decode()
    assert "RuntimeError" not in response.content.decode()


def test_a_failing_answer_of_the_api_is_a_problem_with_its_number(broken):
    response = broken.get("/api/v1/meetings/", headers={"X-Request-ID": "quote-me-42"})

    assert response.status_code == 500
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["request_id"] == "quote-me-42"
    assert "secret detail" not in response.content.decode()


def test_an_error_is_answered_even_when_its_page_fails(broken, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("the template is broken too")

    monkeypatch.setattr("diplomacy.errors.render_to_string", fail)

    response = broken.get("/meetings/", headers={"X-Request-ID": "quote-me-42"})

    assert (response.status_code, response.content) == (500, b"Server error quote-me-42")


def test_a_form_without_its_token_says_what_to_do(db):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "boss"})

    assert response.status_code == 403
    assert "Go back" in response.content.decode()


@pytest.mark.parametrize(("address", "kind"), [("/", "text/html"), ("/api/v1/", "application/problem+json")])
def test_a_request_for_another_host_is_refused(client, db, address, kind):
    response = client.get(address, headers={"Host": "evil.example.com"})

    assert response.status_code == 400
    assert response.headers["Content-Type"].startswith(kind)
    assert "evil.example.com" not in response.content.decode()


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [("/", "en", "Bad request"), ("/ja/", "ja", "不正"), ("/api/v1/", "en", "The request cannot be read.")],
)
def test_that_is_said_in_the_language_of_the_address(client, db, settings, address, language, words):
    settings.DEBUG, settings.SECURE_SSL_REDIRECT = False, True  # asks for the host before the language is chosen
    client.get("/ru/about/", secure=True)
    response = client.get(address, headers={"Host": "evil.example.com"})

    assert (response.status_code, response["Content-Language"]) == (400, language)
    assert words in response.text


@pytest.mark.parametrize(("address", "kind"), [("/no/such/", "text/html"), ("/api/no/such", "application/problem")])
def test_what_is_not_there_is_answered_in_the_form_it_was_asked(client, db, address, kind):
    response = client.get(address)

    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith(kind)


@pytest.mark.parametrize(
    ("address", "accept", "status"),
    [
        ("/nothing/", "application/json", 404),
        ("/ru/nothing/", "application/problem+json", 404),
        ("/issues/nope/", "application/json", 404),
        ("/search/?q=x&z=1", "application/json", 400),
        ("/about/?z=1", "application/json", 400),
        ("/places.json", "*/*", 404),
        ("/issues.csv", "text/html", 404),
        ("/meetings.JSON", "*/*", 404),
    ],
)
def test_a_program_is_told_in_json_what_went_wrong(client, db, address, accept, status):
    response = client.get(address, headers={"Accept": accept})

    assert (response.status_code, response.headers["Content-Type"]) == (status, "application/problem+json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Accept" in response.headers["Vary"].split(", ")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("address", "status"), [("/nothing/", 404), ("/issues/nope/", 404), ("/search/?z=1", 400)])
def test_a_reader_is_told_by_a_page_that_is_kept_nowhere(client, db, address, status):
    response = client.get(address, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})

    assert response.status_code == status
    assert response.headers["Content-Type"].startswith("text/html")
    assert "Accept" in response.headers["Vary"].split(", ")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize(
    "address", ["/", "/ja/meetings/", "/search/", "/embed/meetings/", "/robots.txt", "/health/live/"]
)
def test_a_public_page_is_read_only(db, method, address):
    response = getattr(Client(enforce_csrf_checks=True), method)(address)

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize("address", ["/api/", "/meetings.csv", "/changes.json", "/oembed/"])
def test_what_programs_read_is_read_only(db, address):
    response = Client(enforce_csrf_checks=True).post(address)

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["type"].endswith("#method-not-allowed")


def test_sending_to_an_address_that_is_not_there_is_told_so(db):
    assert Client(enforce_csrf_checks=True).post("/no/such/").status_code == 404
