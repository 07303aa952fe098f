"""What every test may lean on."""

import pytest


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    """Pages name static files without a hash, so that no test needs ``collectstatic``."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
