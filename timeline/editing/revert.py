"""A record put back to an earlier version, as another change with a reason of its own."""

from django.db import transaction

from .. import search
from ..changes import record_changed
from ..models import Meeting, Office, Participant, Tenure
from . import versions
from .difference import differences
from .document import document, under_key
from .pending import borrowed, propose
from .put import put


class NothingDiffersError(Exception):
    """The record says already what the earlier version said."""


@transaction.atomic
def revert(record, revision, editor, reason, meetings=()):
    """Put ``record`` back to what ``revision``, one of its versions, says; returns the version that is kept of it.

    Of a public meeting, what it said becomes the change that waits, in place of what waited; readers are told nothing.
    Of other public records, readers are told at once; ``meetings`` are those whose pages show the record. Raises
    ``NothingDiffersError``, ``MissingRecordError`` or ``ClashError``; nothing has happened then.
    """
    record = type(record).objects.select_for_update().get(pk=record.pk)
    rows = under_key(revision.document, record.key)
    found = differences(document(record), rows)
    if not found:
        raise NothingDiffersError
    if isinstance(record, Meeting) and record.state == Meeting.State.PUBLISHED:
        with borrowed(record, rows):
            pass
        return propose(record, rows, editor, reason).revision
    beside = list(_at_the_other_end(record, found))
    for one in (record, *beside):
        versions.begin(one)
    put(record, rows)
    for other in beside:
        versions.keep(other, editor, versions.Deed.SAVED, reason)
    _tell(record, list(meetings))
    return versions.keep(record, editor, versions.Deed.REVERTED, reason)


def _tell(record, meetings):
    """Let readers know, or search on the desk alone."""
    if isinstance(record, Meeting):
        return  # an unpublished one, which no search finds
    if versions.is_public(record):
        record_changed([one for one in meetings if versions.is_public(one)], others=[record])
    else:
        search.index_mentions(record)


def _at_the_other_end(record, found):
    """The offices or people in whose history the terms that differ stand, too."""
    terms = [one.key for one in found if one.model is Tenure]
    if isinstance(record, Participant):
        return Office.objects.filter(key__in=[office for office, _person, _term in terms])
    return Participant.objects.filter(key__in=[person for _office, person, _term in terms])
