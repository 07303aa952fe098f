"""The pages of the releases."""

import json
from datetime import UTC, datetime

import pytest

from tests.factories import make_meeting
from tests.pages.reading import part, read, words
from tests.releases.shelf import put
from timeline.models import DataVersion
from timeline.releases.tables import TABLES

pytestmark = pytest.mark.django_db

NEWEST, OLDEST = "2026.11.2", "2026.10.1"


def linked_data(page):
    (script,) = page.cssselect("head script[type='application/ld+json']")
    return json.loads(script.text)


def test_a_site_without_a_release_says_so_and_how_to_make_one(client, settings, tmp_path):
    for settings.RELEASES_DIR in (tmp_path, tmp_path / "nowhere"):
        page = read(client, "/data/")

        assert "No release of the data has been made yet." in part(page, "main")
        assert "manage.py make_release" in part(page, "main")
        assert page.cssselect("#t-meetings")
        assert client.get("/data/latest/").status_code == 404
        assert client.get("/data/latest/meetings.csv").status_code == 404


def test_releases_are_listed_the_newest_first_with_what_changed_in_rows(client):
    rows = [words(row) for row in read(client, "/data/").cssselect("[aria-labelledby=releases] tbody tr")]

    assert [row.split()[0] for row in rows] == [NEWEST, OLDEST]
    assert "Compared with 2026.10.1: meetings +2, links −1" in rows[0]
    assert "The first release." in rows[1]
    assert "October 2026" in rows[1]


def test_numbers_count_as_numbers(client, settings, tmp_path):
    settings.RELEASES_DIR = tmp_path
    for number in ("2026.11.9", "2026.11.10", "2025.12.30"):
        put(tmp_path, number)

    listed = read(client, "/data/").cssselect("[aria-labelledby=releases] tbody th")

    assert [words(cell) for cell in listed] == ["2026.11.10", "2026.11.9", "2025.12.30"]


def test_every_table_has_its_rows_and_two_files_that_answer(client):
    page = read(client, "/data/")
    shown = page.cssselect("[aria-labelledby=tables-h] tbody tr")

    assert [row.cssselect("code")[0].text for row in shown] == [table.name for table in TABLES]
    for link in page.cssselect("main a[href^='/data/2026']"):
        assert client.get(link.get("href")).status_code == 200, link.get("href")


def test_the_codebook_tells_every_column_in_the_language_of_the_page(client):
    for language in ("", "/ru", "/ja"):
        rows = read(client, f"{language}/data/").cssselect(".codebook tbody tr")
        assert len(rows) == sum(len(table.columns) for table in TABLES)
        assert all(words(cell) for row in rows for cell in row)


def test_a_release_has_a_page_with_every_file_and_its_checksum(client, shelf):
    page = read(client, f"/data/{NEWEST}/")
    sums = {
        words(row.cssselect("th")[0]): words(row.cssselect("td")[-1])
        for row in page.cssselect("[aria-labelledby=files-h] tbody tr")
    }

    listed = {
        file["name"]: file["sha256"] for file in json.loads((shelf / NEWEST / "manifest.json").read_text())["files"]
    }
    assert listed.items() <= sums.items()
    assert set(sums) - set(listed) == {"manifest.json", "SHA256SUMS"}


@pytest.mark.parametrize("address", ["/data/2020.01.1/", "/ru/data/2020.01.1/", "/data/drafts/", "/data/2026.11/"])
def test_a_release_that_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_release_says_whether_the_record_has_moved_on(client):
    DataVersion.objects.current()
    DataVersion.objects.update(number=2, moved_at=datetime(2026, 11, 5, tzinfo=UTC))
    newest, oldest = (part(read(client, f"/data/{number}/"), "main") for number in (NEWEST, OLDEST))

    assert "5 November 2026 This is the record as it is published now." in newest
    assert "October 2026 The record has changed since, and is at data version 2026.11.2 now." in oldest


def test_citations_name_the_release_and_its_own_address(client):
    for line in read(client, f"/ru/data/{OLDEST}/").cssselect(".citation"):
        assert OLDEST in words(line)
        assert f"http://testserver/data/{OLDEST}/" in words(line)
        assert NEWEST not in words(line)


def test_reference_managers_read_and_import_a_release_as_a_data_set(client):
    page = read(client, f"/ja/data/{OLDEST}/")
    meta = {one.get("name"): one.get("content") for one in page.cssselect("head meta")}
    bibtex, ris, csl = [text.text_content() for text in page.cssselect("pre.file")]

    assert meta["citation_public_url"] == f"http://testserver/data/{OLDEST}/"
    assert (meta["citation_language"], meta["DC.type"]) == ("ja", "Dataset")
    assert f"version = {{{OLDEST}}}" in bibtex
    assert "TY  - DATA" in ris
    assert (json.loads(csl)["type"], json.loads(csl)["version"]) == ("dataset", OLDEST)


def test_search_engines_read_a_catalogue_of_datasets(client):
    catalogue, one = linked_data(read(client, "/data/")), linked_data(read(client, f"/data/{NEWEST}/"))

    assert catalogue["@type"] == "DataCatalog"
    assert [dataset["version"] for dataset in catalogue["dataset"]] == [NEWEST, OLDEST]
    assert one["@type"] == "Dataset"
    assert one["@id"] == catalogue["dataset"][0]["@id"] == f"http://testserver/data/{NEWEST}/"
    assert one["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert one["temporalCoverage"] == "2013/2019"
    assert one["dateModified"] == "2026-11"
    downloads = {file["contentUrl"] for file in one["distribution"]}
    assert f"http://testserver/data/{NEWEST}/meetings.csv" in downloads
    assert all(client.get(address).status_code == 200 for address in downloads)


def test_a_new_release_makes_the_page_new(client, settings, tmp_path):
    settings.RELEASES_DIR, settings.KEEP_ANSWERS_SECONDS = tmp_path, 600
    make_meeting()
    put(tmp_path, OLDEST)
    before = client.get("/data/")
    put(tmp_path, NEWEST)

    answer = client.get("/data/", headers={"if-none-match": before["ETag"]})

    assert answer.status_code == 200
    assert NEWEST in answer.content.decode()
    assert client.get("/data/", headers={"if-none-match": answer["ETag"]}).status_code == 304


@pytest.mark.parametrize("fault", ["{", '{"number": "2026.11.3"}', '{"number": "2026.12.1", "files": []}'])
def test_a_manifest_that_cannot_be_read_is_no_release_and_the_log_says_so(client, settings, tmp_path, caplog, fault):
    settings.RELEASES_DIR = tmp_path
    put(tmp_path, OLDEST)
    (put(tmp_path, "2026.11.3") / "manifest.json").write_text(fault)

    page = read(client, "/data/")

    assert page.cssselect(f"a[href='/data/{OLDEST}/']")
    assert "2026.11.3" not in part(page, "main")
    assert "2026.11.3 cannot be read" in caplog.text


def test_every_page_leads_to_the_data(client):
    assert read(client, "/ja/about/").cssselect("footer a[href='/ja/data/']")
