"""Whether the site is alive, and ready for readers: answers for load balancers and their like."""

import logging

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def live(request):
    """200 as long as the process answers at all."""
    return JsonResponse({"status": "live"})


@require_safe
@never_cache
def ready(request):
    """200 when every check is ok, else 503; which check failed is said, why is in the log."""
    checks = {"database": "failed", "migrations": "unknown"}
    try:
        unapplied = unapplied_migrations()
    except Error:
        logger.exception("The database does not answer.")
    else:
        checks = {"database": "ok", "migrations": "failed" if unapplied else "ok"}
        if unapplied:
            logger.error("Migrations wait to be applied: %s", ", ".join(unapplied))
    is_ready = set(checks.values()) == {"ok"}
    return JsonResponse(
        {"status": "ready" if is_ready else "not ready", "checks": checks}, status=200 if is_ready else 503
    )


def unapplied_migrations():
    """The names of migrations the database has not seen yet; raises django.db.Error when it cannot be asked."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]
