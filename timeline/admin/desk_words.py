"""The steps of a meeting in words: on their buttons, once taken, and why one was refused."""

from functools import singledispatch

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..editing.put import ClashError, MissingRecordError
from ..editing.workflow import (
    Deed,
    NotAllowedError,
    NotCompleteError,
    NoteMissingError,
    OvertakenError,
    Stage,
    UnseenError,
)

STAGES = {
    Stage.DRAFT: gettext_lazy("Draft: readers do not see it."),
    Stage.IN_REVIEW: gettext_lazy("In review: readers do not see it."),
    Stage.PUBLISHED: gettext_lazy("Published: readers see it as it is here."),
    Stage.WITHDRAWN: gettext_lazy("Withdrawn: its address says that it is gone."),
    Stage.CHANGE_DRAFT: gettext_lazy("Published, with a change that waits: readers see the version before it."),
    Stage.CHANGE_IN_REVIEW: gettext_lazy("Published, with a change in review: readers see the version before it."),
}
BUTTONS = {
    Deed.COMMENTED: gettext_lazy("Comment"),
    Deed.SUBMITTED: gettext_lazy("Send to review"),
    Deed.RECALLED: gettext_lazy("Take back from review"),
    Deed.RETURNED: gettext_lazy("Send back to the author"),
    Deed.PUBLISHED: gettext_lazy("Publish"),
    Deed.ACCEPTED: gettext_lazy("Accept and publish"),
    Deed.DISCARDED: gettext_lazy("Discard the change"),
    Deed.WITHDRAWN: gettext_lazy("Withdraw"),
}
TOLD = {
    Deed.COMMENTED: gettext_lazy("Your comment was kept."),
    Deed.SUBMITTED: gettext_lazy("Sent to review."),
    Deed.RECALLED: gettext_lazy("Taken back: it is a draft again."),
    Deed.RETURNED: gettext_lazy("Sent back with your note."),
    Deed.PUBLISHED: gettext_lazy("Published: readers see it now."),
    Deed.ACCEPTED: gettext_lazy("Accepted: readers see the change now."),
    Deed.DISCARDED: gettext_lazy("The change was discarded; readers see what they saw before."),
    Deed.WITHDRAWN: gettext_lazy("Withdrawn: its address now says why it is gone."),
}


def told(deed):
    """What is said once the step was taken."""
    return TOLD[deed]


@singledispatch
def refusal(refused, deed):
    """Why a step was not taken, and what would help; ``refused`` is one of ``workflow.REFUSALS``."""
    raise TypeError(refused)


@refusal.register
def _not_allowed(refused: NotAllowedError, deed):
    return _("“%(step)s” is not yours to do, or no longer fits: the meeting moved on meanwhile.") % {
        "step": BUTTONS[deed]
    }


@refusal.register
def _no_note(refused: NoteMissingError, deed):
    return _("“%(step)s” needs a note that says why.") % {"step": BUTTONS[deed]}


@refusal.register
def _unseen(refused: UnseenError, deed):
    return _(
        "“%(step)s” was not done: somebody changed the text since you opened this page. What stands here now is the "
        "latest; read it and choose again."
    ) % {"step": BUTTONS[deed]}


@refusal.register
def _overtaken(refused: OvertakenError, deed):
    return _(
        "The published version changed the same fields since this change was begun: they are listed above the form. "
        "Decide there, and save."
    )


@refusal.register
def _not_complete(refused: NotCompleteError, deed):
    items = format_html_join("", "<li>{}</li>", ((gap_words(gap),) for gap in refused.gaps))
    return format_html("{}<ul>{}</ul>", _("Saved, but not complete enough for readers:"), items)


@refusal.register
def _missing(refused: MissingRecordError, deed):
    return _("The change names what is no longer there: %(record)s. How to go on is said above the form.") % {
        "record": refused
    }


@refusal.register
def _clash(refused: ClashError, deed):
    return _("The change holds what another record holds now, such as an official number, or breaks a later rule.")


def gap_words(gap):
    """A gap with the row in which it is."""
    where = " ".join(str(part) for part in gap.key[1:])
    name = gap.model._meta.verbose_name
    return f"{name} {where}: {gap.words}" if where else str(gap.words)
