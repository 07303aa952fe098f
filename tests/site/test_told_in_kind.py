"""Whatever goes wrong, programs are told by a problem, people by a page: by the address, else as ``Accept`` has it."""

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client

from tests.factories import make_meeting

PROGRAM = "application/problem+json, text/html;q=0.5"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
GONE = "2016-05-06-gone"
pytestmark = pytest.mark.django_db


@pytest.fixture
def site(request, monkeypatch, settings):
    """Makes the site answer with that status: what to ask, and which client asks."""

    def fail(*args, **kwargs):
        raise RuntimeError("the inside")

    def away(*args, **kwargs):
        raise OperationalError("the inside")

    def make(status):
        if status == 410:
            make_meeting(GONE, start="2016-05-06", state="withdrawn")
        if status == 500:
            monkeypatch.setattr("timeline.querysets.meeting.MeetingQuerySet.published", fail)
        if status == 503:
            monkeypatch.setattr("timeline.querysets.meeting.MeetingQuerySet.published", away)
            monkeypatch.setattr(connection, "is_usable", lambda: False)
        return Client(raise_request_exception=False)

    return make


def asked(client, status, address, accept):
    ask = client.post if status == 405 else client.get
    return ask(address, headers={"accept": accept})


PAGES = {
    400: "/about/?z=1",
    404: "/nothing/",
    405: "/about/",
    410: f"/meetings/{GONE}/history/",
    500: "/search/?q=talks",
    503: "/search/?q=talks",
}
FILES = {
    404: "/data/2026.11.2/nothing.zip",
    405: "/data/2026.11.2/SHA256SUMS",
    410: f"/meetings/{GONE}.ics",
    500: "/meetings.csv",
    503: "/meetings.csv",
}


@pytest.mark.parametrize(("status", "address"), PAGES.items())
@pytest.mark.parametrize("prefix", ["", "/ja"])
@pytest.mark.parametrize("accept", [PROGRAM, "application/json", "application/problem+json"])
def test_a_page_tells_a_program_by_a_problem(site, status, address, prefix, accept):
    answer = asked(site(status), status, prefix + address, accept)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(("status", "address"), PAGES.items())
@pytest.mark.parametrize("accept", [BROWSER, "*/*", ""])
def test_a_page_tells_people_by_a_page(site, status, address, accept):
    answer = asked(site(status), status, address, accept)

    assert (answer.status_code, answer["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize(("status", "address"), FILES.items())
def test_a_file_is_a_program_s_whatever_it_accepts(site, status, address):
    answer = asked(site(status), status, address, BROWSER)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(("status", "address"), PAGES.items())
@pytest.mark.parametrize("accept", [PROGRAM, BROWSER])
def test_what_is_told_depends_on_accept_and_is_kept_by_nobody(site, status, address, accept):
    answer = asked(site(status), status, address, accept)

    assert "Accept" in answer["Vary"].split(", ")
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("status", "address"), [(405, "/about/"), (503, "/search/?q=talks")])
@pytest.mark.parametrize("accept", [PROGRAM, BROWSER])
def test_the_header_that_goes_with_a_status_is_there_in_both(site, status, address, accept):
    answer = asked(site(status), status, address, accept)

    assert answer[{405: "Allow", 503: "Retry-After"}[status]] == {405: "GET, HEAD, OPTIONS", 503: "30"}[status]


def test_a_withdrawn_record_gives_its_reason_in_both(site):
    answer = asked(site(410), 410, f"/meetings/{GONE}/history/", PROGRAM)

    assert answer.json().keys() >= {"reason", "successor"}
    assert answer.json()["errors"][0]["code"] == "withdrawn"


@pytest.mark.parametrize(
    ("address", "status"),
    [("/embed/meetings/nothing/", 404), (f"/embed/meetings/{GONE}/", 410), ("/embed/meetings/x/?z=1", 400)],
)
def test_a_frame_is_told_alike(site, address, status):
    client = site(410)

    assert asked(client, status, address, PROGRAM).json()["status"] == status
    page = asked(client, status, address, BROWSER)
    assert (page.status_code, page["Content-Type"]) == (status, "text/html; charset=utf-8")


def test_what_is_in_no_form_that_is_wanted_is_a_problem(site):
    answer = asked(site(406), 406, "/meetings/", "application/pdf")

    assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")
    assert "Accept" in answer["Vary"].split(", ")


def test_who_asks_too_often_for_a_file_may_still_read_the_page(site, settings):
    settings.API_REQUESTS_PER_MINUTE = 1
    cache.clear()
    client = site(429)
    asked(client, 429, "/meetings/", "text/csv")
    refused = asked(client, 429, "/meetings/", "text/csv")

    assert (refused.status_code, refused["Content-Type"]) == (429, "application/problem+json")
    assert "Accept" in refused["Vary"].split(", ")
    assert asked(client, 429, "/meetings/", BROWSER).status_code == 200
    cache.clear()


@pytest.mark.parametrize("address", ["/meetings/", "/meetings.csv", "/api/v1/meetings/"])
def test_a_state_that_is_not_the_present_one_is_a_problem(site, address):
    answer = site(412).get(address, headers={"if-match": '"another"'})

    assert (answer.status_code, answer["Content-Type"]) == (412, "application/problem+json")


def test_the_editors_desk_stays_with_its_pages(site):
    answer = asked(site(404), 404, "/admin/login/nothing/", PROGRAM)

    assert answer["Content-Type"].startswith("text/html")
