"""The way of a meeting on its screen: what is saved, what waits, who takes which step, two editors at once.

A form is filled and checked against rows inside a transaction that is rolled back; what came out of it is a document,
which then is saved, proposed or joined with what somebody else saved meanwhile.
"""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.http import require_POST

from ..editing import versions, workflow
from ..editing.completeness import ONE_SIDE
from ..editing.difference import differences
from ..editing.document import document
from ..editing.pending import pending, propose, working_number
from ..editing.put import ClashError, MissingRecordError, put
from ..editing.workflow import Deed
from ..models import Meeting, Remark
from .base import RecordAdmin, rows_changed
from .desk_words import refusal, told
from .overtaking import Attempt, OvertakenAdmin, attempt_of, filled, joined, seen_version
from .stage_panel import Panel, note_kept
from .statement_form import complete_meeting

FURTHER = {"_submit": Deed.SUBMITTED, "_publish": Deed.PUBLISHED}  # buttons that save and go a step further
ADDED = (
    ngettext_lazy(
        "%d source of a statement was added to the meeting.", "%d sources of statements were added to the meeting."
    ),
    ngettext_lazy(
        "%d issue of a statement was added to the meeting.", "%d issues of statements were added to the meeting."
    ),
)
WAITS = gettext_lazy("Readers see the published version until a Publisher accepts this change.")
NOTHING_WAITS = gettext_lazy("Nothing differs from what readers see: no change waits.")


