"""The shipped record, loaded once for a module of tests that only read it."""

import pytest
from django.db import transaction

from timeline.loading import load


@pytest.fixture(scope="module")
def shipped(django_db_setup, django_db_blocker):
    """The whole record of ``fixtures/`` in the test database; taken out again after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load()
        yield
        transaction.set_rollback(True)
