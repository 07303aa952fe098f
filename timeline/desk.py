"""The editors' site: its name, and its index in the order in which editors work.

Apart from timeline/admin/, whose modules register with it as they are imported.
"""

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from . import typed

GROUPS = (
    (_("Meetings"), ("Meeting", "Statement", "MeetingLink", "Number", "Attendance")),
    (_("People and bodies"), ("Participant", "Office", "Tenure", "Organisation")),
    (_("Sources"), ("Source",)),
    (_("Lists"), ("Format", "Issue", "Place", "Series", "FormerKey", "Merge")),
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

    def get_urls(self):
        from .admin import asking, board, exchange, guide

        own = [*asking.addresses(self), *board.addresses(self), *guide.addresses(self), *exchange.addresses(self)]
        return [*own, *super().get_urls()]

    def index(self, request, extra_context=None):
        from .admin import board

        return super().index(request, {"board": board.for_index(request), **(extra_context or {})})

    def admin_view(self, view, cacheable=False):
        return typed.keeping(self, super().admin_view(typed.showing_again(view), cacheable))

    def logout(self, request, extra_context=None):
        return typed.forget(super().logout(request, extra_context))

    def autocomplete_view(self, request):
        return Choices.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        record = [group for app in apps if app["app_label"] == "timeline" for group in self._groups(app)]
        if record and app_label is None:
            from .admin.exchange import in_and_out

            record.append(in_and_out(request.user))
        return record + [app for app in apps if app["app_label"] != "timeline"]

    def _groups(self, app):
        models = {model["object_name"]: model for model in app["models"]}
        for name, members in GROUPS:
            if present := [models[member] for member in members if member in models]:
                yield app | {"name": name, "models": present}