class MeetingDesk:
    """What the screen of a meeting does beyond Django's; combine with a model admin."""

    change_form_template = "admin/timeline/meeting_form.html"

    def get_urls(self):
        step = path("<path:object_id>/step/", self.admin_site.admin_view(self.step_view), name="timeline_meeting_step")
        return [step, *super().get_urls()]

    # Who may

    def may_touch(self, request, obj):
        if request.method != "POST" and attempt_of(request).broken:
            return False
        return obj is None or workflow.may_edit(request.user, self._stage(request, obj))

    @staticmethod
    def _stage(request, meeting):
        """The stage of the meeting when the request came: asked many times for one screen."""
        known = request.__dict__.setdefault("stages", {})
        if meeting.pk not in known:
            known[meeting.pk] = workflow.stage(meeting)
        return known[meeting.pk]

    def has_delete_permission(self, request, obj=None):
        """What was published is withdrawn instead, so that its address can say so."""
        allowed = super().has_delete_permission(request, None)
        return allowed and (obj is None or workflow.may_delete(request.user, self._stage(request, obj)))

    def get_deleted_objects(self, objs, request):
        """A draft goes with all of its rows, which are not deleted one by one anywhere else."""
        deleted, counts, _lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set(), protected

    # What is shown and saved

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.attempt = Attempt()
        meeting = self.get_object(request, unquote(object_id)) if object_id else None

        def show():
            context = (extra_context or {}) | self._context(request, meeting)
            return super(OvertakenAdmin, self).changeform_view(request, object_id, form_url, context)

        if meeting is None:
            return show()
        try:
            if request.method == "POST":
                return self._sent(request, meeting, show)
            panel = self._panel(request, meeting)
            return filled(meeting, panel.change.revision.document, show, panel.live) if panel.change else show()
        except (MissingRecordError, ClashError):
            request.attempt, request.panel.is_broken = Attempt(broken=True), True
            return filled(meeting, document(meeting), show)

    @staticmethod
    def _panel(request, meeting):
        """The ``Panel`` of this request, made before its form borrows the rows of a change that waits."""
        request.panel = Panel(request, meeting)
        request.__dict__.setdefault("stages", {})[meeting.pk] = request.panel.stage
        return request.panel

    def _context(self, request, meeting):
        panel = request.panel if meeting else None
        seen = request.POST.get("_version") or (working_number(meeting, panel.change) if meeting else 0)
        return {"panel": panel, "version": seen, "notice": request.attempt.notice}

    def _sent(self, request, meeting, show):
        """Check what was sent against what its editor saw, then save it beside what came meanwhile."""
        with transaction.atomic():
            meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
            panel = self._panel(request, meeting)
            live = panel.live or document(meeting)
            now = panel.change.revision.document if panel.change else live
            seen = seen_version(request, meeting, working_number(meeting, panel.change)) or now
            overtaken = differences(seen, now)
            request.attempt.silent = bool(overtaken)
            response = filled(meeting, seen if overtaken else now, show, live)
            rows = request.attempt.rows
            if rows is not None and overtaken:
                rows, notice = joined(request, meeting, seen, rows, now)
                if notice:
                    request.attempt = Attempt(notice)
                    return filled(meeting, seen, show, live)
                request.attempt.silent = False
                self.message_user(request, _("Your changes were joined with what was saved meanwhile."))
            if rows is None:
                return response
            self._save(request, meeting, rows, live)
            return self._further(request, meeting) or response  # before anybody else saves another text

    def _save(self, request, meeting, rows, live):
        """Save, or let wait, what ``rows`` say of a meeting whose stored document is ``live``."""
        attempt = request.attempt
        if meeting.state == Meeting.State.PUBLISHED:
            if propose(meeting, rows, request.user, attempt.reason, live):
                self.message_user(
                    request, _("Readers see the published version until a Publisher accepts this change.")
                )
            else:
                self.message_user(request, _("Nothing differs from what readers see: no change waits."))
        else:
            former = meeting.key
            versions.begin(meeting, live)
            put(meeting, rows, here=live)
            if meeting.key != former:
                versions.follow_key(meeting, former)
            as_stored = rows if rows is attempt.rows else None  # what was joined stands in another order
            versions.keep(meeting, request.user, versions.Deed.SAVED, attempt.reason, as_stored)
        super().log_change(request, meeting, attempt.message)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.broken = request.attempt.broken
        form.publishing = "_publish" in request.POST
        return form

    def save_model(self, request, obj, form, change):
        """Search is told once it is published."""
        obj.save_base(raw=True)

    def save_related(self, request, form, formsets, change):
        """Note the document that was typed; a new meeting is a draft, and kept as its own first version."""
        super(RecordAdmin, self).save_related(request, form, formsets, change)
        meeting, attempt = form.instance, request.attempt
        if form.has_changed() or any(rows_changed(formset) for formset in formsets):
            said = meeting.statements.prefetch_related("issues", "sources")
            self._tell(request, meeting, complete_meeting(meeting, said))
        attempt.rows = document(meeting)
        attempt.reason = " – ".join(
            filter(None, (form.cleaned_data.get(name, "") for name in ("reason", "twin_reason")))
        )
        if not change:
            versions.keep(meeting, request.user, versions.Deed.SAVED, attempt.reason, rows=attempt.rows)

    def _tell(self, request, meeting, added):
        """Say what was added to the meeting because its statements rest on it, and who may be missing."""
        for count, words in zip(added, ADDED, strict=True):
            if count:
                self.message_user(request, words % count, messages.INFO)
        if meeting.status == Meeting.Status.HELD and len(set(meeting.attendances.values_list("side", flat=True))) < 2:
            self.message_user(request, ONE_SIDE, messages.WARNING)

    def log_change(self, request, obj, message):
        """Written down once the form's own transaction has been taken back."""
        request.attempt.message = message

    def response_add(self, request, obj, post_url_continue=None):
        response = super().response_add(request, obj, post_url_continue)
        return self._further(request, obj) or response

    # Steps

    def step_view(self, request, object_id):
        """Take a step with the meeting as it is saved: POST with ``deed``, ``seen``, and ``note`` if it needs one."""
        return require_POST(self._step)(request, unquote(object_id))

    def _step(self, request, pk):
        request.attempt = Attempt()
        meeting = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, meeting):
            raise PermissionDenied
        deed = request.POST.get("deed", "")
        if deed not in Remark.Deed.values:
            raise PermissionDenied
        note = request.POST.get("note", "")
        if not self._take(request, meeting, Deed(deed), note, request.POST.get("seen", "")):
            request.session[note_kept(meeting)] = note
        return HttpResponseRedirect(reverse("admin:timeline_meeting_change", args=[meeting.pk]))

    def _further(self, request, meeting):
        """The step whose button saved the form, and where it leads; ``None`` without one."""
        for name, deed in FURTHER.items():
            if name in request.POST:
                meeting.refresh_from_db()
                self._take(request, meeting, self._fitting(deed, meeting), request.attempt.reason)
                return HttpResponseRedirect(reverse("admin:timeline_meeting_change", args=[meeting.pk]))
        return None

    @staticmethod
    def _fitting(deed, meeting):
        """Publishing a change that waits is accepting it."""
        return Deed.ACCEPTED if deed == Deed.PUBLISHED and pending(meeting) else deed

    def _take(self, request, meeting, deed, note, seen=None):
        """Whether the step was taken; the editor is told so, or why not."""
        try:
            workflow.take(deed, meeting, request.user, note, seen)
        except workflow.REFUSALS as refused:
            self.message_user(request, refusal(refused, deed), messages.ERROR)
            return False
        self.message_user(request, told(deed), messages.SUCCESS)
        return True
