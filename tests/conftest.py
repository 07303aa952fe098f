"""What every test may lean on."""

from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import translation

from .releases.shelf import put
from .shared import refuse_unless_asked_for, shared, uses_database
from .shipped import put_shipped_record

HOME = Path(__file__).parent
# What is made of the database's answers: how pages look and are worded, headers, files as other programs read them.
ANYWHERE = [
    *("arrangement", "conditional", "languages", "link_states", "pages", "templatetags"),
    *("admin/test_editors.py", "admin/test_history.py", "admin/test_meeting_entry.py", "admin/test_nothing_lost.py"),
    *("admin/test_screens.py", "admin/test_seats.py", "admin/test_statement_rows.py"),
    *("api/test_docs.py", "api/test_drafts.py", "api/test_examples.py", "api/test_generated_client.py"),
    *("api/test_problems.py", "api/test_queries.py"),
    *("api/test_readme_examples.py", "api/test_schema.py", "api/test_shaping.py", "api/test_throttle.py"),
    *("changes/test_former_keys.py", "changes/test_lists.py", "exchange/test_hostile_files.py"),
    *("editing/test_preview.py", "editing/test_revert.py", "editing/test_wording.py", "exchange/test_screens.py"),
    *("exports/test_calendar.py", "exports/test_citations.py", "exports/test_clients.py", "exports/test_embedding.py"),
    *("exports/test_feeds.py", "exports/test_linked_data.py", "exports/test_negotiation.py", "exports/test_pages.py"),
    *("exports/test_preflight.py", "exports/test_relations.py", "site/test_told_in_kind.py"),
    *("releases/test_making.py", "releases/test_pages.py"),
    *("site/test_headers.py", "site/test_settings.py", "site/test_sitemap.py"),
]


def pytest_collection_modifyitems(items):
    """Marks what says the same on any database; has the long tests start first, so that no core waits for them."""
    places = {HOME / name for name in ANYWHERE}
    if gone := [str(place) for place in places if not place.exists()]:
        raise pytest.UsageError(f"ANYWHERE in tests/conftest.py names what is not there: {', '.join(gone)}")
    for item in items:
        if not uses_database(item) or places & {item.path, *item.path.parents}:
            item.add_marker("anywhere")
    items.sort(key=lambda item: HOME / "browser" not in item.path.parents)


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    """Pages name static files without a hash, so that no test needs ``collectstatic``."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def _nothing_kept(settings):
    """Every answer is made anew: tests write records without moving the data version. Tests may ask without end."""
    settings.KEEP_ANSWERS_SECONDS = 0
    settings.API_REQUESTS_PER_MINUTE = 0


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords(django_test_environment):
    """Production hashes passwords slowly on purpose; here that would only cost."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """Two releases, so that their pages have something to show."""
    directory = tmp_path_factory.mktemp("releases")
    put(directory, "2026.10.1")
    put(directory, "2026.11.2", meetings=12, links=9)
    return directory


@pytest.fixture(autouse=True)
def _shelved(settings, shelf):
    """Pages show these releases, and never those that were made on this machine."""
    settings.RELEASES_DIR = shelf


@shared("module")
def shipped():
    """The shipped record, for all tests of a module."""
    put_shipped_record()


@pytest.fixture(autouse=True)
def _nothing_unasked_for(request):
    """What a test finds in the database does not hang on the tests before it."""
    refuse_unless_asked_for(request)


@pytest.fixture(autouse=True)
def _english():
    """No test starts in the language that the request of an earlier one left behind."""
    with translation.override("en"):
        yield
