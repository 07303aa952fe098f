"""What an answer is to others (RFC 8288): its one address, its other formats, what to cite, what describes it.

All of it follows from the address asked for, so that an answer of 304 can say it without a query.
"""

import re
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override

from ..api.addresses import LISTS_ON_PAGES
from ..api.link_header import LICENSE, joined, link_header
from ..links import canonical_query, query_text, translated
from ..releases.names import PACKAGE
from .alternates import formats_of_list, formats_of_record
from .asked import ALL
from .columns import COLUMNS

HTML = "text/html"
JSON = "application/json"
OPENAPI = "application/vnd.oai.openapi+json"
RELEASES = "data"
LICENSED = ("license", LICENSE, "")


class Thing(NamedTuple):
    """What an address is about: a list, its meetings of one ``year``, a record in it (``key``), or something else."""

    noun: str = ""
    key: str = ""
    year: int | None = None


NOTHING_ELSE = Thing()
CHRONOLOGY = re.compile(r"/(?:[a-z]{2}/)?(?:meetings/(?:(?P<year>[0-9]+)/)?)?")
PAGE = re.compile(r"/(?:[a-z]{2}/)?(?P<noun>[a-z]+)/(?P<key>[^/]+/)?")


def shown_on_page(path):
    """What the page at ``path`` is about."""
    if chronology := CHRONOLOGY.fullmatch(path):
        return Thing("meetings", year=int(chronology["year"]) if chronology["year"] else None)
    page = PAGE.fullmatch(path)
    if page is None or page["noun"] not in LISTS_ON_PAGES:
        return NOTHING_ELSE
    return Thing(page["noun"], (page["key"] or "").strip("/"))


def of_page(request, thing, path=None):
    """The header of a page for people, in the active language; ``path`` is its own if it is shown at another."""
    here = (path or request.path) + canonical_query(request.GET)
    return joined(
        [
            ("canonical", request.build_absolute_uri(here), ""),
            ("cite-as", _permanent(request, thing), ""),
            *_described(request, thing),
            LICENSED,
            *_alternates(request, thing, "html"),
            *_in_other_languages(request, here),
        ]
    )


def of_file(request, thing, form, language):
    """The header of a file in the format ``form``, its texts in ``language`` (``ALL`` for every one)."""
    query = request.GET.copy()
    own = {name: query.pop(name)[-1] for name in ("lang", *form.takes) if name in query}
    if thing.year:
        query["year"] = str(thing.year)
    said = query.copy()
    said.update({name: value for name, value in own.items() if name != "lang"})
    if "lang" in form.takes and language != ALL:
        said["lang"] = language
    name = f"{thing.noun}/{thing.key}" if thing.key else thing.noun
    here = request.build_absolute_uri(f"/{name}.{form.suffix}{canonical_query(said)}")
    with override(get_language() if language == ALL else language):
        return joined(
            [
                ("self", here, form.media_type),
                ("canonical", here, ""),
                ("cite-as", _permanent(request, thing), ""),
                *_describing(request, thing, form, language),
                LICENSED,
                ("alternate", _page(request, thing, canonical_query(query)), HTML),
                *_alternates(request, thing, form.suffix, query),
            ]
        )


def of_api_record(request, thing):
    """The header of a record in the API, or in its format JSON by any other address."""
    return link_header(
        request,
        [
            ("self", request.build_absolute_uri(request.path), ""),
            ("up", request.build_absolute_uri(reverse(f"api:{thing.noun}")), ""),
            ("canonical", _in_the_api(request, thing) + canonical_query(request.GET), ""),
            ("cite-as", _permanent(request, thing) or _in_the_api(request, thing), ""),
            ("alternate", _page(request, thing), HTML),
            *_alternates(request, thing, "json"),
        ],
    )


def of_api_list(request, noun):
    """What a list of the API says beside its pages: its own address and the files with the same rows."""
    thing = Thing(noun)
    return [
        ("canonical", _in_the_api(request, thing) + canonical_query(request.GET), ""),
        *_alternates(request, thing, "json"),
    ]


def _alternates(request, thing, shown, query=None):
    """The formats but the one that is ``shown``."""
    for suffix, form in formats_of(thing, request.GET if query is None else query).items():
        if suffix != shown:
            yield "alternate", request.build_absolute_uri(form.href), form.media_type


def formats_of(thing, query):
    """The formats of ``thing`` by suffix, each an ``Alternate``; of a list, with the query string of its page."""
    if thing.key:
        return formats_of_record(thing.noun, thing.key)
    return formats_of_list(thing.noun, query, thing.year)


def _in_other_languages(request, here):
    """The page at the address ``here`` in the languages that are not active, each with its code (``hreflang``)."""
    for code in dict(settings.LANGUAGES):
        if code != get_language() and (there := translated(here, code)):
            yield "alternate", request.build_absolute_uri(there), HTML, code


def _page(request, thing, query=""):
    """The page of a list or record in the active language; ``None`` if it has none."""
    if thing.noun == "statements" and thing.key:
        meeting, _slash, number = thing.key.partition("/")
        return f"{_page(request, Thing('meetings'))}{meeting}/#s{number}"
    if thing.noun not in LISTS_ON_PAGES:
        return None
    path = reverse(f"timeline:{LISTS_ON_PAGES[thing.noun]}")
    return request.build_absolute_uri(path + (f"{thing.key}/" if thing.key else query))


def _permanent(request, thing):
    """The address that names a record for good, without a language in it (RFC 8574); ``None`` for a list."""
    if not thing.key:
        return None
    with override(settings.LANGUAGE_CODE):
        if thing.noun == RELEASES:
            return request.build_absolute_uri(reverse("timeline:release-detail", args=[thing.key]))
        return _page(request, thing)


def _in_the_api(request, thing):
    listing = reverse(f"api:{thing.noun}")
    return request.build_absolute_uri(f"{listing}{thing.key}/" if thing.key else listing)


def _described(request, thing):
    """What describes a page: the data dictionary, or the package of a release."""
    if thing.noun in COLUMNS:
        yield "describedby", request.build_absolute_uri(f"{reverse('timeline:data-dictionary')}#{thing.noun}"), HTML
    elif thing.noun == RELEASES and thing.key:
        yield "describedby", request.build_absolute_uri(reverse("releases:file", args=[thing.key, PACKAGE])), JSON


def _describing(request, thing, form, language):
    """What describes a file: of a table its schema and the data dictionary, of the API's rows the API's schema."""
    if form.suffix == "csv":
        said = query_text([] if language == ALL else [("lang", language)])
        yield "describedby", request.build_absolute_uri(f"/{thing.noun}.schema.json{said}"), JSON
        yield from _described(request, thing)
    elif form.suffix == "ndjson":
        yield "describedby", request.build_absolute_uri(reverse("api:schema")), OPENAPI
