"""What follows a published change: the stamps move and the search index is made anew, in the same transaction."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from . import search
from .models import DataVersion, Meeting, Statement


@transaction.atomic
def record_changed(meetings=None, others=()):
    """Say that readers now see something else.

    ``meetings``: a queryset or list of the meetings whose own page changed; ``None`` if none did.
    ``others``: records of the vocabularies, people or sources that changed.
    Moves the data version, stamps ``content_updated_at`` of these meetings (UTC), and makes the search entries anew of
    all that changed and of what names it.
    """
    now = timezone.now()
    DataVersion.objects.current()
    DataVersion.objects.update(number=F("number") + 1, moved_at=now)
    if meetings is not None:
        changed = Meeting.objects.filter(pk__in=[meeting.pk for meeting in meetings])
        changed.update(content_updated_at=now)
        search.index(changed)
        search.index(Statement.objects.filter(meeting__in=changed))
    for record in others:
        search.index_mentions(record)
