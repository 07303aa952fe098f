"""The screen on which a whole meeting is entered."""

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _
from translated_fields import to_attribute

from ..dates import date_words
from ..models import Attendance, Meeting, Proposal, Statement
from ..querysets import count_of
from .base import KeyedAdmin, in_three
from .folding import any_holds
from .meeting_desk import MeetingDesk
from .meeting_entry import MeetingEntry
from .meeting_form import MeetingForm
from .meeting_rows import AttendanceInline, LedHereInline, LedToInline, NumberInline
from .participant import NAMES
from .preview import PreviewAdmin
from .statement import StatementInline, is_unseen

SEATED = tuple(f"participant__{name}" for name in NAMES)


class WaitingFilter(admin.SimpleListFilter):
    """Published meetings with a change that waits."""

    title = _("change that waits")
    parameter_name = "change"

    def lookups(self, request, model_admin):
        return Proposal.State.choices

    def queryset(self, request, queryset):
        return queryset.filter(proposal__state=self.value()) if self.value() else queryset


@admin.register(Meeting)
class MeetingAdmin(PreviewAdmin, MeetingEntry, MeetingDesk, KeyedAdmin):
    """Meetings, each with everything that is recorded of it."""

    form = MeetingForm
    list_display = ("title", "dates", "format", "place", "status", "stage", "statement_count", "confidence")
    list_filter = (
        *("state", WaitingFilter, "format", "status", "confidence"),
        *(("discrepancies", admin.EmptyFieldListFilter), "issues"),
    )
    search_fields = (
        *("key", *in_three("title", "occasion"), "summary_en", "venue"),
        *(f"format__{name}" for name in ("aliases", *in_three("short_name"))),
        *(f"place__{name}" for name in in_three("name")),
    )
    date_hierarchy = "start"
    ordering = ("-start", "-key")
    autocomplete_fields = ("format", "place", "issues", "sources")
    inlines = (AttendanceInline, StatementInline, NumberInline, LedHereInline, LedToInline)
    readonly_fields = ("content_updated_at",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "when",
                    ("format", "status"),
                    ("place", "no_place", "venue"),
                    *in_three("title"),
                    "issues",
                    "sources",
                    "summary_en",
                    "confidence",
                )
            },
        ),
        (
            _("Russian and Japanese texts"),
            {"classes": ("collapse",), "fields": (("summary_ru", "summary_ja"), ("occasion_ru", "occasion_ja"))},
        ),
        (
            _("Occasion, length, notes, address"),
            {
                "classes": ("collapse",),
                "fields": (
                    ("occasion_en", "duration_minutes"),
                    ("discrepancies", "numbers_note"),
                    ("key", "content_updated_at"),
                ),
            },
        ),
    )

    def get_queryset(self, request):
        said = Statement.objects.filter(meeting=OuterRef("pk"))
        title = Coalesce(NullIf(to_attribute("title"), Value("")), "title_en")
        meetings = super().get_queryset(request).select_related("format", "place", "proposal")  # for form and list
        return meetings.annotate(statement_count=count_of(said), shown_title=title)

    @admin.display(description=_("title"), ordering="shown_title")
    def title(self, obj):
        return obj.title

    @admin.display(description=_("date"), ordering="start")
    def dates(self, obj):
        return date_words(obj.start, obj.end, obj.precision)

    @admin.display(description=_("state"), ordering="state")
    def stage(self, obj):
        waits = getattr(obj, "proposal", None)
        if waits is None:
            return obj.get_state_display()
        return _("%(state)s; change: %(change)s") % {
            "state": obj.get_state_display(),
            "change": waits.get_state_display(),
        }

    @admin.display(description=_("statements"), ordering="statement_count")
    def statement_count(self, obj):
        return obj.statement_count

    def holds(self, word):
        seats = Attendance.objects.filter(meeting=OuterRef("pk"))
        return super().holds(word) | Q(Exists(seats.filter(any_holds(SEATED, word))))

    def key_is_fixed(self, obj):
        return not is_unseen(obj)

    def public(self, obj):
        return obj.state == Meeting.State.PUBLISHED

    def get_actions(self, request):
        """Nothing is deleted by the dozen."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}
