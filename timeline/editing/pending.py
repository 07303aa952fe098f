"""Changes to a public meeting that wait: kept as a whole document beside the live one until a Publisher accepts.

The live rows stay untouched. To be edited or looked at, a document is put into the database inside a transaction
that is always rolled back: forms, rules and pages see it as if it were there, nobody else ever does.
"""

from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from ..models import Proposal
from . import versions
from .difference import differences
from .document import document
from .merge import merge
from .put import put, referred


class OvertakenError(Exception):
    """The live version changed the same fields since the change was begun; ``conflicts`` says which."""

    def __init__(self, conflicts):
        super().__init__(f"{len(conflicts)} fields were changed since")
        self.conflicts = conflicts


def pending(meeting):
    """The change that waits for this meeting, or ``None``."""
    return Proposal.objects.select_related("base", "revision", "editor").filter(meeting=meeting.pk).first()


def working_number(meeting, change):
    """The number of the version that an editor of this meeting works on, its ``change`` that waits or what is stored.

    It is 0 before anybody changed the meeting.
    """
    kept = change.revision if change else versions.last(meeting)
    return kept.number if kept else 0


def waiting_for(record):
    """The changes that wait and name ``record``, in no stored row yet."""
    key = record.natural_key()
    changes = Proposal.objects.select_related("meeting", "revision")
    return [change for change in changes if key in referred(change.revision.document).get(type(record), ())]


@contextmanager
def borrowed(meeting, rows=None, live=None):
    """A transaction in which ``meeting`` is what ``rows`` say, or its pending change; all of it is taken back.

    ``live``: the document of what is stored, where that is at hand.
    """
    if rows is None and (change := pending(meeting)):
        rows = change.revision.document
    with transaction.atomic():
        if rows is not None:
            put(meeting, rows, borrowed=True, here=live)
        yield
        transaction.set_rollback(True)


@transaction.atomic
def propose(meeting, rows, editor, reason, live=None):
    """Let ``rows`` wait as the change of a public meeting, in place of what waited; returns the ``Proposal``.

    ``None`` is returned, and nothing waits any more, if the rows are what readers see already. If the live version
    changed since the change was begun, both are joined; where both changed one field, the rows stand: whoever sends
    them was shown what they change. ``live``: the document of the live version, where that is at hand.
    """
    change, live = pending(meeting), live or document(meeting)
    if change and differences(change.base.document, live):
        rows, _collisions = merge(change.base.document, live, rows)
    if not differences(live, rows):
        if change:
            change.delete()
        return None
    base = versions.begin(meeting, live)
    if change and base == change.base and not differences(change.revision.document, rows):
        return change
    if change:  # readers will be told why of all of it
        before = change.revision.reason
        reason = before if reason in before else " – ".join(filter(None, [before, reason]))
    kept = versions.keep(meeting, editor, versions.Deed.PROPOSED, reason, rows=rows)
    if change is None:
        return Proposal.objects.create(meeting=meeting, base=base, revision=kept, editor=editor)
    change.base, change.revision, change.editor = base, kept, editor
    change.save(update_fields=["base", "revision", "editor"])
    return change


def overtaken(change, live=None):
    """What the change would become on the live version, and the conflicts: ``(rows, conflicts)``.

    ``live``: the document of the live version, where that is at hand, or the change is borrowed.
    """
    live = live or document(change.meeting)
    if not differences(change.base.document, live):
        return change.revision.document, []
    return merge(change.base.document, change.revision.document, live)


def settle(change):
    """Let go of the change if readers see all of it by now, in another way than by its being accepted."""
    rows, conflicts = overtaken(change)
    if not conflicts and not differences(document(change.meeting), rows):
        change.delete()


def move(change, state):
    """Bring the change into another state, and remember since when."""
    change.state, change.since = state, timezone.now()
    change.save(update_fields=["state", "since"])
