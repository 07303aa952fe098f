"""What tells one answer from another: the record's version, the release, the query, the language, the media type."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime, time

from django.utils import timezone

from diplomacy import release

from ..api.negotiation import preferred
from ..exports.asked import ALL, preferred_language
from ..exports.formats import of_list, of_record
from ..links import canonical_query
from ..models import DataVersion
from ..releases import shelf

HTML = "text/html"
JSON = "application/json"
IN_THE_API = {  # addresses that answer in something else than JSON
    "/api/v1/schema/": ["application/vnd.oai.openapi+json", JSON, "application/vnd.oai.openapi", "application/yaml"],
    "/api/v1/docs/": [HTML],
}
CHRONOLOGY = re.compile(r"/(?:[a-z]{2}/)?(?:meetings/(?:[0-9]+/)?)?")
PAGE = re.compile(r"/(?:[a-z]{2}/)?(?P<noun>[a-z]+)/(?P<key>[^/]+/)?")
FILE = re.compile(r"/(?P<noun>[a-z]+)(?P<key>/[^.]+)?\.(?P<suffix>[a-z.]+)")
RELEASES = re.compile(r"/(?:[a-z]{2}/)?data/")


@dataclass(frozen=True)
class Representation:
    """The answer that a request asks for. ``vary``: the headers that chose it; ``dated``: it tells today's date."""

    request: object
    version: DataVersion
    media_type: str | None
    language: str
    dated: bool
    vary: tuple
    made_by: release.Release = field(default_factory=lambda: release.current())

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
        ]
        return f'"{hashlib.sha256(repr([str(fact) for fact in facts]).encode()).hexdigest()[:32]}"'

    @property
    def last_modified(self):
        """When the answer last changed, in whole seconds: with the record, the release, or the day that it tells."""
        moments = [self.version.moved_at.timestamp(), self.made_by.deployed_at]
        if self.dated:
            moments.append(timezone.make_aware(datetime.combine(timezone.localdate(), time())).timestamp())
        return int(max(moments))


def asked_for(request):
    """The ``Representation`` that ``request`` asks for; one query."""
    version = DataVersion.objects.current()
    if request.path_info.startswith("/api/"):
        media_type = preferred(request, IN_THE_API.get(request.path_info, [JSON]))
        return Representation(request, version, media_type, "", False, ("Accept",))
    if file := FILE.fullmatch(request.path_info):
        return _as_file(request, version, _formats(file).get(file["suffix"]), ())
    if RELEASES.match(request.path_info):
        return Representation(request, version, HTML, "", True, (), shelf.stamp(release.current()))
    page = PAGE.fullmatch(request.path_info)
    forms = of_list("meetings") if CHRONOLOGY.fullmatch(request.path_info) else _formats(page) if page else {}
    formats = {form.media_type: form for form in forms.values() if form.negotiated}
    if not formats:
        return Representation(request, version, HTML, "", True, ())
    media_type = preferred(request, [HTML, *formats])
    if media_type == HTML:
        return Representation(request, version, HTML, "", True, ("Accept",))
    return _as_file(request, version, formats.get(media_type), ("Accept",))


def _formats(address):
    return (of_record if address["key"] else of_list)(address["noun"])


def _as_file(request, version, form, vary):
    """A file in the format ``form``; ``None`` for the schema of a table, and for what does not exist."""
    if form is None:
        return Representation(request, version, None, "", False, vary)
    chosen_by_header = form.language != ALL and not request.GET.get("lang")
    language = preferred_language(request) if chosen_by_header else ""
    vary = (*vary, "Accept-Language") if chosen_by_header else vary
    return Representation(request, version, form.suffix, language, form.dated, vary)
