"""What the frame of every page needs: the site's name, its sections, this page in every language."""

from typing import NamedTuple

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override, pgettext_lazy

from ..linked_data import breadcrumbs, script
from ..links import canonical_query, translated
from ..models.translated import in_language
from .timeline import request_of

register = template.Library()

LANGUAGE_ORDER = ("en", "ja", "ru")  # by their English names, as the sides stand in English
SECTIONS = (
    ("meeting", pgettext_lazy("section", "Chronology")),
    ("issue", pgettext_lazy("section", "Issues")),
    ("participant", pgettext_lazy("section", "Participants")),
    ("place", pgettext_lazy("section", "Places")),
    ("format", pgettext_lazy("section", "Formats")),
    ("source", pgettext_lazy("section", "Sources")),
    ("about", pgettext_lazy("section", "About")),
)


class Section(NamedTuple):
    """A section of the site; ``current`` is "page" on its first page, "true" within it, else empty."""

    word: str
    href: str
    current: str


class Version(NamedTuple):
    """The page that is shown, in one of the site's languages."""

    code: str
    name: str
    href: str
    absolute: str
    current: bool


@register.simple_block_tag(takes_context=True)
def said(context, content, name):
    """Shows what it encloses, on one line, and keeps it under ``name`` for those who read it elsewhere in the head."""
    context[name] = SafeString(" ".join(content.split()))
    return context[name]


@register.simple_tag(takes_context=True)
def way_for_programs(context, way):
    """The ``way`` to the page, a list in HTML, for search engines; nothing where the page shows none."""
    request = request_of(context)
    found = breadcrumbs(way, request.build_absolute_uri) if request else None
    return script(found) if found else ""


@register.simple_tag
def site_name():
    """The name of the site in the page's language."""
    return settings.SITE_NAME


@register.simple_tag(takes_context=True)
def sections(context):
    """The sections of the site in order, each a ``Section``."""
    match = getattr(request_of(context), "resolver_match", None)
    shown = match.url_name if match and match.namespace == "timeline" else ""
    return [_section(noun, word, shown) for noun, word in SECTIONS]


def _section(noun, word, shown):
    name = noun if noun == "about" else f"{noun}-list"
    first = {name, "home"} if noun == "meeting" else {name}
    current = "page" if shown in first else "true" if shown.split("-")[0] == noun else ""
    return Section(word, reverse(f"timeline:{name}"), current)


@register.simple_tag(takes_context=True)
def page_in_languages(context):
    """This page with its query in every language, each a ``Version``; where there is no such page, the home page."""
    request, names = request_of(context), dict(settings.LANGUAGES)
    return [_version(request, code, names[code]) for code in LANGUAGE_ORDER]


def _version(request, code, name):
    here = request.get_full_path() if request else "/"
    current = code == get_language()
    href = here if current else translated(here, code) or _home(code)
    return Version(code, name, href, request.build_absolute_uri(href) if request else href, current)


def _home(code):
    with override(code):
        return reverse("timeline:home")


@register.simple_tag
def in_page_language(record, name):
    """A translated field where it is in the page's language, else "": for places that cannot show a language."""
    text, language = in_language(record, name)
    return text if language == get_language() else ""


@register.simple_tag(takes_context=True)
def canonical_address(context):
    """The one absolute address of this page: parameters sorted, empty ones and the first page left out."""
    request = request_of(context)
    return request.build_absolute_uri(request.path + canonical_query(request.GET)) if request else ""


@register.simple_tag(takes_context=True)
def absolute(context, path):
    """A path of this site with its scheme and host, as programs on other sites need it."""
    request = request_of(context)
    return request.build_absolute_uri(path) if request else path
