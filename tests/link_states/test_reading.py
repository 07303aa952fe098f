"""The file of a link checker is read strictly: faults name file, line, column and rule."""

from datetime import UTC, datetime

import pytest

from timeline.link_states import read
from timeline.link_states.verdict import verdict

WHEN = "2026-11-20T10:00:00Z"
PAGE = "https://mid.example/talks/1"


@pytest.fixture
def told(tmp_path):
    """Reads text as a file of that name; what is wrong with it, without the directory."""

    def tell(text, name="links.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        results, faults = read(path)
        return results, [str(fault).removeprefix(f"{tmp_path}/") for fault in faults]

    return tell


@pytest.mark.parametrize(
    ("status", "final_url", "state"),
    [
        (200, "", "alive"),
        (200, "http://mid.example/talks/1/#text", "alive"),
        (200, "https://mid.example/archive/1", "moved"),
        (301, "", "moved"),
        (200, "https://mid.example/", "unsure"),
        (404, "", "dead"),
        (410, "https://mid.example/gone", "dead"),
        (403, "", "unsure"),
        (503, "", "unsure"),
        ("timeout", "", "unsure"),
        ("no-such-host", "", "dead"),
    ],
)
def test_an_address_is_called_dead_only_beyond_doubt(status, final_url, state):
    assert verdict(PAGE, status, final_url) == state


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("links.csv", f"\ufeffstatus,url,checked_at,final_url\r\n404,{PAGE},{WHEN},\r\n"),
        ("links.ndjson", f'{{"url": "{PAGE}", "checked_at": "{WHEN}", "status": 404}}\n\n'),
        ("links.jsonl", f'{{"url": "{PAGE}", "checked_at": "2026-11-20T19:00:00+09:00", "status": "404"}}'),
    ],
)
def test_csv_and_ndjson_say_the_same(told, name, text):
    (result,), faults = told(text, name)

    assert (result.url, result.state, result.detail) == (PAGE, "dead", "404")
    assert result.checked_at == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert faults == []


def test_every_fault_in_a_table_is_told_with_its_line_and_column(told):
    rows = [
        "url,checked_at,status,archived_url",
        f"{PAGE},{WHEN},200,",
        f"ftp://mid.example,{WHEN},999,archive",
        f"{PAGE}?2,2026-11-20T10:00:00,dns,",
        f"{PAGE}?3,2096-01-01T00:00:00Z,200,",
        f"{PAGE}?4,,200,",
        f"{PAGE}?5,{WHEN}",
        f"{PAGE},{WHEN},404,",
    ]
    words = "an HTTP status, or one of no-such-host, refused, timeout, tls, redirects, other, is expected, found"
    zone = "a moment with its zone, such as 2026-11-22T09:30:00Z, is expected, found “2026-11-20T10:00:00”."

    assert told("\n".join(rows))[1] == [
        "links.csv: line 3: url: “ftp://mid.example” is no address that begins with http:// or https://.",
        f"links.csv: line 3: status: {words} “999”.",
        "links.csv: line 3: archived_url: “archive” is no address that begins with http:// or https://.",
        f"links.csv: line 4: checked_at: {zone}",
        f"links.csv: line 4: status: {words} “dns”.",
        "links.csv: line 5: checked_at: “2096-01-01T00:00:00Z” has not come yet.",
        "links.csv: line 6: checked_at: is missing.",
        "links.csv: line 7: 4 cells are expected, found 2.",
        "links.csv: line 8: url: this address stands in line 2 already.",
    ]


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        (
            "links.csv",
            "url,checkd_at,status",
            "line 1: checkd_at: there is no such column – did you mean “checked_at”?",
        ),
        ("links.csv", "url,url,status", "line 1: url: stands twice in the header."),
        ("links.csv", "url,status\n", "line 1: checked_at: this column is missing."),
        ("links.csv", "url,checked_at,status\n", "holds no result."),
        ("links.csv", 'url,checked_at,status\n"a', "line 2: is not CSV: unexpected end of data."),
        ("links.csv", b"url,checked_at,status\n\xff", "line 2: is not UTF-8: save the file in that encoding."),
        ("links.txt", "", "a file of results is named .csv, .ndjson or .jsonl."),
        ("links.ndjson", '{"url" 1}', "line 1, column 8: is not JSON: Expecting ':' delimiter."),
        ("links.ndjson", "[]", "line 1: an object with “url”, “checked_at” and “status” is expected."),
        (
            "links.ndjson",
            f'{{"url": "{PAGE}", "checked_at": "{WHEN}", "status": 200, "final": ""}}',
            "line 1: final: there is no such column – did you mean “final_url”?",
        ),
        (
            "links.ndjson",
            f'{{"url": 7, "checked_at": "{WHEN}", "status": 200}}',
            "line 1: url: text is expected, found 7.",
        ),
    ],
)
def test_a_file_that_is_no_such_table_is_refused(told, name, text, fault):
    assert told(text, name) == ([], [f"{name}: {fault}"])


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert [fault.rule for fault in read(tmp_path / "links.csv")[1]] == ["cannot be read: No such file or directory."]
