"""What follows a published change: the stamps move and the search index is made anew, in the same transaction."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from . import search
from .models import DataVersion, Meeting


@transaction.atomic
def record_changed(meetings=None):
    """Say that readers now see something else.

    ``meetings``: a queryset or list of the meetings whose own page changed; ``None`` if none did (a vocabulary, say).
    Moves the data version, stamps ``content_updated_at`` of these meetings (UTC) and indexes what search finds anew.
    """
    now = timezone.now()
    DataVersion.objects.current()
    DataVersion.objects.update(number=F("number") + 1, moved_at=now)
    if meetings is not None:
        changed = Meeting.objects.filter(pk__in=[meeting.pk for meeting in meetings])
        changed.update(content_updated_at=now)
        search.index(changed)
