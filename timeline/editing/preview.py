"""What is not published yet, shown to whoever has the link: which meeting, until when, as readers will see it.

A link holds a signed token instead of an account. It names one draft, one withdrawn meeting or one change that waits,
and ends with it: once that is published, accepted or discarded, the link shows nothing more.
"""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner, b62_decode
from django.db import IntegrityError

from ..models import Meeting, Proposal
from .pending import borrowed, overtaken, pending
from .put import ClashError, MissingRecordError

SEPARATOR = "."


class Kind(StrEnum):
    """What a token shows, by the letter before its number."""

    DRAFT = "d"
    WITHDRAWN = "w"
    CHANGE = "c"


STATES = {
    Kind.DRAFT: (Meeting.State.DRAFT, Meeting.State.IN_REVIEW),
    Kind.WITHDRAWN: (Meeting.State.WITHDRAWN,),
    Kind.CHANGE: (Meeting.State.PUBLISHED,),
}


class Preview(NamedTuple):
    """What a link shows, and until when (UTC)."""

    kind: Kind
    meeting: Meeting
    until: datetime


class ForgedError(Exception):
    """The token was not made here, or was changed."""


class ExpiredError(Exception):
    """The token is older than ``settings.PREVIEW_LINK_DAYS``."""


class OutdatedError(Exception):
    """What the token showed was published, discarded or deleted; ``meeting`` is the public one, if there is one."""

    def __init__(self, meeting=None):
        super().__init__()
        self.meeting = meeting


class BrokenError(Exception):
    """What waits can no longer be put together: something that it names is gone, or belongs to another record."""


def token_of(meeting):
    """A token for the change that waits for this meeting, or for itself; ``None`` if readers see all there is."""
    if change := pending(meeting) if meeting.state == Meeting.State.PUBLISHED else None:
        return _signer().sign(f"{Kind.CHANGE}{change.pk}")
    kind = next(kind for kind, states in STATES.items() if meeting.state in states)
    return None if kind == Kind.CHANGE else _signer().sign(f"{kind}{meeting.pk}")


def until(token):
    """When a token expires (UTC)."""
    made = b62_decode(token.split(SEPARATOR)[1])
    return datetime.fromtimestamp(made, UTC) + timedelta(days=settings.PREVIEW_LINK_DAYS)


def opened(token):
    """The ``Preview`` that a token stands for; raises ``ForgedError``, ``ExpiredError`` or ``OutdatedError``."""
    try:
        value = _signer().unsign(token, max_age=timedelta(days=settings.PREVIEW_LINK_DAYS))
    except SignatureExpired:
        raise ExpiredError from None
    except BadSignature:
        raise ForgedError from None
    kind, number = Kind(value[0]), int(value[1:])
    return Preview(kind, _meeting(kind, number), until(token))


def _meeting(kind, number):
    if kind == Kind.CHANGE:
        change = Proposal.objects.select_related("meeting").filter(pk=number).first()
        meeting = change and change.meeting
    else:
        meeting = Meeting.objects.filter(pk=number).first()
    if meeting is None:
        raise OutdatedError
    if meeting.state not in STATES[kind]:
        raise OutdatedError(meeting if meeting.state == Meeting.State.PUBLISHED else None)
    return meeting


def shown(preview, make):
    """The response of ``make(key)``, drawn while the meeting is public as the preview has it; all of it is taken back.

    Raises ``BrokenError``.
    """
    meeting = preview.meeting
    try:
        with borrowed(meeting, _rows(preview)):
            Meeting.objects.filter(pk=meeting.pk).update(state=Meeting.State.PUBLISHED)
            response = make(meeting.key)
            if hasattr(response, "render"):
                response.render()
    except (MissingRecordError, ClashError, IntegrityError):
        raise BrokenError from None
    return response


def _rows(preview):
    """What a change that waits would make of the meeting, joined with what readers see by now; ``None`` without one."""
    if preview.kind != Kind.CHANGE:
        return None
    change = pending(preview.meeting)
    rows, conflicts = overtaken(change)
    return change.revision.document if conflicts else rows


def _signer():
    return TimestampSigner(sep=SEPARATOR, salt="timeline.preview")
