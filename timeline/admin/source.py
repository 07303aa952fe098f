"""Sources: what was read."""

from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, F, OuterRef, Q
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Meeting, Source, Statement
from ..querysets import count_of
from .base import KeyedAdmin
from .link_states import LinkStateFilter, ShowsLinkState
from .merging import MergingAdmin
from .source_form import SourceForm


@admin.register(Source)
class SourceAdmin(ShowsLinkState, MergingAdmin, KeyedAdmin):
    """The library of what was read."""

    form = SourceForm
    list_display = ("title", "publisher", "published", "side", "kind", "language", "meeting_count", "statement_count")
    list_filter = (
        *("side", "kind", "language", "title_supplied", LinkStateFilter),
        ("archived_url", admin.EmptyFieldListFilter),
    )
    search_fields = ("key", "title", "publisher", "original_publisher", "url", "document", "note")
    date_hierarchy = "published"
    ordering = (F("published").desc(nulls_last=True), "key")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("url", "document"),
                    ("title", "title_supplied"),
                    ("publisher", "original_publisher"),
                    ("language", "published"),
                    ("side", "kind"),
                    "archived_url",
                    "note",
                    "key",
                )
            },
        ),
    )

    def get_queryset(self, request):
        met = Meeting.sources.through.objects.filter(source=OuterRef("pk"))
        said = Statement.sources.through.objects.filter(source=OuterRef("pk"))
        return super().get_queryset(request).annotate(meeting_count=count_of(met), statement_count=count_of(said))

    def add_view(self, request, form_url="", extra_context=None):
        """In a window that chooses a source, one that is recorded already may be chosen instead of adding it anew."""
        if request.method == "POST" and IS_POPUP_VAR in request.POST and "_recorded" in request.POST:
            return self._choose(request, request.POST["_recorded"])
        return super().add_view(request, form_url, extra_context)

    def _choose(self, request, key):
        if not self.has_view_permission(request):
            raise PermissionDenied
        source = get_object_or_404(self.get_queryset(request), pk=int(key) if key.isdecimal() else None)
        return self.response_add(request, source)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        for proposal in form.proposed:
            field = form.fields[proposal.field]
            value = dict(getattr(field, "choices", ())).get(proposal.value, proposal.value)
            told = gettext("%(field)s was left empty and taken from other sources of the same host: %(value)s.")
            self.message_user(request, told % {"field": field.label, "value": value})

    @admin.display(description=_("meetings"), ordering="meeting_count")
    def meeting_count(self, obj):
        return obj.meeting_count

    @admin.display(description=_("statements"), ordering="statement_count")
    def statement_count(self, obj):
        return obj.statement_count

    def meetings_showing(self, obj):
        cited = Statement.sources.through.objects.filter(source=obj, statement__meeting=OuterRef("pk"))
        linked = Q(links_back__sources=obj) | Q(links_ahead__sources=obj)
        return Meeting.objects.filter(
            pk__in=Meeting.objects.filter(Q(sources=obj) | Exists(cited) | linked).order_by().values("pk")
        )
