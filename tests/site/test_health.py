import pytest
from django.db import OperationalError
from django.db.migrations.recorder import MigrationRecorder


def test_a_live_process_says_so_without_the_database(client):
    response = client.get("/health/live/")

    assert (response.status_code, response.json()) == (200, {"status": "live"})
    assert "no-store" in response.headers["Cache-Control"]


def test_a_site_with_its_database_is_ready(client, db):
    response = client.get("/health/ready/")

    assert response.status_code == 200
    assert response.json() == {"status": "ready", "checks": {"database": "ok", "migrations": "ok"}}


def test_a_site_without_its_database_is_not_ready(client, db, monkeypatch):
    def refuse(*args):
        raise OperationalError("password authentication failed for user postgres at 10.0.0.7")

    monkeypatch.setattr("diplomacy.health.MigrationExecutor", refuse)

    response = client.get("/health/ready/")

    assert response.status_code == 503
    assert response.json() == {"status": "not ready", "checks": {"database": "failed", "migrations": "unknown"}}


def test_a_site_with_an_older_database_is_not_ready(client, db):
    MigrationRecorder.Migration.objects.filter(app="timeline").latest("id").delete()

    response = client.get("/health/ready/")

    assert response.status_code == 503
    assert response.json() == {"status": "not ready", "checks": {"database": "ok", "migrations": "failed"}}


@pytest.mark.parametrize("address", ["/health/live/", "/health/ready/"])
def test_health_is_only_asked_for(client, address):
    assert client.post(address).status_code == 405
