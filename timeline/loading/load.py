"""One load, from paths to a report: read, check, save, in one transaction or not at all."""

from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from timeline.changes import record_changed
from timeline.models import DataVersion, Issue, Meeting, Participant, Place, Source
from timeline.search import index

from .affected import affected_meetings
from .check import check_constraints, check_names, check_references, check_rules
from .clean import CleanRow
from .faults import LoadError
from .picture import read_database
from .plan import CREATED, KEPT, UNCHANGED, UPDATED, Plan
from .read import read
from .save import Writer, forget, remember
from .versions import already_there, keep_versions


class Report(NamedTuple):
    """What a load did: ``counts[model][outcome]``, the steps ``kept``, and ``(model, key)`` of records ``missing``."""

    counts: dict
    kept: list
    missing: list


def load(paths=(), *, overwrite=False, dry_run=False, progress=lambda words: None):
    """Load fixtures from files and directories; without ``paths`` the whole record, ``fixtures/``.

    Records that editors changed, made or deleted are kept as they are, unless ``overwrite``. ``dry_run`` does it all
    and takes it back. ``progress`` is told in words what comes next. Raises ``LoadError`` with every fault found;
    the database is then as it was.
    """
    progress("Reading the fixtures …")
    rows, faults = read(paths or [settings.BASE_DIR / "fixtures"])
    rows = [CleanRow(row) for row in rows]
    with transaction.atomic():
        DataVersion.objects.select_for_update().current()  # one load at a time
        stored, ids = read_database()
        progress(f"Checking {len(rows)} rows …")
        plan = _checked_plan(rows, faults, stored, overwrite)
        missing = [] if paths else plan.missing()
        progress("Saving …")
        _save(plan, stored, ids)
        forget([(model, key) for model, key in missing if stored.get(model, key) is None])
        transaction.set_rollback(dry_run)
    kept = [step for step in plan.steps if step.outcome == KEPT]
    return Report(plan.counts(), kept, [(model, key) for model, key in missing if stored.get(model, key)])


def _checked_plan(rows, faults, stored, overwrite):
    """The plan of a load in which nothing is wrong; raises ``LoadError`` otherwise."""
    check_names(rows)
    plan = Plan([row.entry for row in rows if row.entry], stored, overwrite)
    check_references(rows, stored.with_entries(row.entry for row in rows if row.entry))
    _refuse(rows, faults)
    picture = stored.with_entries(plan.entries(CREATED, UPDATED))
    written = {(entry.model, entry.key) for entry in plan.entries(CREATED, UPDATED)}
    writing = [row for row in rows if (row.entry.model, row.entry.key) in written]
    check_references(writing, picture)
    _refuse(rows, faults)
    check_constraints(writing, picture)
    _refuse(rows, faults)
    check_rules(writing, picture, stored, faults)
    _refuse(rows, faults)
    return plan


def _refuse(rows, faults):
    found = [*faults, *(fault for row in rows for fault in row.faults)]
    if found:
        raise LoadError(found)


def _save(plan, stored, ids):
    created, updated = plan.entries(CREATED), plan.entries(UPDATED)
    changing = already_there([*created, *updated], stored)
    keep_versions(changing)
    Writer(stored, ids).write(created, updated)
    keep_versions(changing)
    remember(plan.entries(CREATED, UPDATED, UNCHANGED), plan.remembered)
    if created or updated:
        keys = affected_meetings(stored.with_entries([*created, *updated]), [*created, *updated])
        record_changed(Meeting.objects.filter(pk__in=[ids[Meeting][key] for key in keys]), whole=True)
        for model in (Participant, Issue, Place, Source):
            changed = [ids[model][entry.key] for entry in (*created, *updated) if entry.model is model]
            index(model.objects.filter(pk__in=changed))
