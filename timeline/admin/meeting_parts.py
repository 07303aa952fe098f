"""Lists of what belongs to meetings: to search in; each row leads to its place on the meeting's screen."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse

from ..models import Attendance, MeetingLink, Number
from .base import RecordAdmin, in_three
from .participant import NAMES

SEATED = tuple(f"participant__{name}" for name in NAMES)


class MeetingPartAdmin(RecordAdmin):
    """Rows of meetings; they are added, changed and deleted on the screen of their meeting, and its history tells."""

    date_hierarchy = "meeting__start"
    prefix = ""  # of the rows on the meeting's screen

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def meeting_of(self, obj):
        """The meeting on whose screen the row stands."""
        return obj.meeting

    def change_view(self, request, object_id, form_url="", extra_context=None):
        part = self.get_object(request, unquote(object_id))
        if part is None:
            raise Http404
        meeting = self.meeting_of(part)
        rows = [pk for (pk,) in self.rows_beside(part).values_list("pk")]
        address = reverse("admin:timeline_meeting_change", args=[meeting.pk])
        return HttpResponseRedirect(f"{address}#{self.prefix}-{rows.index(part.pk)}")

    def rows_beside(self, part):
        """The rows of the same meeting, in the order of its screen."""
        return type(part).objects.filter(meeting=part.meeting_id)

    def history_view(self, request, object_id, extra_context=None):
        return self.change_view(request, object_id)


@admin.register(Attendance)
class AttendanceAdmin(MeetingPartAdmin):
    """Who sat at which meeting."""

    prefix = "attendances"
    list_display = ("participant", "meeting", "side", "capacity_en", "lead")
    list_display_links = ("participant", "meeting")
    list_filter = ("side", "lead", "meeting__format")
    list_select_related = ("participant", "meeting")
    search_fields = (*SEATED, *in_three("capacity"), "meeting__key", *in_three("meeting__title"))
    ordering = ("-meeting__start", "meeting__key", "order")


@admin.register(Number)
class NumberAdmin(MeetingPartAdmin):
    """Official numbers, count by count."""

    prefix = "numbers"
    list_display = ("series", "number", "session", "meeting", "derived")
    list_display_links = ("series", "number")
    list_filter = ("series", "derived")
    list_select_related = ("series", "meeting")
    search_fields = ("series__key", *in_three("series__name"), "meeting__key", *in_three("meeting__title"))


@admin.register(MeetingLink)
class MeetingLinkAdmin(MeetingPartAdmin):
    """What led to what; a link stands on the screen of the later meeting."""

    prefix = "links_back"
    list_display = ("later", "kind", "earlier")
    list_filter = ("kind",)
    list_select_related = ("earlier", "later")
    search_fields = tuple(f"{end}__{name}" for end in ("earlier", "later") for name in ("key", *in_three("title")))
    date_hierarchy = "later__start"
    ordering = ("-later__start", "later__key", "earlier__start")

    def meeting_of(self, obj):
        return obj.later

    def rows_beside(self, part):
        return MeetingLink.objects.filter(later=part.later_id)
