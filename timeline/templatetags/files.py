"""The record as files, on its pages: the box of formats, links for programs, citations, metadata."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from .. import oembed
from ..cards import cards
from ..citations.cited import lines, site_of
from ..citations.works import work_of_meeting, work_of_source
from ..exports import jsonld
from ..exports.alternates import formats_of_list, formats_of_record
from ..exports.asked import ALL
from ..exports.export import Export
from ..exports.formats import PURPOSES
from ..exports.nouns import NOUNS
from ..exports.read import former_dates_of
from ..exports.relations import formats_of, shown_on_page
from ..linked_data import script
from ..links import canonical_query, query_text
from ..models import DataVersion, Meeting
from .timeline import query_of, request_of

register = template.Library()

SUBSCRIBED = "webcal"  # the scheme that opens a calendar program


def _grouped(links):
    """Pairs of what formats are good for and their links."""
    groups = [(purpose, [links[suffix] for suffix in suffixes if suffix in links]) for purpose, suffixes in PURPOSES]
    return [(purpose, found) for purpose, found in groups if found]


@register.inclusion_tag("components/alternates.html", takes_context=True)
def alternates_of_page(context):
    """For the head of a page: the list or record that it shows in other formats, as the header ``Link`` has them."""
    request = request_of(context)
    return {"links": formats_of(shown_on_page(request.path_info), request.GET).values() if request else ()}


@register.inclusion_tag("components/in_json.html", takes_context=True)
def page_in_json(context):
    """The way to a page's JSON where that is its one other format; more have a box of their own."""
    request = request_of(context)
    formats = formats_of(shown_on_page(request.path_info), request.GET) if request else {}
    return {"href": formats["json"].href if [*formats] == ["json"] else ""}


@register.inclusion_tag("components/oembed.html", takes_context=True)
def oembed_of_page(context):
    """For the head of a page that other sites can embed: where programs learn how (https://oembed.com/)."""
    request = request_of(context)
    if request is None:
        return {}
    page = request.build_absolute_uri(request.path + canonical_query(request.GET))
    asked = {form: query_text([("url", page), ("format", form)]) for form in oembed.FORMATS}
    return {form: request.build_absolute_uri(reverse("oembed") + text) for form, text in asked.items()}


@register.inclusion_tag("components/use.html", takes_context=True)
def use_list(context, noun, year=None):
    """The box "Use this list": every format of the list that a page shows, how to subscribe, to cite and to embed."""
    links, request = formats_of_list(noun, query_of(context), year), request_of(context)
    asked = links["json"].href.partition("?")[2]
    table = links["csv"].href
    return {
        "groups": _grouped(links),
        "for_excel": f"{table}{'&' if '?' in table else '?'}bom=1",
        "calendar": _subscribed(request, links["ics"].href) if "ics" in links and request else "",
        "cite": f"{reverse('timeline:cite-list', args=[noun])}{f'?{asked}' if asked else ''}",
        "dictionary": f"{reverse('timeline:data-dictionary')}#{noun}",
        "embed": _snippet(request, year) if noun == "meetings" and request else "",
    }


def _snippet(request, year):
    return oembed.snippet(request, oembed.frame_of_list(oembed.selection_of(request.GET, year)))


def _subscribed(request, href):
    return f"{SUBSCRIBED}://{request.get_host()}{href}"


@register.inclusion_tag("components/cite.html", takes_context=True)
def cite_meeting(context, meeting):
    """The box "Cite this" of a meeting."""
    site = site_of(request_of(context))
    return _cited("meetings", meeting.key, lambda language: work_of_meeting(site, meeting, language))


@register.inclusion_tag("components/cite.html", takes_context=True)
def cite_source(context, source):
    """The box "Cite this" of a source: what others published, not our page about it."""
    site = site_of(request_of(context))
    return _cited("sources", source.key, lambda language: work_of_source(site, source, language))


def _cited(noun, key, work_in):
    return {"lines": lines(work_in), "groups": _grouped(formats_of_record(noun, key))}


@register.simple_tag(takes_context=True)
def linked_data_of(context, meeting):
    """A meeting (its sources loaded) in the words of schema.org, for search engines that read its page."""
    request, rows = request_of(context), Meeting.objects.filter(pk=meeting.pk)
    version, today = DataVersion.objects.current(), timezone.localdate()
    export = Export(request, NOUNS["meetings"], rows, ALL, version, today, "jsonld")
    card = cards(rows)[0]
    return script(jsonld.event(export, card, meeting.sources.all(), former_dates_of([card])[card.key]))


@register.inclusion_tag("components/citation_meta.html", takes_context=True)
def citation_meta(context, meeting):
    """Metadata of a meeting's page that reference managers read."""
    site = site_of(request_of(context))
    permanent = f"{site.address(settings.LANGUAGE_CODE, 'meeting-list')}{meeting.key}/"
    return {"work": work_of_meeting(site, meeting, get_language()), "permanent": permanent}


@register.inclusion_tag("components/citation_meta.html", takes_context=True)
def citation_meta_of_source(context, source):
    """The same of a source: what its publisher put out, so that a manager does not take our page for it."""
    work = work_of_source(site_of(request_of(context)), source, get_language())
    return {"work": work, "permanent": work.url}
