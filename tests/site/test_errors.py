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


@pytest.mark.parametrize(("address", "kind"), [("/no/such/", "text/html"), ("/api/no/such", "application/problem")])
def test_what_is_not_there_is_answered_in_the_form_it_was_asked(client, db, address, kind):
    response = client.get(address)

    assert response.status_code == 404
    assert response.headers["Content-Type"].startswith(kind)
