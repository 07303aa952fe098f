"""oEmbed 1.0 (https://oembed.com/): what another site puts where somebody pasted the address of one of our pages.

``/oembed/?url=…`` answers for the chronology with any query string, for its years and for meetings. Parameters that the
standard does not know are passed over, as it wants; what it knows is checked, and so is the query of the page.
"""

import io
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse, JsonResponse, QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views import View

from .api.middleware import open_to_all
from .api.problems import Problem, bad_query
from .filters import Fault, MeetingFilter, MeetingOfYearFilter, filters_in_words, nearest
from .links import query_text
from .models import FormerKey, Meeting, Noun
from .models.translated import in_language
from .punctuation import labelled

FORMATS = ("json", "xml")
LISTS = {"timeline:home", "timeline:meeting-list", "timeline:meeting-year"}
RECORD = "timeline:meeting-detail"
WIDTH, HEIGHT_OF_LIST, HEIGHT_OF_MEETING = 600, 480, 320  # pixels, unless less is asked for
KEEPS = 86_400  # seconds: the frame itself is always as new as the record
MAY = "allow-popups allow-popups-to-escape-sandbox"  # links open beside the frame; nothing else is needed


class OEmbed(View):
    """``/oembed/``: which frame shows the page with the address ``url``, in the format ``format``."""

    http_method_names = ["get", "head", "options"]

    def get(self, request):
        try:
            written = {"json": _in_json, "xml": _in_xml}[_format(request)]
            return open_to_all(written(_answer(request)))
        except Problem as problem:
            return open_to_all(problem.response(request))


@dataclass(frozen=True)
class Frame:
    """What shows a page on other sites: the path of the frame, its title and its height in pixels."""

    path: str
    title: str
    height: int


def snippet(request, frame, width=WIDTH, height=None):
    """The HTML that puts ``frame`` into a page; it may open links beside it and do nothing else."""
    address = request.build_absolute_uri(frame.path)
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" sandbox="{}" loading="lazy" '
        'style="border: 0; max-width: 100%"></iframe>',
        *(address, frame.title, width, height or frame.height, MAY),
    )


def frame_of_list(selection):
    """The ``Frame`` of the meetings that ``selection`` (a valid ``MeetingFilter``) chooses, in the active language."""
    pairs, chosen = selection.pairs(leaving_out=("page", "page_size")), filters_in_words(selection.chips())
    title = labelled(settings.SITE_NAME, chosen) if chosen else str(settings.SITE_NAME)
    return Frame(reverse("timeline:embed-meetings") + query_text(pairs), title, HEIGHT_OF_LIST)


def frame_of_meeting(meeting):
    """The ``Frame`` of a meeting, in the active language."""
    title = in_language(meeting, "title").text
    return Frame(reverse("timeline:embed-meeting", args=[meeting.key]), title, HEIGHT_OF_MEETING)


def _answer(request):
    """The facts of the answer, by the names that the standard gives them."""
    widest, highest = (_pixels(request, name) for name in ("maxwidth", "maxheight"))
    frame = _frame(request, _given(request, "url"))
    width, height = min(WIDTH, widest or WIDTH), min(frame.height, highest or frame.height)
    return {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": str(settings.SITE_NAME),
        "provider_url": request.build_absolute_uri("/"),
        "cache_age": KEEPS,
        "html": snippet(request, frame, width, height),
        "width": width,
        "height": height,
    }


def _frame(request, url):
    """The ``Frame`` that shows the page at ``url``; raises the ``Problem`` that there is none."""
    try:
        parts = urlsplit(url)
        ours = parts.scheme in ("http", "https") and parts.hostname == urlsplit(f"//{request.get_host()}").hostname
    except ValueError:  # no address at all
        ours = False
    if not ours:
        raise _nothing_to_embed(url)
    with override(get_language_from_path(parts.path) or settings.LANGUAGE_CODE):
        try:
            match = resolve(parts.path)
        except Resolver404:
            raise _nothing_to_embed(url) from None
        if match.view_name in LISTS:
            return _frame_of_list_at(parts, match)
        meeting = _meeting(match.kwargs.get("key", ""))
        if match.view_name != RECORD or meeting is None:
            raise _nothing_to_embed(url)
        return frame_of_meeting(meeting)


def _meeting(key):
    """The public meeting with this key, or with the former one, as its page leads on; ``None`` if there is none."""
    meetings = Meeting.objects.published()
    if meeting := meetings.filter(key=key).first():
        return meeting
    return meetings.filter(key=FormerKey.objects.leads(Noun.MEETING, [key])[key]).first()


def selection_of(query, year=None):
    """The filter set that reads ``query`` (a ``QueryDict``) as the chronology does; ``year`` is that of the page."""
    data = query.copy()
    if year:
        data["year"] = str(year)
    return MeetingFilter(data)


def _frame_of_list_at(parts, match):
    year, query = match.kwargs.get("year"), QueryDict(parts.query)
    if year and not Meeting.objects.published().in_year(year).exists():
        raise _nothing_to_embed(parts.geturl())
    if faults := (MeetingOfYearFilter if year else MeetingFilter)(query).faults:
        raise Problem("not_found", bad_query(faults).sentence, faults)
    return frame_of_list(selection_of(query, year))


def _nothing_to_embed(url):
    message = str(_("There is nothing to embed at this address: only the chronology and meetings of this site are."))
    return Problem("not_found", message, [Fault("url", url, "not_found", message)])


def _format(request):
    asked = request.GET.get("format") or FORMATS[0]
    if asked not in FORMATS:
        message = str(_("There is no such format here."))
        fault = Fault("format", asked, "unknown_format", message, nearest(asked, FORMATS), list(FORMATS))
        raise Problem("not_implemented", message, [fault])
    return asked


def _given(request, name):
    if value := request.GET.get(name):
        return value
    raise bad_query([Fault(name, "", "required", str(_("Say which page is to be embedded.")))])


def _pixels(request, name):
    """The number given under ``name``; ``None`` if it was not given."""
    value = request.GET.get(name)
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and int(value[:9]) > 0):
        raise bad_query([Fault(name, value, "invalid", str(_("A number of pixels is wanted, from 1.")))])
    return int(value[:9])


def _in_json(facts):
    return JsonResponse(facts, json_dumps_params={"ensure_ascii": False})


def _in_xml(facts):
    text = io.StringIO()
    xml = SimplerXMLGenerator(text, "utf-8")
    xml.startDocument()
    xml.startElement("oembed", {})
    for name, value in facts.items():
        xml.addQuickElement(name, str(value))
    xml.endElement("oembed")
    return HttpResponse(text.getvalue(), content_type="text/xml; charset=utf-8")
