import json
import logging
import sys

import pytest

from diplomacy import logs
from diplomacy.requests import access


class Kept(logging.Handler):
    """Keeps the lines that the site's own formatter makes."""

    def __init__(self):
        super().__init__()
        self.setFormatter(logs.JsonLines())
        self.addFilter(logs.RequestIdFilter())
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


@pytest.fixture
def kept():
    handler = Kept()
    loggers = [access, logging.getLogger("django.request")]
    for logger in loggers:
        logger.addHandler(handler)
    yield handler
    for logger in loggers:
        logger.removeHandler(handler)


def test_each_request_leaves_one_json_line(client, db, kept):
    client.get("/meetings/", headers={"X-Request-ID": "from-the-proxy-1"})

    (line,) = map(json.loads, kept.lines)
    assert {name: line[name] for name in ("level", "logger", "method", "path", "status", "request_id")} == {
        "level": "INFO",
        "logger": "diplomacy.access",
        "method": "GET",
        "path": "/meetings/",
        "status": 200,
        "request_id": "from-the-proxy-1",
    }
    assert line["ms"] >= 0
    assert line["time"].endswith("+00:00")


def test_what_a_reader_searched_for_stays_out_of_the_log(client, db, kept):
    client.get("/meetings/?q=my-own-name")

    assert "my-own-name" not in "".join(kept.lines)


def test_an_address_cannot_forge_a_line(client, db, kept):
    client.get("/x%0AERROR forged")

    assert json.loads(kept.lines[0])["path"] == "/x%0AERROR%20forged"


def test_a_probe_is_not_worth_a_line(client, kept, caplog):
    with caplog.at_level("INFO", logger="diplomacy.access"):
        client.get("/health/live/")

    assert kept.lines == []


def test_an_error_is_logged_with_its_traceback_in_one_line(kept):
    try:
        raise ValueError("inside")
    except ValueError:
        logging.getLogger("django.request").error("Broken", exc_info=sys.exc_info(), extra={"request": "GET /?q=name"})

    (line,) = kept.lines
    assert "ValueError: inside" in json.loads(line)["traceback"]
    assert "\n" not in line
    assert "q=name" not in line


def test_each_answer_carries_an_id_of_its_own(client):
    first, second = (client.get("/health/live/").headers["X-Request-ID"] for _ in range(2))

    assert len(first) == 32
    assert first != second


@pytest.mark.parametrize("given", ["", "a b", "<script>", "x" * 101, "a\u00e9"])
def test_an_id_that_is_not_plain_is_replaced(client, given):
    assert client.get("/health/live/", headers={"X-Request-ID": given}).headers["X-Request-ID"] != given
