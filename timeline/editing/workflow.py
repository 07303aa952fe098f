"""The way of a meeting to readers: who may take which step from which stage, and what follows.

One table (``STEPS``) says it all; forms, actions, imports and tests read it.
"""

import json
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q
from translated_fields import to_attribute

from ..changes import record_changed
from ..models import FormerKey, Meeting, MeetingLink, Noun, Proposal, Remark
from . import versions
from .completeness import gaps
from .difference import differences
from .document import document
from .pending import OvertakenError, move, overtaken, pending
from .put import ClashError, MissingRecordError, put

Deed = Remark.Deed


class Stage(StrEnum):
    """Where a meeting stands, its pending change included."""

    DRAFT = "draft"
    IN_REVIEW = "review"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    CHANGE_DRAFT = "change-draft"
    CHANGE_IN_REVIEW = "change-review"


class Step(NamedTuple):
    """A step: from which stages, with any of which permissions, and whether it needs a note that says why."""

    deed: Deed
    stages: tuple
    permissions: tuple
    needs_note: bool = False


OPEN = (Stage.DRAFT, Stage.CHANGE_DRAFT)
REVIEWED = (Stage.IN_REVIEW, Stage.CHANGE_IN_REVIEW)
CHANGES = (Stage.CHANGE_DRAFT, Stage.CHANGE_IN_REVIEW)
STEPS = (
    Step(Deed.COMMENTED, tuple(Stage), ("submit", "review", "publish"), needs_note=True),
    Step(Deed.SUBMITTED, OPEN, ("submit",)),
    Step(Deed.RECALLED, REVIEWED, ("submit",)),
    Step(Deed.RETURNED, REVIEWED, ("review",), needs_note=True),
    Step(Deed.PUBLISHED, (Stage.DRAFT, Stage.IN_REVIEW, Stage.WITHDRAWN), ("publish",)),
    Step(Deed.ACCEPTED, CHANGES, ("publish",)),
    Step(Deed.DISCARDED, (Stage.CHANGE_DRAFT,), ("submit", "publish"), needs_note=True),
    Step(Deed.DISCARDED, (Stage.CHANGE_IN_REVIEW,), ("publish",), needs_note=True),
    Step(Deed.WITHDRAWN, (Stage.PUBLISHED,), ("withdraw",), needs_note=True),
)
JUDGING = {  # steps on a text that was read before
    *(Deed.RETURNED, Deed.PUBLISHED, Deed.ACCEPTED, Deed.DISCARDED, Deed.WITHDRAWN)
}
EDITING = {  # who may change the text of a meeting at each stage
    Stage.DRAFT: "change",
    Stage.IN_REVIEW: "publish",
    Stage.PUBLISHED: "change",
    Stage.WITHDRAWN: "publish",
    Stage.CHANGE_DRAFT: "change",
    Stage.CHANGE_IN_REVIEW: "publish",
}


class NotAllowedError(Exception):
    """This editor may not take this step at this stage."""


class NoteMissingError(Exception):
    """The step needs a note that says why."""


class UnseenError(Exception):
    """The text is another one than the editor who judges it has read."""


class NotCompleteError(Exception):
    """The meeting lacks what readers need; ``gaps`` says what."""

    def __init__(self, found):
        super().__init__(f"{len(found)} things are missing")
        self.gaps = found


REFUSALS = (
    *(NotAllowedError, NoteMissingError, UnseenError, NotCompleteError),
    *(OvertakenError, MissingRecordError, ClashError),
)


def stage(meeting):
    """The ``Stage`` of a meeting."""
    return stage_with(meeting, pending(meeting) if meeting.state == Meeting.State.PUBLISHED else None)


def stage_with(meeting, change):
    """The ``Stage`` of a meeting whose ``change`` waits, if any."""
    if meeting.state == Meeting.State.PUBLISHED and change:
        return Stage.CHANGE_IN_REVIEW if change.state == Proposal.State.IN_REVIEW else Stage.CHANGE_DRAFT
    return Stage(meeting.state)


def sight(live, change):
    """A mark of what an editor has read: the document ``live`` of a meeting, and its ``change`` that waits, if any."""
    told = [live, change.revision.document if change else None]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def may(user, deed, here):
    """Whether the user may take the step ``deed`` at the stage ``here``."""
    return any(_opens(step, user) for step in STEPS if step.deed == deed and here in step.stages)


def steps(user, here):
    """The steps that the user may take at this stage, in the order of the table."""
    return [step for step in STEPS if here in step.stages and _opens(step, user)]


