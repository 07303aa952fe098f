"""The editors' site: its name, and its index in the order in which editors work.

Apart from timeline/admin/, whose modules register with it as they are imported.
"""

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

GROUPS = (
    (_("Meetings"), ("Meeting", "Statement", "MeetingLink", "Number", "Attendance")),
    (_("People and bodies"), ("Participant", "Office", "Tenure", "Organisation")),
    (_("Sources"), ("Source",)),
    (_("Lists"), ("Format", "Issue", "Place", "Series", "FormerKey")),
)


class Choices(AutocompleteJsonView):
    """What an autocomplete offers, each named so that it can be told from its namesakes."""

    def serialize_result(self, obj, to_field_name):
        from .admin.labels import label

        return super().serialize_result(obj, to_field_name) | {"text": label(obj)}


class EditorsSite(admin.AdminSite):
    """Django's admin with the record first, grouped as editors think of it."""

    site_header = format_lazy("{} · {}", _("Russia–Japan Meetings"), _("editors’ desk"))
    site_title = _("Russia–Japan Meetings")
    index_title = _("The record")

    def autocomplete_view(self, request):
        return Choices.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        record = [group for app in apps if app["app_label"] == "timeline" for group in self._groups(app)]
        return record + [app for app in apps if app["app_label"] != "timeline"]

    def _groups(self, app):
        models = {model["object_name"]: model for model in app["models"]}
        for name, members in GROUPS:
            if present := [models[member] for member in members if member in models]:
                yield app | {"name": name, "models": present}
