"""The board “To fix”: on the index of the desk, and each group on a page of its own."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from ..board import GROUPS, findings

FIRST = 3  # lines of a group on the index
ON_A_PAGE = 50


def addresses(site):
    """The addresses of the groups."""
    view = site.admin_view(lambda request, slug: group_page(site, request, slug))
    return [path("to-fix/<slug:slug>/", view, name="to_fix")]


def for_index(request):
    """What the index shows: ``groups`` with something to fix, and ``clear``, the titles of those with nothing.

    Only groups whose records the editor may view.
    """
    shown = [group for group in GROUPS if may_view(request.user, group)]
    found = findings() if shown else {}
    return {
        "groups": [_told(group, found[group.slug], FIRST) for group in shown if found[group.slug]],
        "clear": [group.title for group in shown if not found[group.slug]],
    }


def may_view(user, group):
    """Whether somebody may view all records of which the group tells."""
    return all(user.has_perm(f"timeline.view_{model}") for model in group.models)


def group_page(site, request, slug):
    """``to-fix/<group>/``: everything of that kind, in pages."""
    group = next((one for one in GROUPS if one.slug == slug), None)
    if group is None:
        raise Http404
    if not may_view(request.user, group):
        raise PermissionDenied
    page = Paginator(findings()[slug], ON_A_PAGE).get_page(request.GET.get("p"))
    told = _told(group, page.object_list, ON_A_PAGE) | {"count": page.paginator.count}
    context = {**site.each_context(request), "title": group.title, "group": told, "page": page, "board": _("To fix")}
    return TemplateResponse(request, "admin/to_fix.html", context)


def _told(group, lines, most):
    return {
        "slug": group.slug,
        "title": group.title,
        "mend": group.mend,
        "address": reverse("admin:to_fix", args=[group.slug]),
        "count": len(lines),
        "lines": [{"line": line, "words": group.words(line), "address": group.where(line)} for line in lines[:most]],
    }
