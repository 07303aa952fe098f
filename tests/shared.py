"""Records that several tests read are made once for all of them; each test takes back what it wrote itself."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from django.test import TransactionTestCase
from django.utils import translation

DATABASE = {"db", "transactional_db", "live_server", "django_db_serialized_rollback"}
_kept = []


def shared(scope, **options):
    """Makes a fixture of a function that writes records: it runs once for the ``scope`` ("module" or "package").

    ``options`` are those of ``pytest.fixture``; with ``params`` the function is given one of them. What it returns is
    what each test gets, so it should be a key or a queryset: a record that one test changed in memory would be changed
    for the next. Whatever else uses the database there must ask for these records too, or what it finds would hang on
    the tests before it; such a test is refused.
    """

    def fixture_of(make):
        @pytest.fixture(scope=scope, name=make.__name__, **options)
        def fixture(request, django_db_setup, django_db_blocker):
            with django_db_blocker.unblock(), transaction.atomic():
                with translation.override("en"):
                    made = make(request.param) if "params" in options else make()
                with _remembered(make.__name__), django_db_blocker.block():
                    yield made
                transaction.set_rollback(True)

        return fixture

    return fixture_of


@contextmanager
def _remembered(name):
    _kept.append(name)
    try:
        yield
    finally:
        _kept.remove(name)


def refuse_unless_asked_for(request):
    """Fails a test that uses the database while records lie in it that the test does not ask for."""
    if _kept and uses_database(request.node) and (unasked := {*_kept} - {*request.fixturenames}):
        pytest.fail(f"finds the records of the fixture {', '.join(sorted(unasked))} in the database: ask for them")


def uses_database(item):
    """Whether a test can read or write the database: by its class, by its marker or by a fixture."""
    a_test_case = item.cls and issubclass(item.cls, TransactionTestCase)
    return a_test_case or item.get_closest_marker("django_db") or DATABASE & {*item.fixturenames}
