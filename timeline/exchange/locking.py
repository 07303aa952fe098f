"""Nobody else writes the record while an import is saved."""

from django.db import connection

from ..loading.schema import MODELS, lists
from ..models import Proposal

LONGEST_WAIT = "10s"


def lock_record():
    """Wait until nobody writes the record, then keep others from it until the transaction ends; readers go on reading.

    On SQLite the transaction itself has done so. On PostgreSQL raises ``OperationalError`` after ten seconds.
    """
    if connection.vendor != "postgresql":
        return
    through = [field.remote_field.through for model in MODELS for field in lists(model)]
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in (*MODELS, *through, Proposal))
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LONGEST_WAIT}'")
        cursor.execute(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")
