"""What tells one answer from another: the record's version, the release, the query, the language, the media type."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime, time

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language_from_path, override

from diplomacy import release

from ..api.addresses import LISTS_ON_PAGES
from ..api.negotiation import preferred
from ..exports.asked import ALL, default_language, preferred_language
from ..exports.formats import Format, of_list, of_record
from ..exports.relations import NOTHING_ELSE, Thing, of_api_record, of_file, of_page, shown_on_page
from ..exports.relations import RELEASES as OF_RELEASES
from ..links import canonical_query
from ..models import DataVersion
from ..releases import shelf

HTML = "text/html"
JSON = "application/json"
IN_THE_API = {  # addresses that answer in something else than JSON
    "/api/v1/schema/": ["application/vnd.oai.openapi+json", JSON, "application/vnd.oai.openapi", "application/yaml"],
    "/api/v1/docs/": [HTML],
}
RECORDS = ("organisations", "series", *LISTS_ON_PAGES)
API_RECORD = re.compile(rf"/api/v1/(?P<noun>{'|'.join(RECORDS)})/(?!counts/)(?P<key>[-\w]+(?:/[0-9]+)?)/", re.ASCII)
IN_A_FRAME = re.compile(r"(?P<prefix>/(?:[a-z]{2}/)?)embed/(?P<rest>.*)")  # shows what a page shows
NO_PAGES = ("/oembed/", "/search/suggest/")  # addresses that end in a slash as those of pages do
FILE = re.compile(r"/(?P<noun>[a-z]+)(?P<key>/[^.]+)?\.(?P<suffix>[a-z.]+)")
RELEASES = re.compile(rf"/(?:[a-z]{{2}}/)?data/(?:(?P<number>{shelf.NUMBER})/)?")


@dataclass(frozen=True)
class Representation:
    """The answer that a request asks for. ``vary``: the headers that chose it; ``dated``: it tells today's date.

    ``thing`` is what it is about, ``form`` the format of a file, ``None`` for a page.
    """

    request: object
    version: DataVersion
    media_type: str | None
    language: str
    dated: bool
    vary: tuple
    made_by: release.Release = field(default_factory=lambda: release.current())
    thing: Thing = NOTHING_ELSE
    form: Format | None = None

    @property
    def etag(self):
        """Strong: whatever changes a byte of the answer changes it."""
        facts = [
            self.made_by.digest,
            self.version,
            self.version.moved_at.isoformat(),
            self.request.build_absolute_uri(self.request.path) + canonical_query(self.request.GET),
            self.media_type,
            self.language,
            timezone.localdate() if self.dated else "",
            settings.SITE_HOST,
            settings.HTTPS,
        ]
        return f'"{hashlib.sha256(repr([str(fact) for fact in facts]).encode()).hexdigest()[:32]}"'

    @property
    def last_modified(self):
        """When the answer last changed, in whole seconds: with the record, the release, or the day that it tells."""
        moments = [self.version.moved_at.timestamp(), self.made_by.deployed_at]
        if self.dated:
            moments.append(timezone.make_aware(datetime.combine(timezone.localdate(), time())).timestamp())
        return int(max(moments))

    @property
    def links(self):
        """The header ``Link``, or "" where it takes a query to tell: a list of the API names its last page."""
        request, thing = self.request, self.thing
        with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
            if self.form is not None and self.form.render is not None:
                return of_file(
                    request, thing, self.form, request.GET.get("lang") or default_language(request, self.form)
                )
            if thing.key and (self.form or self.media_type == JSON):
                return of_api_record(request, thing)
            return of_page(request, thing, _shown_in_full(request.path)) if self._is_page else ""

    @property
    def _is_page(self):
        path = self.request.path_info
        return self.media_type == HTML and path.endswith("/") and not path.endswith(NO_PAGES)


def _shown_in_full(path):
    """The path of the page that a frame for other sites shows; other paths as they are."""
    framed = IN_A_FRAME.fullmatch(path)
    return framed["prefix"] + framed["rest"] if framed else path


def asked_for(request):
    """The ``Representation`` that ``request`` asks for; one query."""
    version = DataVersion.objects.current()
    if request.path_info.startswith("/api/"):
        media_type = preferred(request, IN_THE_API.get(request.path_info, [JSON]))
        record = API_RECORD.fullmatch(request.path_info)
        thing = Thing(**record.groupdict()) if record else NOTHING_ELSE
        return Representation(request, version, media_type, "", False, ("Accept",), thing=thing)
    if file := FILE.fullmatch(request.path_info):
        thing = Thing(file["noun"], (file["key"] or "").strip("/"))
        return _as_file(request, version, _formats(thing).get(file["suffix"]), (), thing)
    if releases := RELEASES.fullmatch(request.path_info):
        thing = Thing(OF_RELEASES, releases["number"] or "")
        return Representation(request, version, HTML, "", True, (), shelf.stamp(release.current()), thing)
    thing = shown_on_page(request.path_info)
    formats = {form.media_type: form for form in _formats(thing).values() if form.negotiated}
    if not formats:
        return Representation(request, version, HTML, "", True, (), thing=thing)
    media_type = preferred(request, [HTML, *formats])
    if media_type == HTML:
        return Representation(request, version, HTML, "", True, ("Accept",), thing=thing)
    return _as_file(request, version, formats.get(media_type), ("Accept",), thing)


def _formats(thing):
    return (of_record if thing.key else of_list)(thing.noun)


def _as_file(request, version, form, vary, thing):
    """A file in the format ``form``; ``None`` for the schema of a table, and for what does not exist."""
    if form is None:
        return Representation(request, version, None, "", False, vary)
    chosen_by_header = form.language != ALL and not request.GET.get("lang")
    language = preferred_language(request) if chosen_by_header else ""
    vary = (*vary, "Accept-Language") if chosen_by_header else vary
    return Representation(request, version, form.suffix, language, form.dated, vary, thing=thing, form=form)
