import json

import pytest

KEY = "abcdefghij" * 5
HOSTS = "meetings.example.org"


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"DJANGO_ALLOWED_HOSTS": HOSTS}, "DJANGO_SECRET_KEY is not set: in production the site signs sessions"),
        ({"DJANGO_ALLOWED_HOSTS": HOSTS, "DJANGO_SECRET_KEY": " "}, "DJANGO_SECRET_KEY is not set"),
        ({"DJANGO_ALLOWED_HOSTS": HOSTS, "DJANGO_SECRET_KEY": KEY[:49]}, "DJANGO_SECRET_KEY could be guessed"),
        ({"DJANGO_ALLOWED_HOSTS": HOSTS, "DJANGO_SECRET_KEY": "aaab" * 20}, "DJANGO_SECRET_KEY could be guessed"),
        ({"DJANGO_ALLOWED_HOSTS": HOSTS, "DJANGO_SECRET_KEY": f"django-insecure-{KEY}"}, "could be guessed"),
        ({"DJANGO_SECRET_KEY": KEY}, "DJANGO_ALLOWED_HOSTS is not set: in production the site answers only for"),
        ({"DJANGO_SECRET_KEY": KEY, "DJANGO_ALLOWED_HOSTS": "*"}, "DJANGO_ALLOWED_HOSTS is '*': name the hosts"),
        (
            {"DJANGO_SECRET_KEY": KEY, "DJANGO_ALLOWED_HOSTS": HOSTS, "SITE_HOST": "https://meetings.example.org/"},
            "SITE_HOST is 'https://meetings.example.org/'; it is a host name alone",
        ),
        ({"DJANGO_ENV": "prod"}, "DJANGO_ENV is 'prod'; it is either 'development' or 'production'."),
        (
            {"DJANGO_SECRET_KEY": KEY, "DJANGO_ALLOWED_HOSTS": HOSTS, "DJANGO_LOG_FORMAT": "xml"},
            "DJANGO_LOG_FORMAT is 'xml'; it is either 'json' or 'text'.",
        ),
        (
            {"DJANGO_SECRET_KEY": KEY, "DJANGO_ALLOWED_HOSTS": HOSTS, "DJANGO_LOG_LEVEL": "LOUD"},
            "DJANGO_LOG_LEVEL is 'LOUD'; it is one of DEBUG, INFO",
        ),
    ],
)
def test_production_refuses_to_start_and_says_why(in_production, environment, reason):
    done = in_production("check", **environment)

    assert done.returncode == 1
    assert reason in done.stderr


def test_production_passes_the_checks_for_deployment(in_production):
    done = in_production(
        "check", "--deploy", "--fail-level", "WARNING", DJANGO_SECRET_KEY=KEY, DJANGO_ALLOWED_HOSTS=HOSTS,
        DJANGO_HSTS_SUBDOMAINS="on",
    )  # fmt: skip

    assert done.returncode == 0, done.stderr


def settings_of(in_production, *names, **environment):
    """The values that production would have under these names."""
    code = f"import json; from django.conf import settings; print(json.dumps([getattr(settings, n) for n in {names}]))"
    hosts = {"DJANGO_SECRET_KEY": KEY, "DJANGO_ALLOWED_HOSTS": HOSTS}
    done = in_production("shell", "--no-imports", "-c", code, **hosts | environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_production_is_never_in_debug_mode(in_production):
    assert settings_of(in_production, "DEBUG", DJANGO_DEBUG="on") == [False]


def test_names_for_good_have_the_first_host_unless_another_is_set(in_production):
    hosts = {"DJANGO_ALLOWED_HOSTS": ".example.org,www.example.com"}

    assert settings_of(in_production, "SITE_HOST", **hosts) == ["example.org"]
    assert settings_of(in_production, "SITE_HOST", SITE_HOST="Meetings.example.org") == ["meetings.example.org"]


def test_production_sends_cookies_over_https_alone(in_production):
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"]

    assert settings_of(in_production, *names) == [True, True, True, 31_536_000]
    assert settings_of(in_production, *names, DJANGO_HTTPS="off") == [False, False, False, 0]


def test_a_proxy_is_believed_only_when_one_is_named(in_production):
    names = ["SECURE_PROXY_SSL_HEADER"]

    assert settings_of(in_production, *names) == [None]
    assert settings_of(in_production, *names, DJANGO_PROXY_COUNT="1") == [["HTTP_X_FORWARDED_PROTO", "https"]]


def test_sqlite_lets_readers_read_while_an_editor_writes(in_production):
    (databases,) = settings_of(in_production, "DATABASES", DATABASE_URL="sqlite:////tmp/record.sqlite3")

    options = databases["default"]["OPTIONS"]
    assert "journal_mode=WAL" in options["init_command"]
    assert options["transaction_mode"] == "IMMEDIATE"


def test_postgresql_stops_queries_that_run_too_long(in_production):
    url = "postgres://editor:secret@db.example.org/record?sslmode=require"
    (databases,) = settings_of(in_production, "DATABASES", DATABASE_URL=url)

    default = databases["default"]
    assert default["OPTIONS"] == {
        "sslmode": "require",
        "connect_timeout": 5,
        "options": "-c random_page_cost=1.1 -c jit=off -c statement_timeout=30000",
    }
    assert (default["CONN_MAX_AGE"], default["CONN_HEALTH_CHECKS"]) == (60, True)


def test_the_time_limit_of_queries_can_be_lifted(in_production):
    (databases,) = settings_of(
        in_production, "DATABASES", DATABASE_URL="postgres://db.example.org/record", DATABASE_STATEMENT_TIMEOUT="0"
    )

    assert "statement_timeout" not in databases["default"]["OPTIONS"]["options"]


def test_redis_is_the_cache_when_its_address_is_given(in_production):
    (caches,) = settings_of(in_production, "CACHES", CACHE_URL="redis://cache.example.org:6379/1")

    assert caches["default"]["BACKEND"] == "diplomacy.shared_cache.SharedCache"
    assert caches["default"]["LOCATION"] == "redis://cache.example.org:6379/1"
