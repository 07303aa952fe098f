"""The merges that were done: what was moved, by whom and why; undone as long as that is possible."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST

from ..changes.states import MODELS
from ..loading.schema import label
from ..merging import UndoError, obstacles_to_undo, undo
from ..merging.touched import model_of
from ..models import Merge
from .base import PUBLISH
from .labels import screen_of


@admin.register(Merge)
class MergeAdmin(admin.ModelAdmin):
    """Merges; nothing of them is typed."""

    list_display = ("at", "noun", "gone", "stayed", "editor", "undone_at")
    list_display_links = ("at", "gone")
    list_filter = ("noun", ("undone_at", admin.EmptyFieldListFilter))
    list_select_related = ("editor",)
    search_fields = ("gone", "stayed", "reason")
    date_hierarchy = "at"
    change_form_template = "admin/timeline/merge_record.html"
    fields = readonly_fields = ("noun", "gone", "stayed", "reason", "editor", "at", "undone_by", "undone_at")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        """Who decides what readers see."""
        return request.user.has_perm(PUBLISH)

    def may_undo(self, request, done):
        """Whether somebody may: who could merge such records."""
        model = MODELS[done.noun]
        return request.user.has_perm(PUBLISH) and request.user.has_perm(f"timeline.change_{model._meta.model_name}")

    def get_urls(self):
        undoing = path(
            "<int:pk>/undo/", self.admin_site.admin_view(require_POST(self.undo_view)), name="timeline_merge_undo"
        )
        return [undoing, *super().get_urls()]

    def render_change_form(self, request, context, obj=None, **kwargs):
        told = {
            "moved": [_told(row) for row in obj.touched],
            "obstacles": obstacles_to_undo(obj),
            "may_undo": self.may_undo(request, obj),
            "undo_address": reverse("admin:timeline_merge_undo", args=[obj.pk]),
        }
        return super().render_change_form(request, context | told, obj=obj, **kwargs)

    def undo_view(self, request, pk):
        """POST: everything as it was before the merge."""
        done = get_object_or_404(Merge, pk=pk)
        if not self.may_undo(request, done):
            raise PermissionDenied
        try:
            stay, gone = undo(done, request.user)
        except UndoError as refused:
            for words in refused.obstacles:
                self.message_user(request, words, messages.ERROR)
            return HttpResponseRedirect(reverse("admin:timeline_merge_change", args=[done.pk]))
        self.log_change(request, stay, f"Undid the merge of {gone.key} into it")
        self.message_user(request, _("Undone: both records are as they were."), messages.SUCCESS)
        return HttpResponseRedirect(screen_of(gone))


DEEDS = {
    (False, True): pgettext_lazy("of a row", "made"),
    (True, False): pgettext_lazy("of a row", "deleted"),
    (True, True): pgettext_lazy("of a row", "changed"),
}


def _told(row):
    """A touched row in words: what it is, what was done to it, in which fields."""
    model = model_of(row)
    deed = (row["before"] is not None, row["after"] is not None)
    fields = [str(model._meta.get_field(name).verbose_name) for name in row["after"]] if all(deed) else []
    return {"name": label(model, row["name"]), "deed": DEEDS[deed], "fields": fields}
