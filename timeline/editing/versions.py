"""The versions of a record: kept with who, when, by which deed and why; compared; what readers saw among them."""

from django.db.models import Max

from ..changes.states import NOUNS
from ..models import Meeting, Revision
from .difference import differences
from .document import document

Deed = Revision.Deed


def versions(record):
    """The kept versions of a record, the oldest first; none as long as nobody changed it."""
    return Revision.objects.of(NOUNS[type(record)], record.key).select_related("editor")


def last(record):
    """The latest version of a record as it stands, what is only proposed apart; ``None`` if none is kept."""
    return versions(record).exclude(deed=Deed.PROPOSED).last()


def begin(record, rows=None):
    """Keep the record as it stands before a change, if no version did: before the first one, or after a load.

    Returns its last version. Call it before changing a record that is stored already. ``rows``: its document, where
    that is at hand.
    """
    before, rows = last(record), document(record) if rows is None else rows
    if before and not differences(before.document, rows):
        return before
    return keep(record, None, Deed.LOADED, rows=rows)


def keep(record, editor, deed, reason="", rows=None):
    """Keep a version of ``record``; returns it, or the last one if nothing differs and the deed is a mere saving.

    ``rows``: its document, where that is at hand, or is not what is stored, as with a proposed change. A version is
    public if readers see the record with this content now.
    """
    rows = document(record) if rows is None else rows
    if deed == Deed.SAVED and (before := last(record)) and not differences(before.document, rows):
        return before
    mine = versions(record)
    return Revision.objects.create(
        noun=NOUNS[type(record)],
        key=record.key,
        number=(mine.aggregate(number=Max("number"))["number"] or 0) + 1,
        editor=editor,
        deed=deed,
        reason=reason,
        document=rows,
        public=deed not in (Deed.PROPOSED, Deed.WITHDRAWN) and is_public(record),
    )


def is_public(record):
    """Whether readers see this record now."""
    if isinstance(record, Meeting):
        return record.state == Meeting.State.PUBLISHED
    return type(record).objects.public().filter(pk=record.pk).exists()


def follow_key(record, former):
    """Keep the history of a record whose key changed before readers saw it."""
    Revision.objects.of(NOUNS[type(record)], former).update(key=record.key)
