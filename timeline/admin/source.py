"""Sources: what was read."""

from urllib.parse import urlsplit

from django.contrib import admin
from django.db.models import Exists, F, OuterRef, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from ..models import Meeting, Source, Statement
from ..querysets import count_of
from .base import KeyedAdmin
from .forms import KeyedForm


class SourceForm(KeyedForm):
    """A source; its key is proposed from the address (or the document) and the date."""

    blamed = {"source_has_an_address_or_a_document": "url", "source_kind_goes_with_its_side": "kind"}

    def proposed_key(self):
        cleaned = self.cleaned_data
        host = (urlsplit(cleaned.get("url") or "").hostname or "").removeprefix("www.")
        stem = slugify(host.replace(".", "-") or cleaned.get("document", ""))
        published = cleaned.get("published")
        return f"{stem}-{published}" if stem and published else stem


@admin.register(Source)
class SourceAdmin(KeyedAdmin):
    """The library of what was read."""

    form = SourceForm
    list_display = ("title", "publisher", "published", "side", "kind", "language", "meeting_count", "statement_count")
    list_filter = ("side", "kind", "language", "title_supplied", ("archived_url", admin.EmptyFieldListFilter))
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
