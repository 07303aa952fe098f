"""What the templates need beside Django's own tags: sides, levels, dates, languages, addresses."""

from typing import NamedTuple

from django import template
from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.translation import get_language, gettext_lazy, override, pgettext_lazy
from django.utils.translation import gettext as _

from ..arrangement import sides as sides_in_order
from ..axis import bracket, mark
from ..dates import date_words, day_words, edtf
from ..links import canonical_query, changed_query, query_text
from ..models import Statement
from ..models.translated import Localised, in_language

register = template.Library()

SIDE_CSS = {"JP": "jp", "RU": "ru", "joint": "both", "observer": "obs"}

IN_LANGUAGE = {
    "en": gettext_lazy("in English"),
    "ru": gettext_lazy("in Russian"),
    "ja": gettext_lazy("in Japanese"),
}
LANGUAGE_ORDER = ("en", "ja", "ru")
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


@register.simple_tag
def site_name():
    """The name of the site in the page's language."""
    return settings.SITE_NAME


@register.simple_tag(takes_context=True)
def sections(context):
    """The sections of the site in order, each a ``Section``."""
    match = getattr(_request(context), "resolver_match", None)
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
    request = _request(context)
    names = dict(settings.LANGUAGES)
    return [_version(request, code, names[code]) for code in LANGUAGE_ORDER]


def _version(request, code, name):
    here = request.get_full_path() if request else "/"
    current = code == get_language()
    href = here if current else _translated(here, code)
    return Version(code, name, href, request.build_absolute_uri(href) if request else href, current)


def _translated(address, code):
    there = translate_url(address, code)
    if there != address:
        return there
    with override(code):
        return reverse("timeline:home")


@register.simple_tag(takes_context=True)
def canonical_address(context):
    """The one absolute address of this page: parameters sorted, empty ones and the first page left out."""
    request = _request(context)
    return request.build_absolute_uri(request.path + canonical_query(request.GET)) if request else ""


@register.simple_tag(takes_context=True)
def asked(context, name):
    """What the query string asks under ``name``, or nothing."""
    request = _request(context)
    return request.GET.get(name, "") if request else ""


@register.simple_tag(takes_context=True)
def query_with(context, **changes):
    """The query string with ``changes`` made ("" takes a parameter away), from its "?", or "" if nothing is left.

    The page number goes unless it is one of the changes. Write the path before it:
    ``{{ request.path }}{% query_with … %}``.
    """
    return query_text(changed_query(_query(context), changes))


@register.simple_tag(takes_context=True)
def query_without(context, *names):
    """The query string without these parameters and the page number, from its "?", or ""."""
    return query_text(changed_query(_query(context), dict.fromkeys(names, "")))


@register.inclusion_tag("components/side.html")
def side(code, one=False):
    """A side (RU, JP, joint, observer) as shape and word; ``one`` says "Observer" rather than "Observers"."""
    word = _("Observers") if code == "observer" and not one else Statement.Side(code).label
    return {"css": SIDE_CSS[code], "word": word}


@register.filter
def side_css(code):
    """The class of a side: jp, ru, both, obs."""
    return SIDE_CSS[code]


@register.simple_tag
def sides():
    """The codes of the two sides, by their names in the reader's language."""
    return sides_in_order()


@register.inclusion_tag("components/level.html")
def level(rank, status="held", vague=False):
    """The axis's mark for a level (1–5) and a status, to stand before the word; ``vague`` adds a bracket."""
    width = 24 if status == "postponed" or vague else 16
    x = 12 if vague else 8
    return {"mark": mark(rank, status, x, 8), "width": width, "bracket": bracket(1, 23, 9) if vague else ""}


@register.inclusion_tag("components/sign.html")
def sign(kind):
    """The drawn sign of doubt: differ, high, medium, low."""
    return {"kind": kind}


@register.inclusion_tag("components/localised.html")
def localised(value, name=None):
    """A recorded text in the page's language or, with its ``lang`` and a word, in another.

    ``value`` is a ``Localised``, or a record whose field ``name`` is shown.
    """
    text, language = in_language(value, name) if name else Localised(*value)
    foreign = language if language != get_language() else ""
    return {"text": text, "language": foreign, "word": IN_LANGUAGE.get(foreign, "")}


@register.inclusion_tag("components/dates.html")
def meeting_dates(meeting):
    """When a meeting was, in words; a partial date says that the day is not known."""
    machine = edtf(meeting.start, meeting.end, meeting.precision)
    vague = {"month": _("day not known"), "year": _("month and day not known")}.get(meeting.precision, "")
    words = date_words(meeting.start, meeting.end, meeting.precision)
    return {"words": words, "machine": "" if "/" in machine else machine, "vague": vague}


@register.filter(name="day_words")
def day_in_words(day):
    """A day in words, in the page's language."""
    return day_words(day)


def _request(context):
    return context.get("request") or getattr(context, "request", None)


def _query(context):
    request = _request(context)
    return request.GET if request else {}
