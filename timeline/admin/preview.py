"""A meeting as readers will see it, from its screen on the desk, and the link for somebody without an account."""

from django.conf import settings
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..editing.preview import token_of, until
from ..models import Meeting


class PreviewAdmin:
    """Two addresses of a meeting's screen: its preview, and the links to it; combine with ``RecordAdmin``."""

    def get_urls(self):
        view = self.admin_site.admin_view
        preview = path("<path:object_id>/preview/", view(self.preview_view), name="timeline_meeting_preview")
        links = path("<path:object_id>/preview/links/", view(self.links_view), name="timeline_meeting_preview_links")
        return [links, preview, *super().get_urls()]

    def preview_view(self, request, object_id):
        """Leads to the preview in the editor's language; of what readers see already, to its page."""
        meeting = self._meeting_to_preview(request, object_id)
        token = token_of(meeting)
        if token is None:
            return HttpResponseRedirect(meeting.get_absolute_url())
        return HttpResponseRedirect(reverse("timeline:meeting-preview", args=[token]))

    def links_view(self, request, object_id):
        """The links to the preview in each language, to copy."""
        meeting = self._meeting_to_preview(request, object_id)
        token = token_of(meeting)
        context = self.admin_site.each_context(request) | {
            "title": _("Links to the preview: %(meeting)s") % {"meeting": meeting},
            "object": meeting,
            "opts": self.opts,
            "module_name": str(capfirst(self.opts.verbose_name_plural)),
            "links": _links(request, token) if token else [],
            "until": token and until(token),
        }
        return TemplateResponse(request, "admin/timeline/preview_links.html", context)

    def _meeting_to_preview(self, request, object_id):
        meeting = get_object_or_404(Meeting, pk=unquote(object_id))
        if not self.has_view_or_change_permission(request, meeting):
            raise PermissionDenied
        return meeting


def _links(request, token):
    """Triples of a language's code, its name and the address of the preview in it."""
    for code, name in settings.LANGUAGES:
        with override(code):
            yield code, name, request.build_absolute_uri(reverse("timeline:meeting-preview", args=[token]))
