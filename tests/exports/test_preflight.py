"""A browser asks before a script of another site may ask with headers of its own: files answer as the API does."""

import pytest
from django.core.cache import cache

pytestmark = pytest.mark.django_db

KEY = "2017-09-06-summit"
FILES = [
    "/meetings.csv?format=summit",
    "/ru/meetings.csv",
    "/meetings.csv/",
    f"/meetings/{KEY}.ics",
    "/statements/2017-03-20-two-plus-two/1.bib",
    "/meetings.schema.json",
    "/changes.json",
    "/changes.atom",
    "/data/2026.11.2/meetings.csv",
    "/data/latest/meetings.csv",
    "/oembed/?url=x",
]
NEGOTIATED = ["/", "/meetings/", "/ru/meetings/2017/", f"/meetings/{KEY}/", "/issues/energy/", "/changes/"]
ASKING = {"origin": "https://elsewhere.example", "access-control-request-method": "GET"}


@pytest.mark.parametrize("address", [*FILES, *NEGOTIATED])
@pytest.mark.parametrize("header", ["if-none-match", "if-modified-since", "accept", "range"])
def test_a_script_of_any_site_may_ask_with_the_headers_of_conditional_requests(client, record, address, header):
    answer = client.options(address, headers=ASKING | {"access-control-request-headers": header})

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert header in answer["Access-Control-Allow-Headers"].lower().split(", ")


@pytest.mark.parametrize("address", ["/meetings.csv", "/changes.json", "/meetings/", "/oembed/"])
def test_asking_first_is_never_too_often(client, record, settings, address):
    settings.API_REQUESTS_PER_MINUTE = 1
    cache.clear()

    assert [client.options(address, headers=ASKING).status_code for _again in range(3)] == [204] * 3
    assert client.get("/meetings.csv").status_code == 200
    cache.clear()


@pytest.mark.parametrize("address", ["/about/", "/search/", "/admin/login/", "/health/live/"])
def test_what_only_people_read_does_not_invite_scripts(client, record, address):
    answer = client.options(address, headers=ASKING)

    assert not [name for name in answer.headers if name.startswith("Access-Control-")]


@pytest.mark.parametrize("address", ["/ru/meetings.csv", "/meetings.csv/"])
def test_a_script_may_follow_where_a_file_has_its_one_address(client, record, address):
    answer = client.get(address, headers={"origin": "https://elsewhere.example"})

    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (301, "*")


@pytest.mark.parametrize("address", ["/meetings.csv", "/changes.json", "/meetings/2017-09-06-summit.ics"])
def test_options_without_a_browser_s_question_say_what_may_be_asked(client, record, address):
    answer = client.options(address)

    assert (answer.status_code, answer["Allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    "address",
    [
        "/meetings.csv?format=summit",
        f"/meetings/{KEY}.ics",
        "/meetings.schema.json",
        "/changes.json",
        "/changes.atom",
        "/oembed/?url=http://testserver/meetings/",
        "/api/v1/meetings/",
    ],
)
def test_a_script_that_names_what_it_has_may_read_that_nothing_changed(client, record, address):
    whole = client.get(address)
    short = [
        client.get(address, headers={"if-none-match": whole["ETag"]}),
        client.get(address, headers={"if-modified-since": whole["Last-Modified"]}),
    ]

    assert whole.status_code == 200
    names = ["Access-Control-Allow-Origin", "Access-Control-Expose-Headers"]
    assert [(answer.status_code, *map(answer.get, names)) for answer in short] == [(304, *map(whole.get, names))] * 2


def test_pages_for_people_stay_closed_to_scripts_when_nothing_changed(client, record):
    etag = client.get("/meetings/")["ETag"]

    assert "Access-Control-Allow-Origin" not in client.get("/meetings/", headers={"if-none-match": etag})
