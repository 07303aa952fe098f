"""The screen on which a whole meeting is entered, and the lists of what belongs to meetings."""

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ..changes import record_changed
from ..dates import date_words
from ..models import Attendance, Meeting, MeetingLink, Number, Statement
from ..querysets import count_of
from .base import KeyedAdmin, RecordAdmin, in_three, rows_changed
from .folding import any_holds
from .meeting_form import LinkForm, MeetingForm
from .meeting_rows import AttendanceInline, LedHereInline, LedToInline, NumberInline
from .participant import NAMES
from .statement import StatementInline, is_unseen
from .statement_form import complete_meeting

SEATED = tuple(f"participant__{name}" for name in NAMES)


@admin.register(Meeting)
class MeetingAdmin(KeyedAdmin):
    """Meetings, each with everything that is recorded of it."""

    form = MeetingForm
    list_display = ("title_en", "dates", "format", "place", "status", "state", "statement_count", "confidence")
    list_filter = ("state", "format", "status", "confidence", ("discrepancies", admin.EmptyFieldListFilter), "issues")
    list_select_related = ("format", "place")
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
                    ("start", "end", "precision"),
                    ("format", "status", "state"),
                    ("place", "venue"),
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
        return super().get_queryset(request).annotate(statement_count=count_of(said))

    @admin.display(description=_("date"), ordering="start")
    def dates(self, obj):
        return date_words(obj.start, obj.end, obj.precision)

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

    def has_delete_permission(self, request, obj=None):
        """What was published is withdrawn instead, so that its address can say so."""
        return super().has_delete_permission(request, obj) and (obj is None or is_unseen(obj))

    def get_actions(self, request):
        """Nothing is deleted by the dozen."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def save_related(self, request, form, formsets, change):
        super(RecordAdmin, self).save_related(request, form, formsets, change)
        meeting = form.instance
        added = complete_meeting(meeting, meeting.statements.prefetch_related("issues", "sources"))
        self._tell(request, meeting, added)
        changed = form.has_changed() or any(added) or any(rows_changed(formset) for formset in formsets)
        was_public = change and form.initial.get("state") == Meeting.State.PUBLISHED
        if changed and (was_public or self.public(meeting)):
            record_changed([meeting, *self._neighbours(form, formsets)])

    def _neighbours(self, form, formsets):
        """Published meetings whose pages show a link that came, changed or went with this saving."""
        links = [link for formset in formsets if formset.model is MeetingLink for link in _touched(formset)]
        near = {pk for link in links for pk in (link.earlier_id, link.later_id)}
        if "state" in form.changed_data:
            linked = MeetingLink.objects.filter(Q(earlier=form.instance) | Q(later=form.instance))
            near |= {pk for pair in linked.values_list("earlier", "later") for pk in pair}
        return Meeting.objects.published().filter(pk__in=near - {form.instance.pk}) if near else []

    def _tell(self, request, meeting, added):
        sources, issues = added
        if sources:
            text = ngettext(
                "%d source of a statement was added to the meeting.",
                "%d sources of statements were added to the meeting.",
                sources,
            )
            messages.info(request, text % sources)
        if issues:
            text = ngettext(
                "%d issue of a statement was added to the meeting.",
                "%d issues of statements were added to the meeting.",
                issues,
            )
            messages.info(request, text % issues)
        if meeting.status == Meeting.Status.HELD and len(set(meeting.attendances.values_list("side", flat=True))) < 2:
            messages.warning(
                request, _("Only one side is listed among the participants, or none: is somebody missing?")
            )


def _touched(formset):
    return [*formset.new_objects, *(link for link, _fields in formset.changed_objects), *formset.deleted_objects]


class BelongsToMeeting(RecordAdmin):
    """What readers see once its meeting is published."""

    list_select_related = ("meeting",)
    date_hierarchy = "meeting__start"

    def get_readonly_fields(self, request, obj=None):
        """It stays with its meeting; what belongs to another one is entered there."""
        return ["meeting"] if obj else []

    def public(self, obj):
        return obj.meeting.state == Meeting.State.PUBLISHED

    def meetings_showing(self, obj):
        return Meeting.objects.filter(pk=obj.meeting_id)


@admin.register(Attendance)
class AttendanceAdmin(BelongsToMeeting):
    """Who sat at which meeting."""

    list_display = ("participant", "meeting", "side", "capacity_en", "lead")
    list_display_links = ("participant", "meeting")
    list_filter = ("side", "lead", "meeting__format")
    list_select_related = ("participant", "meeting")
    search_fields = (*SEATED, *in_three("capacity"), "meeting__key", *in_three("meeting__title"))
    ordering = ("-meeting__start", "meeting__key", "order")
    autocomplete_fields = ("meeting", "participant")
    fieldsets = ((None, {"fields": ("meeting", "participant", ("side", "lead", "order"), *in_three("capacity"))}),)


@admin.register(Number)
class NumberAdmin(BelongsToMeeting):
    """Official numbers, count by count."""

    list_display = ("series", "number", "session", "meeting", "derived")
    list_display_links = ("series", "number")
    list_filter = ("series", "derived")
    list_select_related = ("series", "meeting")
    search_fields = ("series__key", *in_three("series__name"), "meeting__key", *in_three("meeting__title"))
    autocomplete_fields = ("meeting", "series")
    fieldsets = ((None, {"fields": ("meeting", ("series", "number", "session"), "derived")}),)


@admin.register(MeetingLink)
class MeetingLinkAdmin(RecordAdmin):
    """What led to what."""

    form = LinkForm
    list_display = ("later", "kind", "earlier")
    list_filter = ("kind",)
    list_select_related = ("earlier", "later")
    search_fields = tuple(f"{end}__{name}" for end in ("earlier", "later") for name in ("key", *in_three("title")))
    date_hierarchy = "later__start"
    ordering = ("-later__start", "later__key", "earlier__start")
    autocomplete_fields = ("earlier", "later", "sources")
    fieldsets = ((None, {"fields": (("earlier", "later"), "kind", "sources")}),)

    def get_readonly_fields(self, request, obj=None):
        """A link stays between its two meetings; another pair is another link."""
        return ["earlier", "later"] if obj else []

    def public(self, obj):
        return obj.earlier.state == obj.later.state == Meeting.State.PUBLISHED

    def meetings_showing(self, obj):
        return Meeting.objects.filter(pk__in=[obj.earlier_id, obj.later_id])
