"""The history of a record on the desk: its versions, any two side by side, and the way back to one of them."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..editing.document import document, under_key
from ..editing.put import ClashError, MissingRecordError
from ..editing.revert import NothingDiffersError, revert
from ..editing.told import History
from ..editing.versions import Deed, versions
from ..editing.wording import Wording
from ..models import Meeting


class HistoryAdmin:
    """What the screens of all records with versions do beyond Django's; combine with ``RecordAdmin``."""

    def get_urls(self):
        put_back = path(
            "<path:object_id>/history/<int:number>/",
            self.admin_site.admin_view(self.put_back_view),
            name=f"timeline_{self.opts.model_name}_put_back",
        )
        return [put_back, *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        """Versions and the log, the latest first; ``?from=2&to=5`` compares two versions."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if record not in (told := self.told_by(record)):
            return HttpResponseRedirect(history_address(told[0]))
        page = request.GET.get("p", "1")
        history = History(record, int(page) if page.isdecimal() else 1)
        context = self._frame_of(request, record, _("History: %(record)s") % {"record": record}) | {
            "history": history,
            "compared": self._compared(request, history),
            "may_put_back": self.has_change_permission(request, record),
            "put_back": f"admin:timeline_{self.opts.model_name}_put_back",
        }
        return TemplateResponse(request, "admin/timeline/history.html", context | (extra_context or {}))

    def _compared(self, request, history):
        """The two versions asked for and what lies between them, in words; ``None`` if none were."""
        asked = [request.GET.get(name, "") for name in ("from", "to")]
        if not any(asked):
            return None
        numbers = [int(one) for one in asked if one.isdecimal() and int(one) in history.numbers]
        if len(numbers) < len(asked):
            self.message_user(request, _("Choose two versions that there are."), messages.ERROR)
            return None
        documents = history.documents(numbers)
        before, after = (documents[number] for number in numbers)
        return {"from": numbers[0], "to": numbers[1], "rows": Wording([before, after]).between(before, after)}

    def put_back_view(self, request, object_id, number):
        """What would change if the record were put back to that version; POST with ``reason`` does it."""
        record = get_object_or_404(self.model, pk=unquote(object_id))
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        revision = versions(record).filter(number=number).first()
        if revision is None or record not in self.told_by(record):
            raise Http404
        reason = request.POST.get("reason", "").strip()
        if request.method == "POST" and reason and self._put_back(request, record, revision, reason):
            return HttpResponseRedirect(history_address(record))
        now, then = document(record), under_key(revision.document, record.key)
        title = _("Put back to version %(number)s: %(record)s") % {"number": number, "record": record}
        context = self._frame_of(request, record, title) | {
            "revision": revision,
            "rows": Wording([now, then]).between(now, then),
            "reason": reason,
            "lacks_reason": request.method == "POST" and not reason,
            "waits": isinstance(record, Meeting) and record.state == Meeting.State.PUBLISHED,
            "back": history_address(record),
        }
        return TemplateResponse(request, "admin/timeline/put_back.html", context)

    def _put_back(self, request, record, revision, reason):
        """Whether the record was put back; if not, the editor is told why."""
        try:
            kept = revert(record, revision, request.user, reason, self.meetings_showing(record))
        except NothingDiffersError:
            told = _("The record already says what this version said.")
        except MissingRecordError as missing:
            told = _("This version names what is no longer there: %(record)s. Add it again, or choose another version.")
            told %= {"record": missing}
        except ClashError:
            told = _(
                "This version holds what another record holds now, such as an official number, or breaks a rule that "
                "came later. Change the record by hand."
            )
        else:
            waits = kept.deed == Deed.PROPOSED
            words = _("The earlier version waits as a change; readers see it once it is accepted.")
            self.message_user(request, words if waits else _("The record is put back."), messages.SUCCESS)
            return True
        self.message_user(request, told, messages.ERROR)
        return False

    def _frame_of(self, request, record, title):
        return self.admin_site.each_context(request) | {
            "title": title,
            "object": record,
            "opts": self.opts,
            "module_name": str(capfirst(self.opts.verbose_name_plural)),
        }


def history_address(record):
    """Where the desk shows the history of a record."""
    return reverse(f"admin:timeline_{record._meta.model_name}_history", args=[record.pk])
