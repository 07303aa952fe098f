"""The findings, kept as long as nothing is changed: by the version of the record and the last deed on the desk."""

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.core.cache import cache
from django.db.models import Max, Subquery, Value
from django.utils import timezone

from ..models import DataVersion, LinkState, Remark, Revision
from .groups import GROUPS
from .reading import Reading

DEEDS = {  # what is written down with whatever is done on the desk, or by a command
    "last_logged": (LogEntry, "pk"),
    "last_kept": (Revision, "pk"),
    "last_said": (Remark, "pk"),
    "last_link": (LinkState, "recorded_at"),
}


def findings():
    """The lines of each group, by its slug. Made anew when anything was changed, on a new day, and after a while."""
    key = _key()
    found = cache.get(key) if settings.KEEP_ANSWERS_SECONDS else None
    if found is None:
        reading = Reading.take()
        found = {group.slug: list(group.find(reading)) for group in GROUPS}
        cache.set(key, found, settings.KEEP_ANSWERS_SECONDS)
    return found


def _key():
    """A word that is another after every change that readers see, every deed on the desk, and every day."""
    last = {name: _last(model, column) for name, (model, column) in DEEDS.items()}
    DataVersion.objects.current()
    stamp = DataVersion.objects.annotate(**last).values_list("number", *last).get()
    return "board:" + ":".join(str(part).replace(" ", "T") for part in [*stamp, timezone.now().date()])


def _last(model, column):
    rows = model.objects.order_by().values(one=Value(1)).annotate(last=Max(column)).values("last")
    return Subquery(rows)
