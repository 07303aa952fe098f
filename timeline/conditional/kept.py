"""Answers that were made already, kept in Django's cache for whoever asks the same next.

They are found by their ETag: once the record moves, no request leads to those of the version before.
"""

import hashlib
import zlib

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse

LARGEST = 512 * 1024  # bytes, compressed; what is larger is made anew
HEADERS_LEFT_OUT = {"Date"}


def find(request, etag):
    """The kept answer to ``request``, or ``None``."""
    if not _may_be_kept(request) or (kept := cache.get(_key(request, etag))) is None:
        return None
    content, headers = kept
    return HttpResponse(zlib.decompress(content), headers=headers)


def keep(request, etag, response):
    """Keep ``response`` (200, for everybody) unless it is streamed or large; compressed, as pages are a tenth then."""
    if not _may_be_kept(request) or response.streaming:
        return
    content = zlib.compress(response.content, level=1)
    if len(content) > LARGEST:
        return
    headers = {name: value for name, value in response.items() if name not in HEADERS_LEFT_OUT}
    cache.set(_key(request, etag), (content, headers), settings.KEEP_ANSWERS_SECONDS)


def _may_be_kept(request):
    return request.method == "GET" and settings.KEEP_ANSWERS_SECONDS > 0


def _key(request, etag):
    """Of the ETag and the query string as written: pages repeat its spelling in their links."""
    query = hashlib.sha256(request.META.get("QUERY_STRING", "").encode()).hexdigest()[:16]
    return f"answer:{etag[1:-1]}:{query}"
