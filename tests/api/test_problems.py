import json

import pytest
from django.test import Client

from tests.factories import make_format, make_meeting, make_statement
from timeline.api import problems

pytestmark = pytest.mark.django_db

ERRORS = "http://testserver/about/api/errors/"
SHAPE = ["type", "title", "status", "detail", "instance", "errors"]


@pytest.fixture
def problem(client, assert_described):
    """Asks an address, and returns the problem that it answers with."""

    def problem(path, status, **headers):
        answer = client.get(f"/api/v1/{path}", headers=headers)
        assert answer.status_code == status, answer.content.decode()
        assert answer["Content-Type"] == "application/problem+json"
        assert answer["Cache-Control"] == "no-store"
        body = answer.json()
        assert list(body) == SHAPE + (["reason", "successor"] if status == 410 else [])
        assert_described(body, "/api/v1/meetings/", 400, problems.MEDIA_TYPE)
        return body

    return problem


def test_an_unknown_parameter_is_named_with_the_nearest_one(problem):
    body = problem("meetings/?formt=summit", 400)

    allowed = body["errors"][0].pop("allowed")
    assert {"format", "issue", "page"} <= set(allowed)
    assert body == {
        "type": f"{ERRORS}#unknown-parameter",
        "title": "Unknown parameter",
        "status": 400,
        "detail": "formt: This parameter is not known here. Did you mean “format”?",
        "instance": "/api/v1/meetings/?formt=summit",
        "errors": [
            {
                "param": "formt",
                "value": "summit",
                "code": "unknown_parameter",
                "message": "This parameter is not known here.",
                "did_you_mean": "format",
            }
        ],
    }


def test_an_unknown_value_is_named_with_the_nearest_one_and_those_allowed(problem):
    make_format("summit")
    make_format("two-plus-two")

    body = problem("meetings/?format=sumit", 400)

    assert body["type"] == f"{ERRORS}#unknown-value"
    assert body["errors"] == [
        {
            "param": "format",
            "value": "sumit",
            "code": "unknown_value",
            "message": "This value is not known.",
            "did_you_mean": "summit",
            "allowed": ["summit", "two-plus-two"],
        }
    ]


def test_every_fault_is_named(problem):
    body = problem("meetings/?formt=x&from=2017-13-01&page=0", 400)

    assert body["type"] == f"{ERRORS}#several-faults"
    assert [error["param"] for error in body["errors"]] == ["formt", "page", "from"]


@pytest.mark.parametrize(
    ("query", "param", "code", "kind"),
    [
        ("from=2017-13-01", "from", "invalid_date", "invalid"),
        ("from=2018&to=2017", "to", "ends_before_start", "invalid"),
        ("date=soon", "date", "invalid_date", "invalid"),
        ("page=x", "page", "invalid", "invalid"),
        ("page=0", "page", "min_value", "invalid"),
        ("page_size=501", "page_size", "max_value", "invalid"),
        ("page=1&page=2", "page", "repeated", "repeated"),
        ("sort=relevance", "sort", "needs_words", "invalid"),
        ("date_match=within", "date_match", "needs_date", "invalid"),
        ("has=number&lacks=number", "lacks", "contradiction", "invalid"),
        ("status=hold", "status", "unknown_value", "unknown-value"),
    ],
)
def test_a_fault_has_its_own_code(problem, query, param, code, kind):
    body = problem(f"meetings/?{query}", 400)

    assert [(error["param"], error["code"]) for error in body["errors"]] == [(param, code)]
    assert body["type"] == f"{ERRORS}#{kind}"


@pytest.mark.parametrize("noun", ["meetings", "statements", "participants", "formats", "sources"])
def test_who_asks_for_a_file_format_learns_how_files_are_asked_for(problem, noun):
    body = problem(f"{noun}/?format=json", 400)

    assert body["errors"][0]["param"] == "format"
    assert "A file has a suffix, as in /meetings.csv; the API answers in JSON." in body["detail"]
    assert body["errors"][0]["message"] in body["detail"]


def test_a_record_takes_no_questions(problem):
    make_meeting("2017-03-20-summit")

    body = problem("meetings/2017-03-20-summit/?format=json", 400)

    assert body["errors"][0]["code"] == "unknown_parameter"
    assert body["errors"][0]["allowed"] == ["fields", "lang"]


def test_a_missing_record_is_answered_with_the_nearest_key(problem):
    make_meeting("2017-03-20-two-plus-two")

    body = problem("meetings/2017-03-20-two-plus-to/", 404)

    assert body["type"] == f"{ERRORS}#not-found"
    assert body["errors"][0] == {
        "param": "key",
        "value": "2017-03-20-two-plus-to",
        "code": "unknown_key",
        "message": "There is no record with this key.",
        "did_you_mean": "2017-03-20-two-plus-two",
        "allowed": None,
    }


@pytest.mark.parametrize(
    "noun",
    ["meetings", "participants", "organisations", "offices", "formats", "issues", "places", "series", "sources"],
)
def test_every_kind_of_record_can_be_missing(problem, noun):
    assert problem(f"{noun}/nobody/", 404)["errors"][0]["value"] == "nobody"


