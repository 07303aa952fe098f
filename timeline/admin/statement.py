"""Statements: rows on their meeting's screen, and a list to find them by."""

from django.contrib import admin
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from ..models import Meeting, Statement
from .base import RecordInline, in_three
from .meeting_parts import MeetingPartAdmin
from .participant import NAMES
from .quick_rendering import in_words
from .statement_form import StatementForm, StatementFormSet

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
MAY_LACK = {"issues", "sources"}
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
        js = ("admin/js/jquery.init.js", "js/admin-asking.js", "js/admin-statements.js")

    def get_queryset(self, request):
        statements = super().get_queryset(request).select_related("speaker", "attributed_to", "in_reply_to")
        return statements.prefetch_related("issues", "sources")

    def get_formset(self, request, obj=None, **kwargs):
        """The class of this request's rows, whose words are translated once instead of in each of sixty rows.

        The rows of a draft may have holes, as its other fields may.
        """
        formset = super().get_formset(request, obj, **kwargs)
        fields = {name: in_words(field) for name, field in formset.form.base_fields.items()}
        for name in MAY_LACK & fields.keys():
            fields[name].required = is_whole(request, obj)
        formset.form.base_fields = fields
        return formset

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "sources":
            field.help_text = MEETING_ADDS
        return field

    def has_delete_permission(self, request, obj=None):
        """Numbers are addresses: what readers may have quoted is corrected, not deleted."""
        return super().has_delete_permission(request, obj) and (obj is None or is_unseen(obj))


@admin.register(Statement)
class StatementAdmin(MeetingPartAdmin):
    """All statements, to search; each leads to its place on the meeting's screen."""

    prefix = "statements"
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

    @admin.display(description=_("text"), ordering="text_en")
    def beginning(self, obj):
        return Truncator(obj.text_en).words(14)

    @admin.display(description=_("voice"))
    def voice(self, obj):
        return obj.speaker or obj.attributed_to or "–"

    def get_queryset(self, request):
        statements = super().get_queryset(request)
        return statements.select_related("meeting", "speaker", "attributed_to", "in_reply_to")


def is_whole(request, meeting):
    """Whether the meeting, ``None`` if it is new, is to be saved with all that readers need."""
    return "_publish" in request.POST or (meeting is not None and meeting.state == Meeting.State.PUBLISHED)


def is_unseen(meeting):
    """Whether no reader has seen this meeting: only then does anything of it vanish without a trace."""
    return meeting.state in (Meeting.State.DRAFT, Meeting.State.IN_REVIEW)
