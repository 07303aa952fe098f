"""Two records that are one, on the desk: chosen, looked at, merged."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..links import query_text
from ..merging import MergeError, larger_first, merge, plan
from .base import PUBLISH
from .labels import label, screen_of
from .merge_form import MergeForm, OtherForm

TWO = 2


class MergingAdmin:
    """A screen of records that are now and then entered twice; combine with ``KeyedAdmin``."""

    actions = ("merge_chosen",)

    def has_merge_permission(self, request):
        """Whether somebody may merge: who may change such records, and decides what readers see."""
        return request.user.has_perm(PUBLISH) and self.has_change_permission(request)

    @admin.action(description=gettext_lazy("Merge two records …"), permissions=["merge"])
    def merge_chosen(self, request, queryset):
        """Go and look at the merge of the two that were chosen."""
        chosen = list(queryset.order_by("pk")[: TWO + 1])
        if len(chosen) != TWO:
            self.message_user(request, _("Choose two records to merge, no more and no fewer."), messages.ERROR)
            return None
        stays, goes = larger_first(*chosen)
        return HttpResponseRedirect(self.merge_address(stays, goes))

    def merge_address(self, stays, goes=None):
        """Where a merge is looked at; without the other record, where that is chosen."""
        asked = [("stays", stays.pk), *([("goes", goes.pk)] if goes else [])]
        return reverse(f"admin:timeline_{self.opts.model_name}_merge") + query_text(asked)

    def get_urls(self):
        merging = path(
            "merge/", self.admin_site.admin_view(self.merge_view), name=f"timeline_{self.opts.model_name}_merge"
        )
        return [merging, *super().get_urls()]

    def merge_view(self, request):
        """``…/merge/?stays=12&goes=34``: what would be moved; POST does it. Without ``goes``, the other is chosen."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        stays = self._asked(request, "stays")
        if stays is None:
            raise Http404
        if "goes" not in request.GET:
            return self._choose(request, OtherForm(stays=stays, site=self.admin_site))
        choice = OtherForm(request.GET, stays=stays, site=self.admin_site)
        if not choice.is_valid():
            return self._choose(request, choice)
        return self._look(request, plan(stays, choice.cleaned_data["goes"]))

    def _asked(self, request, name):
        key = request.GET.get(name, "")
        return self.model.objects.filter(pk=key).first() if key.isdecimal() else None

    def _choose(self, request, form):
        context = {"form": form, "title": _("Merge with another record"), "stays": form.stays}
        return self._page(request, "admin/timeline/merge_choose.html", context)

    def _look(self, request, planned):
        form = MergeForm(request.POST or None, plan=planned)
        if request.method == "POST" and not planned.obstacles and form.is_valid():
            try:
                done = self._merge(request, planned, form)
            except MergeError as refused:
                form = MergeForm(plan=planned, data={**request.POST.dict(), "seen": planned.digest})
                form.add_error(None, str(refused))
            else:
                return self._merged(request, planned, done)
        context = {
            "form": form,
            "plan": planned,
            "moves": [_told(moved) for moved in planned.moves],
            "other_way": self.merge_address(planned.gone, planned.stay),
            "title": _("Merge two records"),
            "screens": {"stays": screen_of(planned.stay), "goes": screen_of(planned.gone)},
            "names": {"stays": label(planned.stay), "goes": label(planned.gone)},
        }
        return self._page(request, "admin/timeline/merge.html", context)

    def _merge(self, request, planned, form):
        return merge(
            planned.stay,
            planned.gone,
            editor=request.user,
            reason=form.cleaned_data["reason"],
            seen=form.cleaned_data["seen"],
            taken=form.taken,
            decisions=form.decisions,
        )

    def _merged(self, request, planned, done):
        self.log_change(request, planned.stay, f"Merged {done.gone} into it: {done.reason}")
        address = reverse("admin:timeline_merge_change", args=[done.pk])
        words = format_html(_('Merged. <a href="{}">See what was moved, or undo it</a>.'), address)
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(screen_of(planned.stay))

    def _page(self, request, template, context):
        shared = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "media": self.media + context["form"].media,
        }
        return TemplateResponse(request, template, {**shared, **context})


def _told(moved):
    """The rows of one field for the page: what they are, and each with its screen."""
    rows = [{"words": label(row), "address": screen_of(row), "names_both": row.pk in moved.both} for row in moved.rows]
    return {
        "what": moved.field.model._meta.verbose_name_plural,
        "rows": rows,
        "both": len(moved.both),
    }
