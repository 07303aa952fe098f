"""What follows a published change, in the same transaction.

Stamps move, search and facets are told, the change is written down.
"""

from django.db import transaction

from .. import bitmaps, search
from ..models import DataVersion, Meeting, Statement
from . import log


@transaction.atomic
def record_changed(meetings=None, others=(), gone=(), whole=False, indexed=False):
    """Say that readers now see something else.

    ``meetings``: a queryset or list of the meetings whose own page changed; ``None`` if none did.
    ``others``: records of the vocabularies, people or sources that changed; ``gone``: such records, deleted.
    ``whole``: anything may have changed, as after a load; search entries are made for ``meetings`` and ``others`` only.
    ``indexed``: those of ``meetings`` and of their statements are made already, a piece at a time.
    Moves the data version, stamps ``content_updated_at`` of these meetings (UTC), makes the search entries and the
    bitmaps of facets anew of all that changed and of what names it, and writes down which records the public saw come,
    change or go.
    """
    now = DataVersion.objects.advance()
    changed = Meeting.objects.filter(pk__in=[meeting.pk for meeting in meetings or ()])
    if meetings is not None:
        changed.update(content_updated_at=now)
        if not indexed:
            search.index(changed)
            search.index(Statement.objects.filter(meeting__in=changed))
    for record in others:
        search.index_mentions(record, apart_from=changed)
    bitmaps.index(changed, whole=bool(whole or others or gone))
    if whole:
        log.write_whole()
    else:
        log.write(list(changed.values_list("key", flat=True)), others, gone)
