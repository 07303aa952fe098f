"""Nothing typed is lost: not by a mistake, nor by a login that expired, nor by one renewed in another window."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from freezegun import freeze_time

from tests.admin.screens import add_address, change_address, faults, rows, typed
from tests.admin.test_meeting_entry import as_sent, meeting, statement
from tests.factories import make_issue, make_meeting, make_participant, make_source, make_statement
from timeline.models import Meeting, Source

pytestmark = pytest.mark.django_db

PASSWORD = "secret-of-the-editor"
SOURCE = {"publisher": "MOFA", "title": "外相会談", "language": "ja", "side": "JP", "kind": "official-readout"}
SOURCE |= {"url": "https://www.mofa.go.jp/page4_1.html", "published": "2017-03-20"}


@pytest.fixture
def desk(db, settings):
    """A browser that insists on tokens, with its editor logged in, and the form for a meeting opened."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick
    User.objects.create_superuser("boss", password=PASSWORD)
    browser = Client(enforce_csrf_checks=True)
    log_in(browser)
    browser.get(add_address(Meeting))
    return browser


def log_in(browser, address="/admin/", name="boss"):
    page = browser.get("/admin/login/", {"next": address})
    return send(browser, page.request["PATH_INFO"], {"username": name, "password": PASSWORD, "next": address})


def send(browser, address, data, **extra):
    """Sends a form with the token that the browser has."""
    token = browser.cookies["csrftoken"].value if "csrftoken" in browser.cookies else ""
    return browser.post(address, data | {"csrfmiddlewaretoken": token}, **extra)


def expire(browser):
    """The login ends as by the clock: the server forgets it, the browser notices nothing."""
    browser.session.flush()


def kept_of(data, response):
    kept = typed(response)
    return {name: kept.get(name) for name in data if data[name] != ""}


def filled_in(data):
    return {name: as_sent(value) for name, value in data.items() if value != ""}


def three_claims():
    issues = [make_issue("visas").pk, make_issue("fisheries").pk]
    sources = [make_source("tass").pk, make_source("mid").pk]
    return rows("statements", *(statement(text_en=f"Claim {n}.", issues=issues, sources=sources) for n in (1, 2, 3)))


def test_a_mistake_in_a_seat_costs_nothing_that_was_typed_in_statements_and_choosers(boss):
    bad_seat = {"participant": make_participant("kim", country="KR").pk, "lead": "on"}
    data = meeting() | rows("attendances", bad_seat) | three_claims()

    refused = boss.post(add_address(Meeting), data)

    assert set(faults(refused)) == {"attendances-0-side", "attendances-0-capacity_en"}
    assert kept_of(data, refused) == filled_in(data)
    assert refused.content.decode().count("<option") > 0


def test_a_form_sent_after_the_login_expired_is_there_after_the_next_one_and_not_saved(desk):
    data = meeting() | three_claims()
    expire(desk)

    sent = send(desk, add_address(Meeting), data)
    login = desk.get(sent.url)
    back = log_in(desk, add_address(Meeting))
    again = desk.get(back.url)

    assert "What you typed is kept: log in to go on with it." in login.content.decode()
    assert "A claim" not in login.content.decode()
    assert kept_of(data, again) == filled_in(data)
    assert "nothing is saved yet" in again.content.decode()
    assert not Meeting.objects.exists()
    assert send(desk, add_address(Meeting), data).status_code == 302
    assert Meeting.objects.get().statements.count() == 3


def test_a_changed_meeting_is_shown_again_as_typed_with_the_version_that_was_seen(desk):
    saved = make_meeting(state="draft")
    make_statement(saved)
    page = desk.get(change_address(saved))
    data = typed(page) | {"_version": page.context["version"], "venue": "Iikura", "_publish": "Save and publish"}
    expire(desk)

    log_in(desk, send(desk, change_address(saved), data).url)
    again = desk.get(change_address(saved))

    assert typed(again)["venue"] == "Iikura"
    saved.refresh_from_db()
    assert (saved.venue, saved.state) == ("", "draft")
    assert "nothing is saved yet" not in desk.get(change_address(saved)).content.decode()


def test_what_one_editor_typed_is_shown_to_no_other(desk):
    User.objects.create_superuser("other", password=PASSWORD)
    expire(desk)
    send(desk, add_address(Source), SOURCE)

    log_in(desk, name="other")

    assert "外相会談" not in desk.get(add_address(Source)).content.decode()
    log_in(desk)
    assert "外相会談" not in desk.get(add_address(Source)).content.decode()


def test_nothing_is_kept_for_strangers_nor_after_a_logout_nor_for_long(desk, client):
    stranger = client.post(add_address(Source), SOURCE)
    assert "kept" not in client.get(stranger.url).content.decode()
    assert "typed" not in client.session

    with freeze_time("2026-05-01 08:00") as clock:
        log_in(desk)
        desk.get(add_address(Source))
        expire(desk)
        send(desk, add_address(Source), SOURCE)
        clock.tick(timedelta(hours=13))
        log_in(desk)
        assert "外相会談" not in desk.get(add_address(Source)).content.decode()

    log_in(desk)
    send(desk, "/admin/logout/", {})
    send(desk, add_address(Source), SOURCE)
    assert "typed" not in desk.session


def test_a_form_whose_token_a_new_login_replaced_is_shown_again(desk):
    stale = desk.cookies["csrftoken"].value
    log_in(desk)

    sent = desk.post(
        add_address(Source), SOURCE | {"csrfmiddlewaretoken": stale}, headers={"Origin": "http://testserver"}
    )
    again = desk.get(sent.url)

    assert sent.status_code == 302
    assert typed(again)["title"] == "外相会談"
    assert not Source.objects.exists()


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://elsewhere.example"}])
def test_a_form_from_elsewhere_is_refused_and_not_kept(desk, origin):
    sent = desk.post(add_address(Source), SOURCE, headers=origin)

    assert sent.status_code == 403
    assert "typed" not in desk.session
