"""The editors' guide, ``docs/editing.md``, as a page of the desk in the language of the editor."""

from django.conf import settings
from django.http import FileResponse, Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from ..documents import document

PICTURES = settings.BASE_DIR / "docs" / "images"


def addresses(site):
    """Where the guide and its pictures are on the desk."""
    return [
        path("guide/", site.admin_view(lambda request: _guide(site, request)), name="guide"),
        path("guide/images/<slug:name>.png", site.admin_view(_picture), name="guide-picture"),
    ]


def _guide(site, request):
    context = site.each_context(request) | {"title": _("Editors’ guide"), "document": document("editing")}
    return TemplateResponse(request, "admin/guide.html", context)


def _picture(request, name):
    file = PICTURES / f"{name}.png"
    if not name.startswith("editing-") or not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/png")
