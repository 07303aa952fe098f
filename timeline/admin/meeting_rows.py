"""What belongs to a meeting: who sat there, its official numbers, what it hangs together with."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..models import Attendance, MeetingLink, Number
from .base import RecordInline
from .formsets import RecordFormSet
from .meeting_form import LinkForm
from .seats import SeatForm, SeatFormSet


class AttendanceInline(RecordInline, admin.TabularInline):
    """Who sat at the table."""

    model = Attendance
    form = SeatForm
    formset = SeatFormSet
    template = "admin/timeline/table_rows.html"
    autocomplete_fields = ("participant",)
    fields = ("participant", "side", "capacity_en", "capacity_ru", "capacity_ja", "lead", "order")
    classes = ("admin-rows",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("participant")


class NumberFormSet(RecordFormSet):
    """A meeting has one number in each count."""

    distinct = "series"


class NumberInline(RecordInline, admin.TabularInline):
    """Official numbers."""

    model = Number
    formset = NumberFormSet
    template = "admin/timeline/table_rows.html"
    autocomplete_fields = ("series",)
    fields = ("series", "number", "session", "derived")
    classes = ("admin-rows",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("series")


class LinkFormSet(RecordFormSet):
    """Each earlier meeting is linked once."""

    distinct = "earlier"


class LedHereInline(RecordInline, admin.TabularInline):
    """What led here."""

    model = MeetingLink
    form = LinkForm
    formset = LinkFormSet
    fk_name = "later"
    verbose_name = _("earlier meeting that led here")
    verbose_name_plural = _("Led here")
    template = "admin/timeline/table_rows.html"
    autocomplete_fields = ("earlier", "sources")
    fields = ("earlier", "kind", "sources")
    classes = ("admin-rows",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("earlier").prefetch_related("sources")


class LedToInline(RecordInline, admin.TabularInline):
    """What it led to: seen here, changed on the later meeting's screen."""

    model = MeetingLink
    fk_name = "earlier"
    verbose_name = _("later meeting")
    verbose_name_plural = _("Led to (change it on the later meeting’s screen)")
    fields = ("later_meeting", "kind")
    readonly_fields = fields
    classes = ("admin-rows",)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("later")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("later meeting"))
    def later_meeting(self, obj):
        address = reverse("admin:timeline_meeting_change", args=[obj.later_id])
        return format_html('<a href="{}">{}</a> ({})', address, obj.later, obj.later.start)
