"""Two editors at one record: the second is told what the first saved, and joins it with what was typed, or drops it.

A form that was overtaken is filled and checked over the version that its editor saw, inside a transaction that is
rolled back. What came out of it is a document, which is joined with the stored one.
"""

from typing import NamedTuple

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import transaction
from django.utils.translation import gettext as _

from ..editing import versions
from ..editing.difference import differences
from ..editing.document import document
from ..editing.merge import merge
from ..editing.pending import borrowed
from ..editing.put import ClashError, MissingRecordError, put
from ..editing.wording import Wording

JOIN, JOIN_MINE = "_join", "_join_mine"  # where both changed one field: what they typed, or what I did


class Notice(NamedTuple):
    """That somebody else changed the record meanwhile: their versions and changes in words, and where mine collide.

    ``may_join`` is false where what was seen cannot be put together any more.
    """

    versions: list
    theirs: list
    conflicts: list
    may_join: bool = True


class Attempt:
    """What became of a form that was sent: ``rows`` is the document that it makes, once nothing is wrong with it."""

    def __init__(self, notice=None, broken=False):
        self.notice = notice
        self.broken = broken  # the change that waits cannot be put together
        self.silent = False  # it is only tried, over what its editor saw
        self.rows = None
        self.reason = ""
        self.message = ""


def attempt_of(request):
    """The ``Attempt`` of a request; an idle one on screens that have none."""
    return getattr(request, "attempt", Attempt())


def seen_version(request, record, latest):
    """The document that the editor saw when opening the form; ``None`` if it is still the ``latest`` version."""
    number = request.POST.get("_version", "")
    if not number.isdecimal() or int(number) == latest:
        return None
    kept = versions.versions(record).filter(number=max(int(number), 1)).first()
    return kept and kept.document


def joined(request, record, seen, mine, theirs):
    """What was typed joined with what was saved meanwhile, or the ``Notice`` that asks the editor how."""
    rows, conflicts = merge(seen, mine, theirs)
    if JOIN in request.POST:
        return rows, None
    if JOIN_MINE in request.POST:
        return merge(seen, theirs, mine)[0], None
    words = Wording([seen, mine, theirs])
    told = words.between(seen, theirs), words.conflicts(conflicts, mine, theirs)
    return None, Notice(_versions_since(request, record), *told)


def _versions_since(request, record):
    since = versions.versions(record).filter(number__gt=int(request.POST["_version"]))
    return list(since.exclude(deed=versions.Deed.LOADED))


def filled(record, rows, show, live=None):
    """The response of ``show`` while the record is what ``rows`` say, or a meeting is its pending change.

    ``live``: its document as it is stored, where that is at hand.
    """
    with borrowed(record, rows, live):
        response = show()
        if hasattr(response, "render"):
            response.render()
    return response


class OvertakenAdmin:
    """A screen that tells its editor what somebody else saved meanwhile; combine with ``RecordAdmin``."""

    change_form_template = "admin/timeline/record_form.html"

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.attempt = Attempt()
        record = self.get_object(request, unquote(object_id)) if object_id else None
        whole = record and self.told_by(record)[0]  # the record whose versions have it

        def show():
            context = (extra_context or {}) | {
                "version": request.POST.get("_version") or (_number(whole) if whole else 0),
                "notice": request.attempt.notice,
            }
            return super(OvertakenAdmin, self).changeform_view(request, object_id, form_url, context)

        return self._sent_over(request, record, whole, show) if record and request.method == "POST" else show()

    def _sent_over(self, request, record, whole, show):
        """Check what was sent against what its editor saw, then save it beside what came meanwhile."""
        with transaction.atomic():
            whole = type(whole).objects.select_for_update().get(pk=whole.pk)
            now = document(whole)
            seen = seen_version(request, whole, _number(whole)) or now
            if not differences(seen, now):
                return show()
            try:
                return self._beside(request, record, whole, (seen, now), show)
            except (MissingRecordError, ClashError):
                theirs = Wording([seen, now]).between(seen, now)
                request.attempt = Attempt(Notice(_versions_since(request, whole), theirs, [], may_join=False))
                return show()

    def _beside(self, request, record, whole, documents, show):
        seen, now = documents
        request.attempt.silent = True
        response = filled(whole, seen, show)
        attempt = request.attempt
        if attempt.rows is None:
            return response
        rows, notice = joined(request, whole, seen, attempt.rows, now)
        if notice:
            request.attempt = Attempt(notice)
            return filled(whole, seen, show)
        attempt.silent = False
        told = self.told_by(record)
        for one in told:
            versions.begin(one)
        put(whole, rows)
        record.refresh_from_db()
        self.tell_of(record)
        for one in told:
            versions.keep(one, request.user, versions.Deed.SAVED, attempt.reason)
        self.log_change(request, record, attempt.message)
        self.message_user(request, _("Your changes were joined with what was saved meanwhile."))
        return response

    def message_user(self, request, message, level=messages.INFO, extra_tags="", fail_silently=False):
        """Nothing is said of what may still be joined with what others did."""
        if not attempt_of(request).silent:
            super().message_user(request, message, level, extra_tags, fail_silently)

    def log_change(self, request, obj, message):
        """Written down once a form that was only tried has been joined."""
        attempt = attempt_of(request)
        if attempt.silent:
            attempt.message = message
        else:
            super().log_change(request, obj, message)


def _number(record):
    kept = versions.last(record)
    return kept.number if kept else 0
