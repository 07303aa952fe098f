"""Answers travel compressed, except where a secret stands in them."""

import re
from http import HTTPStatus

from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

ACCEPTS_GZIP = re.compile(r"\bgzip\b")


class PublicGZipMiddleware(GZipMiddleware):
    """Compresses what the public reads, which holds no secret that its length could betray (BREACH); not the admin.

    A part of a file stays the part that was asked for.
    """

    def process_response(self, request, response):
        if request.path_info.startswith("/admin/") or response.status_code == HTTPStatus.PARTIAL_CONTENT:
            return response
        if response.status_code == 304:
            return _as_if_compressed(request, response)
        return super().process_response(request, response)


def _as_if_compressed(request, response):
    """A 304 with the ``Vary`` and the weak ETag that the compressed answer would carry (RFC 9110, section 15.4.5)."""
    patch_vary_headers(response, ("Accept-Encoding",))
    etag = response.get("ETag", "")
    if etag.startswith('"') and ACCEPTS_GZIP.search(request.headers.get("Accept-Encoding", "")):
        response["ETag"] = f"W/{etag}"
    return response
