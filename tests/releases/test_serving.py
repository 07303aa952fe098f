"""The files of releases over HTTP: those that a release lists, whole or in part, and nothing else."""

import hashlib

import pytest

from tests.releases.shelf import put

pytestmark = pytest.mark.django_db

NUMBER = "2026.11.2"
CSV = f"/data/{NUMBER}/meetings.csv"
CONTENT = b"This is meetings.csv.\n"


def whole(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("meetings.csv", "text/csv; charset=utf-8; header=present"),
        ("meetings.ndjson", "application/x-ndjson; charset=utf-8"),
        ("russia-japan-meetings.sqlite", "application/vnd.sqlite3"),
        ("russia-japan-meetings.zip", "application/zip"),
        ("datapackage.json", "application/json"),
        ("codebook.md", "text/markdown; charset=utf-8"),
        ("LICENSE", "text/plain; charset=utf-8"),
        ("manifest.json", "application/json"),
        ("SHA256SUMS", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_comes_as_what_it_is_and_is_kept_for_good(client, shelf, name, media_type, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get(f"/data/{NUMBER}/{name}")
    content = (shelf / NUMBER / name).read_bytes()

    assert whole(answer) == content
    assert answer["Content-Type"] == media_type
    assert answer["Content-Length"] == str(len(content))
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["ETag"] == f'"{hashlib.sha256(content).hexdigest()}"'
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Data-Version"] == NUMBER
    assert 'rel="license"' in answer["Link"]
    assert not answer.cookies


def test_tables_are_saved_under_a_name_with_the_number_and_texts_are_shown(client):
    assert client.get(CSV)["Content-Disposition"] == f'attachment; filename="meetings_v{NUMBER}.csv"'
    assert client.get(f"/data/{NUMBER}/README.md")["Content-Disposition"].startswith("inline")


def test_head_tells_the_same_without_the_file(client):
    got, told = client.get(CSV), client.head(CSV)

    assert told.status_code == 200
    assert whole(told) == b""
    for name in ("Content-Length", "Content-Type", "ETag", "Cache-Control"):
        assert told[name] == got[name]


def test_who_has_the_file_is_told_so_also_if_it_came_compressed(client):
    etag = client.get(CSV)["ETag"]

    for known in (etag, f"W/{etag}", f'"other", {etag}'):
        answer = client.get(CSV, headers={"if-none-match": known})
        assert answer.status_code == 304
        assert answer["ETag"] == etag
    assert client.get(CSV, headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "told", "part"),
    [
        ("bytes=0-3", "bytes 0-3/22", b"This"),
        ("bytes=5-", "bytes 5-21/22", b"is meetings.csv.\n"),
        ("bytes=-5", "bytes 17-21/22", b"csv.\n"),
        ("bytes=-500", "bytes 0-21/22", CONTENT),
        ("bytes=20-900", "bytes 20-21/22", b".\n"),
    ],
)
def test_a_part_can_be_asked_for_and_is_never_compressed(client, asked, told, part):
    answer = client.get(CSV, headers={"range": asked, "accept-encoding": "gzip"})

    assert answer.status_code == 206
    assert whole(answer) == part
    assert answer["Content-Range"] == told
    assert answer["Content-Length"] == str(len(part))
    assert "Content-Encoding" not in answer


@pytest.mark.parametrize(
    "asked", ["bytes=3-1", "bytes=0-1,4-5", "bytes=-", "lines=0-1", "bytes=a-b", f"bytes={10**30}-"]
)
def test_what_is_no_range_gives_the_whole_file(client, asked):
    answer = client.get(CSV, headers={"range": asked})

    assert (answer.status_code, whole(answer)) == (200, CONTENT)


def test_a_part_behind_the_end_is_refused_and_nobody_keeps_the_refusal(client):
    answer = client.get(CSV, headers={"range": "bytes=22-"})

    assert (answer.status_code, answer["Content-Range"], answer["Cache-Control"]) == (416, "bytes */22", "no-store")
    assert answer.json()["type"].endswith("#range-not-satisfiable")


def test_a_file_in_another_state_than_the_one_wanted_is_refused_by_a_problem(client):
    answer = client.get(CSV, headers={"if-match": '"another"'})

    assert (answer.status_code, answer["Content-Type"]) == (412, "application/problem+json")
    assert answer.json()["type"].endswith("#precondition-failed")


def test_a_part_of_another_file_is_not_mixed_with_this_one(client):
    answer = client.get(CSV, headers={"range": "bytes=0-3", "if-range": '"other"'})

    assert (answer.status_code, whole(answer)) == (200, CONTENT)


STRAY = ["..%2f2026.10.1%2fmeetings.csv", "../../hidden.txt", "%2e%2e/hidden.txt", "stray.csv", ".hidden", "link.csv"]


@pytest.mark.parametrize("name", STRAY)
def test_only_what_the_release_lists_is_served(client, tmp_path, settings, name):
    settings.RELEASES_DIR = tmp_path
    directory = put(tmp_path, NUMBER)
    for path in (tmp_path / "hidden.txt", directory / "stray.csv", directory / ".hidden"):
        path.write_text("not for you")
    (directory / "link.csv").symlink_to(tmp_path / "hidden.txt")

    answer = client.get(f"/data/{NUMBER}/{name}")

    assert answer.status_code == 404
    assert b"not for you" not in whole(answer)


def test_a_wrong_name_is_told_the_nearest_and_a_wrong_number_that_there_is_none(client):
    answer = client.get(f"/data/{NUMBER}/meeting.csv")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["did_you_mean"] == "meetings.csv"
    assert client.get("/data/2020.01.1/meetings.csv").status_code == 404


def test_latest_leads_to_the_newest_release_for_a_while(client):
    answer = client.get("/data/latest/meetings.csv")

    assert (answer.status_code, answer["Location"]) == (307, CSV)
    assert "immutable" not in answer["Cache-Control"]
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert client.get("/ja/data/latest/")["Location"] == f"/ja/data/{NUMBER}/"
    assert client.get("/data/latest/nothing.csv").status_code == 404


def test_files_are_read_only_and_take_no_parameters(client):
    assert client.post(CSV).status_code == 405
    assert client.options(CSV)["Allow"] == "GET, HEAD, OPTIONS"
    assert client.get(f"{CSV}?lang=ru").status_code == 400
    assert client.get(f"{CSV}/")["Location"] == CSV


def test_a_file_that_is_not_as_long_as_it_was_is_not_served(client, tmp_path, settings):
    settings.RELEASES_DIR = tmp_path
    (put(tmp_path, NUMBER) / "meetings.csv").write_text("cut")
    client.raise_request_exception = False

    answer = client.get(CSV)

    assert answer.status_code == 500
    assert "immutable" not in answer.get("Cache-Control", "")