def may_edit(user, here):
    """Whether the user may change the content at this stage; of a public meeting that is a change which waits."""
    return user.has_perm("timeline.change_meeting") and user.has_perm(f"timeline.{EDITING[here]}_meeting")


def may_delete(user, here):
    """Whether the user may delete the meeting: only what no reader has seen, and nobody is reviewing."""
    return here == Stage.DRAFT and user.has_perm("timeline.delete_meeting")


def _opens(step, user):
    return any(user.has_perm(f"timeline.{permission}_meeting") for permission in step.permissions)


@transaction.atomic
def take(deed, meeting, editor, note="", seen=None):
    """Take a step with ``meeting``, and write down who did and why; returns the ``Remark``.

    ``seen``: the ``sight`` that an editor who judges the text had of it; ``None`` where the text is known. Raises one
    of ``REFUSALS``; nothing has happened then. Readers are told in the same transaction.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    here = stage(meeting)
    if not may(editor, deed, here):
        raise NotAllowedError(f"{deed} at {here}")
    if not note.strip() and any(step.needs_note for step in STEPS if step.deed == deed and here in step.stages):
        raise NoteMissingError(deed)
    if seen is not None and deed in JUDGING and seen != sight(document(meeting), pending(meeting)):
        raise UnseenError(deed)
    if what := FOLLOWS.get(deed):
        what(meeting, editor, note.strip())
    return Remark.objects.create(meeting=meeting, editor=editor, deed=deed, text=note.strip())


def _submit(meeting, editor, note):
    _move(meeting, Meeting.State.IN_REVIEW, Proposal.State.IN_REVIEW)


def _reopen(meeting, editor, note):
    _move(meeting, Meeting.State.DRAFT, Proposal.State.DRAFT)


def _move(meeting, state, state_of_change):
    if change := pending(meeting):
        move(change, state_of_change)
    else:
        meeting.state = state
        meeting.save(update_fields=["state"])


def _publish(meeting, editor, note):
    _refuse_gaps(document(meeting))
    versions.begin(meeting)
    FormerKey.objects.filter(noun=Noun.MEETING, key=meeting.key, kind=FormerKey.Kind.WITHDRAWN).delete()
    meeting.state = Meeting.State.PUBLISHED
    meeting.save(update_fields=["state"])
    versions.keep(meeting, editor, versions.Deed.PUBLISHED)
    record_changed([meeting, *linked(meeting)])


def _accept(meeting, editor, note):
    change = pending(meeting)
    rows, conflicts = overtaken(change)
    if conflicts:
        raise OvertakenError(conflicts)
    _refuse_gaps(rows)
    near = at_the_other_end(differences(document(meeting), rows), meeting)
    put(meeting, rows)
    change.delete()
    versions.keep(meeting, editor, versions.Deed.ACCEPTED, change.revision.reason)  # the note stays among editors
    record_changed([meeting, *near])


def _discard(meeting, editor, note):
    pending(meeting).delete()


def _withdraw(meeting, editor, note):
    versions.begin(meeting)
    meeting.state = Meeting.State.WITHDRAWN
    meeting.save(update_fields=["state"])
    FormerKey.objects.update_or_create(
        noun=Noun.MEETING,
        key=meeting.key,
        defaults={"kind": FormerKey.Kind.WITHDRAWN, "successor": "", to_attribute("reason"): note},
    )
    versions.keep(meeting, editor, versions.Deed.WITHDRAWN, note)
    record_changed([meeting, *linked(meeting)])


FOLLOWS = {
    Deed.SUBMITTED: _submit,
    Deed.RECALLED: _reopen,
    Deed.RETURNED: _reopen,
    Deed.PUBLISHED: _publish,
    Deed.ACCEPTED: _accept,
    Deed.DISCARDED: _discard,
    Deed.WITHDRAWN: _withdraw,
}


def linked(meeting):
    """The other published meetings whose pages show that this one is there."""
    pairs = MeetingLink.objects.filter(Q(earlier=meeting) | Q(later=meeting)).values_list("earlier", "later")
    near = {pk for pair in pairs for pk in pair} - {meeting.pk}
    return list(Meeting.objects.published().filter(pk__in=near))


def at_the_other_end(changed, meeting):
    """The other published meetings whose pages show a link among the ``changed`` differences."""
    keys = {one.key[0] for one in changed if one.model is MeetingLink} - {meeting.key}
    return list(Meeting.objects.published().filter(key__in=keys))


def _refuse_gaps(rows):
    if hindrances := [gap for gap in gaps(rows) if gap.hindrance]:
        raise NotCompleteError(hindrances)
