"""Files are written in pieces, at a cost that does not grow, and never pass for whole when they are not."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import get_language

from timeline.changes import record_changed
from timeline.exports import chunks, export
from timeline.exports.formats import of_list
from timeline.exports.nouns import NOUNS
from timeline.models import Meeting

from ..factories import make_meeting, make_organisation, make_statement, make_tenure
from .reading import body, get, in_csv

pytestmark = pytest.mark.django_db

FILES = ["csv", "ndjson", "ics", "atom", "feed.json", "jsonld", "geojson", "timeline.json", "bib", "ris", "csl.json"]
ENDS = {"ics": "END:VCALENDAR", "atom": "</feed>", "csl.json": "]"}
ENDS |= dict.fromkeys(["feed.json", "jsonld", "geojson", "timeline.json"], "]}")


@pytest.mark.parametrize("suffix", FILES)
def test_a_failure_midway_breaks_off_and_closes_nothing(client, record, monkeypatch, suffix):
    monkeypatch.setattr(chunks, "CHUNK", 2)
    pieces = chunks.in_chunks

    def failing(*asked):
        for number, chunk in enumerate(pieces(*asked)):
            if number == 2:
                raise ConnectionError("the database went away")
            yield chunk

    monkeypatch.setattr(chunks, "in_chunks", failing)
    answer, written = client.get(f"/meetings.{suffix}?lang=en" if suffix == "ics" else f"/meetings.{suffix}"), []

    assert answer["X-Total-Count"] == "8"
    with pytest.raises(ConnectionError):
        written.extend(answer.streaming_content)
    text = b"".join(written).decode()
    assert "2013-12-31-call" in text or suffix in ("atom", "feed.json")
    assert not text.rstrip().endswith(ENDS.get(suffix, "\0"))
    if suffix.endswith("json"):
        with pytest.raises(json.JSONDecodeError):
            json.loads(text)


def test_a_failure_in_the_first_rows_is_an_error_and_not_half_a_file(client, record, monkeypatch):
    def failing(*asked):
        raise ConnectionError("the database went away")
        yield

    monkeypatch.setattr(chunks, "in_chunks", failing)
    client.raise_request_exception = False

    assert client.get("/meetings.csv").status_code == 500


def test_a_file_half_of_one_record_and_half_of_the_next_breaks_off(client, record, monkeypatch):
    monkeypatch.setattr(chunks, "CHUNK", 2)
    parts = client.get("/meetings.csv").streaming_content
    next(parts)
    record_changed(Meeting.objects.filter(key="2019-01-01-honolulu"))

    with pytest.raises(export.Incomplete):
        list(parts)


def test_a_file_with_fewer_rows_than_announced_breaks_off(client, record, monkeypatch):
    monkeypatch.setattr(chunks, "CHUNK", 2)
    parts = client.get("/meetings.ndjson").streaming_content
    next(parts)
    Meeting.objects.filter(key="2019-01-01-honolulu").update(state="draft")

    with pytest.raises(export.Incomplete):
        list(parts)


@pytest.mark.parametrize("suffix", FILES)
def test_the_number_of_queries_does_not_grow_with_the_rows(client, record, suffix):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            get(client, suffix)
        return len(queries)

    get(client, suffix)
    few = cost()
    for number in range(20):
        meeting = make_meeting(f"2018-02-{number + 1:02}-more", start="2018-02-01", participants=["sergey-lavrov"])
        make_statement(meeting)

    assert cost() == few


@pytest.mark.parametrize(
    ("noun", "suffix"),
    [(noun, suffix) for noun in NOUNS if noun != "meetings" for suffix in of_list(noun) if suffix != "json"],
)
def test_the_number_of_queries_of_the_other_lists_does_not_grow_either(client, record, noun, suffix):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            body(client.get(f"/{noun}.{suffix}"))
        return len(queries)

    cost()
    few = cost()
    for number in range(10):
        key = f"2018-02-{number + 1:02}-more"
        meeting = make_meeting(key, start="2018-02-01", place="vladivostok", participants=[f"one-{key}"])
        make_tenure(f"office-{key}", f"one-{key}")
        make_statement(meeting, sources=[f"source-{key}"], attributed_to=make_organisation(f"body-{key}"))

    assert cost() == few


def test_the_rows_are_put_in_order_once_and_none_is_counted_off(client, record, monkeypatch):
    monkeypatch.setattr(chunks, "CHUNK", 3)
    with CaptureQueriesContext(connection) as queries:
        assert len(in_csv(client, "sort=updated")) == 8

    asked = [query["sql"] for query in queries]
    assert len([sql for sql in asked if "content_updated_at" in sql.partition("ORDER BY")[2]]) == 1
    assert not any("OFFSET" in sql for sql in asked)


def test_the_language_of_a_file_stays_inside_it(client, record, monkeypatch):
    monkeypatch.setattr(chunks, "CHUNK", 1)

    for _part in client.get("/meetings.ics?lang=ja").streaming_content:
        assert get_language() == "en"


def test_a_client_that_has_the_file_gets_nothing_again(client, record):
    first = client.get("/meetings.ics")
    body(first)

    again = client.get("/meetings.ics", headers={"if-none-match": first["ETag"]})
    since = client.get("/meetings.ics", headers={"if-modified-since": first["Last-Modified"]})

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert since.status_code == 304
    assert first["Cache-Control"] == "public, max-age=300, stale-while-revalidate=86400"


@pytest.mark.parametrize(
    "other", ["/meetings.ics?lang=ru", "/meetings.ics?format=summit", "/meetings.atom", "/meetings.csv?bom=1"]
)
def test_other_bytes_have_another_tag(client, record, other):
    assert client.get(other)["ETag"] not in {client.get("/meetings.ics")["ETag"], client.get("/meetings.csv")["ETag"]}


def test_a_change_of_the_record_makes_another_tag(client, record):
    before = client.get("/meetings.csv")["ETag"]
    record_changed(Meeting.objects.filter(key="2019-01-01-honolulu"))

    answer = client.get("/meetings.csv", headers={"if-none-match": before})

    assert answer.status_code == 200
    assert answer["ETag"] != before


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_head_tells_what_get_would_without_writing_it(client, record, encoding):
    headers = {"accept-encoding": encoding}
    asked, told = client.get("/meetings.ics", headers=headers), client.head("/meetings.ics", headers=headers)

    assert b"".join(told) == b""
    assert dict(told.items()) == {name: value for name, value in asked.items() if name != "X-Request-ID"} | {
        "X-Request-ID": told["X-Request-ID"]
    }
    assert "Content-Length" not in told
