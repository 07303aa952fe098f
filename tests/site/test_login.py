from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from freezegun import freeze_time

PASSWORD = "secret-of-the-boss"


@pytest.fixture(autouse=True)
def _boss(db):
    User.objects.create_superuser("boss", password=PASSWORD)


def log_in(client, password, **extra):
    return client.post("/admin/login/?next=/admin/", {"username": "boss", "password": password}, **extra)


def test_the_fifth_wrong_password_closes_the_door(client):
    answers = [log_in(client, "guess").status_code for _ in range(5)]

    assert answers == [200, 200, 200, 200, 429]


def test_a_closed_door_stays_closed_for_the_right_password(client):
    for _ in range(5):
        log_in(client, "guess")

    response = log_in(client, PASSWORD)

    assert response.status_code == 429
    assert response.headers["Retry-After"] == "900"
    assert "15 minutes" in response.content.decode()


def test_the_door_opens_again_after_a_while(client):
    with freeze_time("2026-05-01 12:00") as clock:
        for _ in range(5):
            log_in(client, "guess")
        clock.tick(timedelta(minutes=16))

        assert log_in(client, PASSWORD).status_code == 302


def test_the_door_is_open_for_the_same_name_from_another_address(client):
    for _ in range(5):
        log_in(client, "guess", REMOTE_ADDR="192.0.2.1")

    assert log_in(client, PASSWORD, REMOTE_ADDR="192.0.2.2").status_code == 302


def test_a_client_cannot_pretend_to_come_from_elsewhere(client):
    answers = [log_in(client, "guess", headers={"X-Forwarded-For": f"192.0.2.{n}"}).status_code for n in range(5)]

    assert answers[-1] == 429


def test_behind_a_proxy_each_client_has_a_door_of_its_own(client, settings):
    settings.PROXY_COUNT = 1
    for n in range(5):
        log_in(client, "guess", headers={"X-Forwarded-For": f"203.0.113.{n}, 192.0.2.1"})

    assert log_in(client, PASSWORD, headers={"X-Forwarded-For": "192.0.2.1"}).status_code == 429
    assert log_in(client, PASSWORD, headers={"X-Forwarded-For": "192.0.2.2"}).status_code == 302
