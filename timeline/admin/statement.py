"""Statements: rows on their meeting's screen, and a screen of their own to find them by."""

from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from ..models import Meeting, Statement
from .base import RecordAdmin, RecordInline, in_three
from .participant import NAMES
from .statement_form import LoneStatementForm, StatementForm, StatementFormSet, complete_meeting

CHOOSERS = ("speaker", "attributed_to", "issues", "sources")
CLAIM = (
    ("number", "side", "kind", "said_on", "in_reply_to"),
    ("speaker", "attributed_to"),
    "issues",
    "sources",
    "text_en",
    "phrase",
)
TRANSLATIONS = (_("Russian and Japanese text"), {"classes": ("collapse",), "fields": (("text_ru", "text_ja"),)})
MEETING_ADDS = _("At least one. What the meeting does not list yet is added to its sources when you save.")


class StatementInline(RecordInline, admin.StackedInline):
    """What was said at the meeting; rows fold, so that forty stay easy to read."""

    model = Statement
    form = StatementForm
    formset = StatementFormSet
    template = "admin/timeline/statement_rows.html"
    autocomplete_fields = CHOOSERS
    fieldsets = ((None, {"fields": CLAIM}), TRANSLATIONS)

    class Media:
        js = ("js/admin-statements.js",)

    def get_queryset(self, request):
        statements = super().get_queryset(request).select_related("speaker", "attributed_to", "in_reply_to")
        return statements.prefetch_related("issues", "sources")

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "sources":
            field.help_text = MEETING_ADDS
        return field

    def has_delete_permission(self, request, obj=None):
        """Numbers are addresses: what readers may have quoted is corrected, not deleted."""
        return super().has_delete_permission(request, obj) and (obj is None or is_unseen(obj))


@admin.register(Statement)
class StatementAdmin(RecordAdmin):
    """All statements, to search and correct; a meeting's own screen shows them together."""

    form = LoneStatementForm
    list_display = ("beginning", "meeting", "number", "side", "voice", "kind", "said_on")
    list_filter = ("side", "kind", "meeting__state", "meeting__format", ("in_reply_to", admin.EmptyFieldListFilter))
    search_fields = (
        *in_three("text"),
        "phrase",
        "meeting__key",
        *(f"speaker__{name}" for name in NAMES),
        *(f"attributed_to__{name}" for name in in_three("name")),
    )
    date_hierarchy = "said_on"
    ordering = ("-meeting__start", "meeting__key", "number")
    autocomplete_fields = ("meeting", *CHOOSERS)
    fieldsets = ((None, {"fields": ("meeting", *CLAIM)}), TRANSLATIONS)

    @admin.display(description=_("text"), ordering="text_en")
    def beginning(self, obj):
        return Truncator(obj.text_en).words(14)

    @admin.display(description=_("voice"))
    def voice(self, obj):
        return obj.speaker or obj.attributed_to or "–"

    def get_queryset(self, request):
        statements = super().get_queryset(request)
        return statements.select_related("meeting", "speaker", "attributed_to", "in_reply_to")

    def get_readonly_fields(self, request, obj=None):
        return ["meeting"] if obj else []

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and (obj is None or is_unseen(obj.meeting))

    def get_actions(self, request):
        """Nothing is deleted by the dozen."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def public(self, obj):
        return obj.meeting.state == Meeting.State.PUBLISHED

    def meetings_showing(self, obj):
        return Meeting.objects.filter(pk=obj.meeting_id)

    def complete(self, obj):
        """Its meeting has its issues and sources, too."""
        complete_meeting(obj.meeting, [obj])


def is_unseen(meeting):
    """Whether no reader has seen this meeting: only then does anything of it vanish without a trace."""
    return meeting.state in (Meeting.State.DRAFT, Meeting.State.IN_REVIEW)
