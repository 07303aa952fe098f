"""Too many requests from one address are refused for the rest of the minute."""

import pytest
from django.core.cache import cache
from freezegun import freeze_time

from tests.factories import make_meeting

pytestmark = pytest.mark.django_db

LIST = "/api/v1/meetings/"


@pytest.fixture(autouse=True)
def clock(settings):
    """Three requests a minute are allowed, and it is a quarter past."""
    cache.clear()
    settings.API_REQUESTS_PER_MINUTE = 3
    make_meeting()
    with freeze_time("2026-11-20 12:00:15") as stopped:
        yield stopped
    cache.clear()


def statuses(client, *addresses, **how):
    return [client.get(address, **how).status_code for address in addresses]


def test_the_one_request_too_many_is_refused_and_told_how_long_to_wait(client):
    assert statuses(client, LIST, LIST, LIST) == [200, 200, 200]

    answer = client.get(LIST)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "45"
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Access-Control-Allow-Origin"] == "*"
    body = answer.json()
    assert body["type"].endswith("#too-many-requests")
    assert body["detail"] == "Too many requests from your address: at most 3 a minute. Wait 45 seconds."


def test_a_refusal_is_not_in_the_language_of_an_earlier_reader(client):
    statuses(client, "/ru/about/", *[LIST] * 3)
    answer = client.get(LIST)

    assert (answer.status_code, answer["Content-Language"]) == (429, "en")
    assert answer.json()["title"] == "Too many requests"


def test_after_that_time_it_goes_on(client, clock):
    statuses(client, *[LIST] * 4)
    clock.tick(44)
    assert statuses(client, LIST) == [429]
    clock.tick(1)
    assert statuses(client, LIST) == [200]


def test_files_in_whatever_way_they_are_asked_for_count_with_the_api(client):
    assert statuses(client, "/meetings.csv", "/changes.json", "/meetings/2017-03-20-summit.ics") == [200, 200, 200]

    assert statuses(client, LIST, "/meetings.csv") == [429, 429]
    assert statuses(client, "/meetings/", headers={"accept": "text/csv"}) == [429]
    assert statuses(client, "/meetings/", headers={"accept": "text/csv, */*;q=0.1"}) == [429]
    assert statuses(client, "/meetings/", headers={"accept": "text/html, */*;q=0.1"}) == [200]
    assert client.get("/meetings.csv")["Access-Control-Allow-Origin"] == "*"


def test_errors_count(client):
    assert statuses(client, f"{LIST}?x=1", f"{LIST}nothing/", LIST, LIST) == [400, 404, 200, 429]


def test_pages_probes_and_the_editors_desk_are_not_counted(client):
    statuses(client, *[LIST] * 4)

    browser = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    assert statuses(client, *["/meetings/"] * 5, headers=browser) == [200] * 5
    assert statuses(client, "/meetings/", "/", "/health/live/", "/admin/login/") == [200] * 4


def test_what_ends_in_not_modified_does_not_count(client):
    etag = client.get(LIST)["ETag"]

    assert statuses(client, *[LIST] * 5, headers={"if-none-match": etag}) == [304] * 5
    assert statuses(client, LIST, LIST, LIST) == [200, 200, 429]


@pytest.mark.parametrize("address", [LIST, "/meetings.csv"])
def test_a_browser_that_asks_whether_it_may_ask_is_not_counted(client, address):
    statuses(client, *[LIST] * 4)

    asking = {"access-control-request-method": "GET", "origin": "https://example.org"}
    assert [client.options(address, headers=asking).status_code for _n in range(5)] == [204] * 5
    assert client.options("/meetings.csv").status_code == 429


def test_each_address_has_a_count_of_its_own(client):
    assert statuses(client, *[LIST] * 4, REMOTE_ADDR="192.0.2.1")[-1] == 429
    assert statuses(client, LIST, REMOTE_ADDR="192.0.2.2") == [200]


def test_behind_a_proxy_the_address_is_the_one_that_it_saw(client, settings):
    settings.PROXY_COUNT = 1
    readers = [{"x-forwarded-for": f"203.0.113.9, 192.0.2.{number}"} for number in (1, 2)]

    assert [client.get(LIST, headers=readers[0]).status_code for _n in range(4)][-1] == 429
    assert client.get(LIST, headers=readers[1]).status_code == 200


def test_without_a_proxy_nobody_gets_round_it_by_a_header(client):
    forged = [client.get(LIST, headers={"x-forwarded-for": f"192.0.2.{n}"}).status_code for n in range(4)]

    assert forged[-1] == 429


def test_there_may_be_no_limit(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 0

    assert statuses(client, *[LIST] * 9) == [200] * 9
