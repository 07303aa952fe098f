"""What every test may lean on."""

import pytest
from django.utils import translation


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


@pytest.fixture(autouse=True)
def _english():
    """No test starts in the language that the request of an earlier one left behind."""
    with translation.override("en"):
        yield
