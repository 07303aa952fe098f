"""One record into another, in one transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from .. import search
from ..changes import record_changed
from ..changes.states import NOUNS
from ..editing import versions
from ..editing.document import documents
from ..models import DataVersion, FormerKey, LinkState, Meeting, Merge, Tenure
from ..references import meetings_naming
from .conflicts import free_terms
from .fields import new_values
from .plan import plan
from .touched import Touched, plain


class MergeError(Exception):
    """Nothing was merged; the text says why, as an editor reads it."""


@transaction.atomic
def merge(stay, gone, *, editor, reason, seen, taken=(), decisions=None):
    """Merge the record ``gone`` into ``stay``; returns the ``Merge`` by which it can be undone.

    ``seen``: the digest of the plan that the editor saw. ``taken`` names the empty fields that ``stay`` takes over.
    ``decisions``: by the name of each conflict, one of its options. Raises ``MergeError``; nothing is then changed.
    """
    DataVersion.objects.select_for_update().current()  # one at a time
    planned = plan(stay, gone)
    _check(planned, reason, seen, decisions or {})
    meetings = list(meetings_naming(type(gone), [gone.pk]))
    values = new_values(stay, gone, taken)
    shown = list(meetings_naming(type(stay), [stay.pk])) if values else []
    was_public = versions.is_public(gone) or versions.is_public(stay)
    for record, rows in documents([stay, gone, *meetings]).items():
        versions.begin(record, rows)
    touched = _carry_out(planned, values, decisions or {})
    done = Merge.objects.create(
        noun=NOUNS[type(stay)], stayed=stay.key, gone=gone.key, editor=editor, reason=reason, touched=touched.rows
    )
    for record, rows in documents([stay, *meetings]).items():
        versions.keep(record, editor, versions.Deed.MERGED, reason, rows)
    tell([*meetings, *shown], [stay], [gone], was_public or versions.is_public(stay))
    return done


def _check(planned, reason, seen, decisions):
    if planned.obstacles:
        raise MergeError(" ".join(planned.obstacles))
    if not reason.strip():
        raise MergeError(_("Say why both are one."))
    if seen != planned.digest:
        raise MergeError(_("Something changed since you saw what moves: look at it again."))
    if any(decisions.get(one.name) not in one.options for one in planned.conflicts):
        raise MergeError(_("Decide what stays wherever only one of two can."))


def _carry_out(planned, values, decisions):
    """Write it all; returns what was ``Touched``."""
    touched, stay, gone = Touched(), planned.stay, planned.gone
    dropped = _dropped(planned, decisions)
    for row in dropped.values():
        touched.delete(row)
    _move(planned, dropped, touched)
    for former in planned.former_keys:
        touched.change(former, successor=stay.key)
    if values:
        touched.change(stay, **values)
    for link in LinkState.objects.filter(source=gone.pk) if NOUNS[type(gone)] == "sources" else ():
        touched.delete(link)
    touched.delete(gone)
    touched.create(FormerKey(noun=NOUNS[type(gone)], key=gone.key, kind=FormerKey.Kind.RENAMED, successor=stay.key))
    return touched


def _dropped(planned, decisions):
    """The rows that the decisions delete, by model and number."""
    rows = [row for one in planned.conflicts for row in one.dropped(decisions[one.name])]
    return {(type(row), row.pk): row for row in rows}


def _move(planned, dropped, touched):
    stay, gone = planned.stay, planned.gone
    terms = [row for row in planned.rows if isinstance(row, Tenure) and (Tenure, row.pk) not in dropped]
    numbers = free_terms(stay, terms, dropped.values())
    for moved in planned.moves:
        for row in moved.rows:
            if (type(row), row.pk) in dropped:
                continue
            if moved.field.many_to_many:
                listed = [stay.pk if pk == gone.pk else pk for pk in plain(row, moved.field.name)]
                values = {moved.field.name: list(dict.fromkeys(listed))}
            else:
                values = {moved.field.name: stay.pk}
            if isinstance(row, Tenure) and numbers[row.pk] != row.term:
                values["term"] = numbers[row.pk]
            touched.change(row, **values)


def tell(meetings, others, gone, is_public):
    """Let readers and search know: ``meetings`` show something else now, ``others`` changed, ``gone`` are no more."""
    if is_public:
        published = Meeting.objects.published().filter(pk__in=[meeting.pk for meeting in meetings])
        record_changed(published, others=others, gone=gone)
    else:
        for record in others:
            search.index_mentions(record)