def test_a_missing_statement_says_whether_the_meeting_is_there(problem):
    make_statement(make_meeting("2017-03-20-summit"))

    assert problem("statements/2017-03-20-summit/2/", 404)["errors"][0]["param"] == "number"
    assert problem("statements/2017-03-20-sumit/1/", 404)["errors"][0]["did_you_mean"] == "2017-03-20-summit"
    assert problem(f"statements/2017-03-20-summit/{10**30}/", 404)["errors"][0]["param"] == "number"


def test_a_withdrawn_meeting_is_gone(problem):
    make_meeting("2017-03-20-summit", state="withdrawn")

    body = problem("meetings/2017-03-20-summit/", 410)

    assert body["type"] == f"{ERRORS}#withdrawn"
    assert body["errors"][0]["code"] == "withdrawn"


def test_a_page_beyond_the_end_is_not_found(problem):
    make_meeting()

    body = problem("meetings/?page=2", 404)

    assert body["type"] == f"{ERRORS}#no-such-page"
    assert body["detail"] == "There is no page 2: the last one is 1."
    assert body["errors"][0]["did_you_mean"] == "1"


@pytest.mark.parametrize("path", ["nothing/", "meetings/a/b/", "meetings/Ä/", "%00/", "../../etc/passwd"])
def test_an_unknown_address_is_a_problem_too(problem, path):
    assert problem(path, 404)["type"] == f"{ERRORS}#not-found"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("path", ["", "meetings/", "meetings/2017-03-20-summit/", "formats/"])
def test_nothing_can_be_written(client, method, path):
    answer = getattr(Client(enforce_csrf_checks=True), method)(f"/api/v1/{path}")

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["type"] == f"{ERRORS}#method-not-allowed"


def test_a_form_that_nothing_fits_is_not_acceptable(problem):
    body = problem("meetings/", 406, accept="text/csv, text/html;q=0.5")

    assert body["errors"][0] == {
        "param": "Accept",
        "value": "text/csv, text/html;q=0.5",
        "code": "not_acceptable",
        "message": "None of these media types exists here.",
        "did_you_mean": "application/json",
        "allowed": ["application/json"],
    }


@pytest.mark.parametrize(
    "accept",
    [
        "*/*",
        "application/*",
        "application/json",
        "application/json; charset=utf-8",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/csv, application/json;q=0.1",
        "",
    ],
)
def test_a_form_that_json_fits_is_json(client, accept):
    answer = client.get("/api/v1/meetings/", headers={"accept": accept})

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"


@pytest.mark.parametrize("accept", ["application/json;q=0", "q", ";;;,", "a/b/c", "*/*;q=x;q", "\x00", "*" * 5000])
def test_a_strange_accept_header_never_fails(client, accept):
    assert client.get("/api/v1/meetings/", headers={"accept": accept}).status_code in (200, 406)


def test_an_error_of_ours_says_nothing_of_its_cause(monkeypatch):
    def fail(self, request):
        raise RuntimeError("secret of the machine")

    monkeypatch.setattr("timeline.api.views.records.MeetingList.get", fail)
    answer = Client(raise_request_exception=False).get("/api/v1/meetings/")

    assert answer.status_code == 500
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "secret" not in answer.content.decode()
    assert answer.json()["type"] == f"{ERRORS}#server-error"
    assert answer.json()["request_id"] == answer["X-Request-ID"]


def test_a_foreign_host_is_refused_with_a_problem(client):
    answer = client.get("/api/v1/meetings/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert answer.json()["type"] == "/about/api/errors/#bad-request"
    assert "evil.example" not in answer.content.decode()


def test_too_many_parameters_are_refused_with_a_problem(client):
    answer = client.get("/api/v1/meetings/?" + "a=1&" * 1500)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_a_throttled_client_learns_how_long_to_wait(rf):
    from rest_framework.exceptions import Throttled

    answer = problems.handle(Throttled(wait=12.4), {"request": rf.get("/api/v1/meetings/"), "view": None})

    assert answer.status_code == 429
    assert answer["Retry-After"] == "13"
    assert json.loads(answer.content)["type"] == f"{ERRORS}#too-many-requests"


def test_a_long_value_is_not_repeated_in_full(problem):
    body = problem(f"meetings/?format={'x' * 3000}", 400)

    assert len(body["errors"][0]["value"]) < 300


@pytest.mark.parametrize("language", ["", "/ru", "/ja"])
def test_every_kind_of_problem_is_explained_on_the_page_it_names(client, language):
    page = client.get(f"{language}/about/api/errors/").content.decode()

    for kind in problems.KINDS.values():
        assert f'id="{kind.anchor}"' in page


@pytest.mark.parametrize("address", ["/meetings/", "/ru/meetings/", "/ja/meetings/", "/ru/about/"])
def test_the_type_of_a_problem_is_the_same_in_every_language(client, address):
    body = client.get(f"{address}?formt=summit", headers={"accept": "application/json"}).json()

    assert body["type"] == f"{ERRORS}#unknown-parameter"
