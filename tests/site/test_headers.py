import pytest
from django.contrib.auth.models import User

from tests.factories import make_attendance, make_meeting, make_statement
from tests.shared import shared

pytestmark = pytest.mark.django_db

KEY = "2017-03-20-two-plus-two"
PUBLIC = [
    "/",
    "/ja/",
    "/meetings/",
    "/ru/meetings/?formt=summit",
    f"/meetings/{KEY}/",
    "/participants/sergey-lavrov/",
    "/about/",
    "/no-such-page/",
]
OTHERS = ["/api/v1/meetings/", "/api/v1/no-such-list/", "/health/live/", "/admin/login/"]


@shared("module", autouse=True)
def _record():
    meeting = make_meeting(key=KEY)
    make_attendance(meeting)
    make_statement(meeting)


def policy_of(response):
    directives = (directive.split() for directive in response.headers["Content-Security-Policy"].split("; "))
    return {name: sources for name, *sources in directives}


@pytest.mark.parametrize("address", [*PUBLIC, *OTHERS])
def test_every_answer_narrows_what_a_browser_may_do(client, address):
    headers = client.get(address).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("address", [*PUBLIC, *OTHERS])
def test_every_answer_has_a_strict_policy_for_content(client, address):
    policy = policy_of(client.get(address))

    assert policy == {
        "default-src": ["'none'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
        **{f"{kind}-src": ["'self'"] for kind in ("script", "style", "img", "font", "connect", "manifest")},
    }


def test_the_documentation_of_the_api_may_add_images_in_its_stylesheet_alone(client):
    policy = policy_of(client.get("/api/v1/docs/"))

    assert policy["img-src"] == ["'self'", "data:"]
    assert "unsafe" not in str(policy)


@pytest.mark.parametrize("address", [*PUBLIC, "/api/v1/meetings/", "/api/v1/docs/", "/health/ready/"])
def test_an_anonymous_reader_gets_no_cookie(client, address):
    response = client.get(address)

    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("language", ["en", "ru", "ja"])
def test_a_page_is_the_same_whatever_the_browser_prefers(client, address, language):
    response = client.get(address, headers={"Accept-Language": language})

    assert response.headers["Content-Language"] == {"/ja": "ja", "/ru": "ru"}.get(address[:3], "en")
    assert "Accept-Language" not in response.headers.get("Vary", "")


def test_the_admin_speaks_the_language_of_the_browser(client):
    response = client.get("/admin/login/", headers={"Accept-Language": "ru"})

    assert response.headers["Content-Language"] == "ru"
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.parametrize("address", ["/admin/", "/admin/timeline/meeting/", "/admin/jsi18n/"])
def test_what_editors_see_stays_out_of_caches(client, address):
    client.force_login(User.objects.create_superuser("boss"))

    caching = client.get(address).headers["Cache-Control"]

    assert "private" in caching
    assert "no-store" in caching


def test_an_editors_cookies_are_out_of_reach_of_scripts_and_other_sites(client):
    User.objects.create_superuser("boss", password="secret-of-the-boss")
    client.get("/admin/login/")

    client.post("/admin/login/", {"username": "boss", "password": "secret-of-the-boss"})

    assert {"csrftoken", "sessionid"} <= set(client.cookies)
    for cookie in client.cookies.values():
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_https_is_asked_for_except_by_probes(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/meetings/?q=kuril").headers["Location"] == "https://testserver/meetings/?q=kuril"
    assert client.get("/health/live/").status_code == 200
