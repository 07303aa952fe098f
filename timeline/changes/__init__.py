"""What follows a published change, in the same transaction: stamps move, search is told, the change is written down."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from .. import search
from ..models import DataVersion, Meeting, Statement
from . import log


@transaction.atomic
def record_changed(meetings=None, others=(), gone=(), whole=False):
    """Say that readers now see something else.

    ``meetings``: a queryset or list of the meetings whose own page changed; ``None`` if none did.
    ``others``: records of the vocabularies, people or sources that changed; ``gone``: such records, deleted.
    ``whole``: anything may have changed, as after a load; search entries are made for ``meetings`` and ``others`` only.
    Moves the data version, stamps ``content_updated_at`` of these meetings (UTC), makes the search entries anew of all
    that changed and of what names it, and writes down which records the public saw come, change or go.
    """
    now = timezone.now()
    DataVersion.objects.current()
    DataVersion.objects.update(number=F("number") + 1, moved_at=now)
    changed = Meeting.objects.filter(pk__in=[meeting.pk for meeting in meetings or ()])
    if meetings is not None:
        changed.update(content_updated_at=now)
        search.index(changed)
        search.index(Statement.objects.filter(meeting__in=changed))
    for record in others:
        search.index_mentions(record)
    if whole:
        log.write_whole()
    else:
        log.write(list(changed.values_list("key", flat=True)), others, gone)
