"""Search over every kind of record, suggestions while typing, and the description that browsers read."""

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .. import search
from ..api.problems import bad_query
from ..filters import DEFAULT_PAGE_SIZE, SearchFilter, SuggestFilter
from ..found import KINDS, Group, corrected, groups
from ..models.translated import Localised, in_language
from ..paging import NoSuchPage, Page
from .filtered import FilteredList

MOST_SUGGESTIONS = 8
SUGGESTED = ("participant", "issue", "place")
A_WHILE = 300  # seconds for which a suggestion may be kept


class Search(FilteredList):
    """``/search/?q=…``: the best of each kind; with ``kind=…``, all of that kind, page by page."""

    template_name = "timeline/search.html"
    filter_class = SearchFilter

    def page(self):
        """The faults of the query string, and the page of the one kind asked for."""
        if not self.selection.is_valid():
            return self.selection.faults, None
        try:
            return [], self._page_of_kind() if self.kind and self.groups else None
        except NoSuchPage as beyond:
            return [beyond.fault], None

    def get_context_data(self, faults, page, **kwargs):
        words = "" if faults else self.selection.cleaned["q"]
        context = {
            "words": words,
            "meant": None if faults else self.meant,
            "answered": None if faults else self.meant or words,
            "groups": [] if faults else [self._shown(group, page) for group in self.groups],
            "kind": None if faults else self.kind,
        }
        return super().get_context_data(faults=faults, page=page, **kwargs) | context

    @cached_property
    def kind(self):
        """The one kind asked for, or ``None``."""
        return next((kind for kind in KINDS if kind.key == self.selection.cleaned["kind"]), None)

    @cached_property
    def as_typed(self):
        """What was found for the words as they were typed."""
        words = self.selection.cleaned["q"]
        return groups(words) if words else []

    @cached_property
    def meant(self):
        """The words with a slip put right, if nothing was found for them as typed."""
        words = self.selection.cleaned["q"]
        return corrected(words) if words and not self.as_typed else None

    @cached_property
    def groups(self):
        """What is shown: of the words as typed, or as they were probably meant; of one kind, if one was asked for."""
        found = groups(self.meant) if self.meant else self.as_typed
        return [group for group in found if self.kind in (None, group.kind)]

    def _page_of_kind(self):
        group, number = self.groups[0], self.selection.cleaned["page"] or 1
        size = self.selection.cleaned["page_size"] or DEFAULT_PAGE_SIZE
        page = Page(None, number, size, group.count)
        if number > page.pages:
            raise NoSuchPage(number, page.pages)
        return Page(list(group.best_first[(number - 1) * size : number * size]), number, size, group.count)

    def _shown(self, group: Group, page):
        return {
            "key": group.kind.key,
            "word": group.kind.word,
            "count": group.count,
            "found": group.found(page.rows if page else None),
            "address": group.address(self.meant or self.selection.cleaned["q"]),
        }


@require_safe
@cache_control(public=True, max_age=A_WHILE)
def suggest(request):
    """``/search/suggest/?q=…``: people, issues and places whose names begin so, as JSON."""
    selection = SuggestFilter(request.GET)
    if not selection.is_valid():
        return bad_query(selection.faults).response(request)
    found = [one for kind in KINDS if kind.key in SUGGESTED for one in _suggestions(kind, selection.cleaned["q"])]
    found = sorted(found, key=lambda one: -one["count"])[:MOST_SUGGESTIONS]
    message = ngettext("%(n)d suggestion", "%(n)d suggestions", len(found)) % {"n": len(found)}
    return JsonResponse({"message": message, "suggestions": found}, json_dumps_params={"ensure_ascii": False})


def _suggestions(kind, text):
    for record in search.beginning_with(kind.public(), text)[:MOST_SUGGESTIONS]:
        name = in_language(record, "name")
        count = record.met
        yield {
            "kind": str(kind.word),
            "name": name.text,
            "lang": name.language,
            "also": _other_script(record, text)._asdict(),
            "count": count,
            "note": ngettext("%(n)d meeting", "%(n)d meetings", count) % {"n": count} if count else "",
            "url": record.get_absolute_url(),
        }


def _other_script(record, text):
    """The name in the language in which it was typed, where that is not the page's; else nothing."""
    for language in ("en", "ru", "ja"):
        name = getattr(record, f"name_{language}")
        if language != get_language() and search.begins_alike(name, text):
            return Localised(name, language)
    return Localised("", "")


@require_safe
@cache_control(public=True, max_age=86400)
def opensearch(request):
    """``/opensearch.xml``: how a browser can search here."""
    context = {
        "search": request.build_absolute_uri(reverse("timeline:search")),
        "here": request.build_absolute_uri(),
        "language": get_language(),
    }
    media_type = "application/opensearchdescription+xml; charset=utf-8"
    return render(request, "timeline/opensearch.xml", context, content_type=media_type)
