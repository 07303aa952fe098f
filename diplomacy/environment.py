"""What the environment of the process says of this site, read strictly.

Each function reads the variables it is named for and gives the value of a setting. Production refuses what is missing
or unsafe with ``ImproperlyConfigured``, which names the variable and says why. docs/settings.md lists every variable.
"""

import re
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-8000"

ENVIRONMENT = env.str("DJANGO_ENV", "development")
if ENVIRONMENT not in {"development", "production"}:
    raise ImproperlyConfigured(f"DJANGO_ENV is {ENVIRONMENT!r}; it is either 'development' or 'production'.")
PRODUCTION = ENVIRONMENT == "production"


def wanted_in_production(name, development, why):
    """The variable's text; in production it must be set, elsewhere ``development`` stands in."""
    value = env.str(name, "" if PRODUCTION else development).strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set: {why}")
    return value


def secret_key():
    """The key that signs sessions; production refuses one that could be guessed."""
    key = wanted_in_production(
        "DJANGO_SECRET_KEY",
        "development-only-not-secret",
        "in production the site signs sessions with a key of its own, fifty random characters or more.",
    )
    if PRODUCTION and (len(key) < 50 or len(set(key)) < 5 or key.startswith("django-insecure-")):
        raise ImproperlyConfigured(
            "DJANGO_SECRET_KEY could be guessed: it wants fifty random characters or more, as printed by "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'."
        )
    return key


def allowed_hosts():
    """The host names the site answers for; production refuses to answer for any name at all."""
    names = wanted_in_production(
        "DJANGO_ALLOWED_HOSTS",
        "localhost,127.0.0.1,[::1]",
        "in production the site answers only for the host names listed there, separated by commas.",
    )
    hosts = [name.strip() for name in names.split(",") if name.strip()]
    if PRODUCTION and "*" in hosts:
        raise ImproperlyConfigured(
            "DJANGO_ALLOWED_HOSTS is '*': name the hosts, or links in the site's answers could lead to another host."
        )
    return hosts


def site_host(hosts):
    """The host in names that are given away for good; "" where there is none, as in development unless it is set."""
    host = env.str("SITE_HOST", hosts[0].lstrip(".") if PRODUCTION else "").strip().lower()
    if host and not re.fullmatch(r"[a-z0-9.-]+|\[[0-9a-f:.]+\]", host):
        raise ImproperlyConfigured(f"SITE_HOST is {host!r}; it is a host name alone, such as meetings.example.org.")
    return host


def database():
    """Where the record is kept: SQLite in var/, or what DATABASE_URL names."""
    config = env.db_url("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
    options = config.setdefault("OPTIONS", {})
    if config["ENGINE"] == "django.db.backends.sqlite3":
        # Readers never wait for the one writer; a second writer waits its turn instead of failing halfway.
        options.setdefault("init_command", SQLITE_PRAGMAS)
        options.setdefault("transaction_mode", "IMMEDIATE")
        options.setdefault("timeout", 20)
    if config["ENGINE"] == "django.db.backends.postgresql":
        config["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", 60)
        config["CONN_HEALTH_CHECKS"] = True
        options.setdefault("connect_timeout", 5)
        # A solid-state disk reads anywhere alike; told so, PostgreSQL asks the index of words instead of every entry.
        # Compiling the question of a page takes seconds, answering it a fraction of one.
        milliseconds = env.int("DATABASE_STATEMENT_TIMEOUT", 30_000)
        limit = f" -c statement_timeout={milliseconds}" if milliseconds else ""
        options.setdefault("options", f"-c random_page_cost=1.1 -c jit=off{limit}")
    return config


def cache():
    """What is kept for whoever asks the same next: in the memory of each process, or where CACHE_URL says."""
    config = env.cache_url("CACHE_URL", "locmemcache://")
    if config["BACKEND"] == "django.core.cache.backends.redis.RedisCache":
        config["BACKEND"] = "diplomacy.shared_cache.SharedCache"
    return config
