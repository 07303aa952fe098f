"""An export as an HTTP answer: streamed, conditional, and never complete in looks when it is not in fact."""

import hashlib
from itertools import chain, islice

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import content_disposition_header, http_date
from django.utils.text import slugify

from ..api.middleware import EXPOSED
from ..api.pagination import link_header
from .asked import ALL, LANGUAGES
from .export import in_language

FRESH = "public, max-age=300, stale-while-revalidate=86400"
LONGEST_NAME = 120


def answer(export, form, *, as_file=True):
    """The answer with ``export`` in the format ``form``; 304 if the client has it; ``as_file`` if a suffix asked."""
    etag = _etag(export, form)
    changed = int(export.version.moved_at.timestamp())
    response = get_conditional_response(export.request, etag=etag, last_modified=changed) or _whole(export, form)
    response["ETag"] = etag
    response["X-Data-Version"] = str(export.version)
    response["Content-Language"] = ", ".join(LANGUAGES) if export.language == ALL else export.language
    response["Link"] = _links(export, form)
    if form.attached and as_file:
        response["Content-Disposition"] = content_disposition_header(True, file_name(export, form))
    if form.language != ALL and not export.request.GET.get("lang"):
        patch_vary_headers(response, ["Accept-Language"])
    return open_to_all(response)


def open_to_all(response):
    """The answer, for any web page to read and for caches to keep for a while."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = EXPOSED
    response.setdefault("Cache-Control", FRESH if response.status_code < 400 else "no-store")
    return response


def _whole(export, form):
    """Everything, as it is written; what fails within the first rows still fails as an error page.

    A later failure ends the connection before the last piece: the client is told, and nothing was closed in the file.
    """
    headers = {"X-Total-Count": str(export.count), "Last-Modified": http_date(export.version.moved_at.timestamp())}
    if export.request.method == "HEAD":
        return HttpResponse(content_type=form.header, headers=headers)
    parts = in_language(form.render(export), "en" if export.language == ALL else export.language)
    return StreamingHttpResponse(chain(list(islice(parts, 2)), parts), content_type=form.header, headers=headers)


def _etag(export, form):
    """Strong: the same for the same bytes only."""
    facts = [export.address, export.version, form.header, export.bom, export.today if form.dated else ""]
    return f'"{hashlib.sha256(repr([str(fact) for fact in facts]).encode()).hexdigest()[:32]}"'


def _links(export, form):
    schema = export.request.build_absolute_uri(f"/{export.noun.name}.schema.json") if form.suffix == "csv" else None
    links = [
        ("self", export.address, form.media_type),
        ("alternate", export.page, "text/html"),
        ("describedby", schema, "application/json"),
    ]
    return link_header(export.request, links)


def file_name(export, form):
    """A name that says the query and the version: ``meetings_two-plus-two_2013-2019_v2026.11.2.csv``."""
    asked = [slugify(value.replace("/", "_"), allow_unicode=True) for _name, value in export.query]
    words = "_".join([export.name.replace("/", "_"), *filter(None, asked)])[:LONGEST_NAME]
    return f"{words}_v{export.version}.{form.suffix}"
