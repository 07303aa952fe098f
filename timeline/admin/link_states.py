"""What was found at the addresses of sources, as editors see it: a filter of the list, and a line on the form."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..dates import day_words
from ..models import LinkState, Source

NEVER = "never"


class LinkStateFilter(admin.SimpleListFilter):
    """Sources by what was found last at their present address."""

    title = gettext_lazy("link recorded as")
    parameter_name = "link"

    def lookups(self, request, model_admin):
        return [*LinkState.State.choices, (NEVER, _("never tried"))]

    def queryset(self, request, queryset):
        if self.value() == NEVER:
            return queryset.exclude(url="").exclude(pk__in=Source.objects.with_known_link().values("pk"))
        return queryset.with_link_as(self.value()) if self.value() in LinkState.State.values else queryset


class ShowsLinkState:
    """A screen of sources that says what was found at the address; ``record_link_states`` alone writes it."""

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if not (obj and obj.known_link):
            return fieldsets
        return [*fieldsets, (_("Link"), {"fields": ("link_found",)})]

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "link_found"]

    @admin.display(description=gettext_lazy("found at the address"))
    def link_found(self, obj):
        """The state, the answer and the day of the last check; where redirections led."""
        link = obj.known_link
        words = {"state": link.get_state_display(), "answer": link.detail, "day": day_words(link.checked_at.date())}
        told = _("%(state)s (answer %(answer)s), tried on %(day)s") % words
        if not link.final_url or link.final_url == link.url:
            return told
        return format_html('{}<br>→ <a href="{}">{}</a>', told, link.final_url, link.final_url)
