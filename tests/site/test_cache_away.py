"""A shared cache that does not answer costs time, no page, and one line in the log."""

import logging
from unittest import mock

import pytest
from django.core.cache import caches
from redis.exceptions import ConnectionError as NoConnection

from diplomacy import shared_cache
from tests.factories import make_meeting

NOWHERE = "redis://127.0.0.1:1/0"  # where nothing listens
LIST = "/api/v1/meetings/"


@pytest.fixture(autouse=True)
def away(settings, db, monkeypatch):
    """A site whose cache cannot be reached."""
    monkeypatch.setattr(shared_cache.Outage, "_known", {})
    settings.CACHES = {"default": {"BACKEND": "diplomacy.shared_cache.SharedCache", "LOCATION": NOWHERE}}
    settings.KEEP_ANSWERS_SECONDS = 60
    settings.API_REQUESTS_PER_MINUTE = 3
    make_meeting()
    yield
    caches["default"].clear()


def told(caplog):
    return [one for one in caplog.records if one.name == shared_cache.__name__]


def test_pages_are_answered_and_the_log_says_once_why_they_are_slow(client, caplog, monkeypatch):
    monkeypatch.setattr(shared_cache, "PAUSE", 0)  # every request tries again

    assert [client.get("/meetings/").status_code for _ in range(3)] == [200, 200, 200]
    (line,) = told(caplog)
    assert line.levelno == logging.WARNING
    assert "CACHE_URL" in line.getMessage()


def test_it_is_not_tried_by_every_request(client):
    client.get("/meetings/")

    with mock.patch("redis.connection.Connection.connect", side_effect=NoConnection) as tried:
        client.get("/meetings/")
    assert not tried.called


def test_programs_are_still_counted_in_this_process(client):
    assert [client.get(LIST).status_code for _ in range(5)] == [200, 200, 200, 429, 429]


def test_the_log_says_when_it_is_back_and_answers_are_kept_again(client, caplog, monkeypatch):
    monkeypatch.setattr(shared_cache, "PAUSE", 0)
    client.get("/meetings/")
    server = {}
    with (
        mock.patch("django.core.cache.backends.redis.RedisCacheClient.get", lambda self, key, default: server.get(key)),
        mock.patch(
            "django.core.cache.backends.redis.RedisCacheClient.set", lambda self, key, *v: server.update({key: v[0]})
        ),
    ):
        client.get("/meetings/")
        client.get("/meetings/")

    assert len(server) == 1
    assert "answers again" in told(caplog)[-1].getMessage()
