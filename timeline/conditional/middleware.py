"""Conditional requests (RFC 9110, section 13) for every page, answer of the API and file that is public."""

import re
from contextlib import contextmanager

from django.conf import settings
from django.http import HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_etags

from ..api.middleware import open_to_all
from ..api.problems import problem_412
from ..throttle import is_for_programs
from . import kept
from .representation import asked_for

FRESH = "public, max-age=300, stale-while-revalidate=86400"
PRIVATE = "private, no-store"
NOT_PUBLIC = ("/admin/", "/health/", "/static/", "/preview/", "/ru/preview/", "/ja/preview/")
NEVER_CHANGED = re.compile(r"/data/[^/]+/[^/]+")  # files of releases, which know their own ETag
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")


class ConditionalMiddleware:
    """Answers 304 with one query to a client that has the answer; stamps what others get.

    An answer that depends on a cookie, sets one, or says itself how long it keeps is left alone: what editors see is
    never stamped, and never kept.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in ("GET", "HEAD") or _is_left_alone(request.path_info):
            return self.get_response(request)
        asked = asked_for(request)
        if _has_it(request, asked):
            return _readable(request, _linked(_stamped(HttpResponseNotModified(), asked), asked))
        anonymous = settings.SESSION_COOKIE_NAME not in request.COOKIES
        response = kept.find(request, asked.etag) if anonymous else None
        if response is None:
            response = self._made(request, asked, keep=anonymous)
        if not response.has_header("ETag"):
            return response
        answer = get_conditional_response(request, asked.etag, asked.last_modified, response)
        if answer.status_code == 412:
            return open_to_all(problem_412(request))
        if answer.status_code == 304:
            if response.has_header("Link"):
                answer["Link"] = response["Link"]
            return _readable(request, answer)
        return answer

    def _made(self, request, asked, keep):
        with _without_conditions(request):
            response = self.get_response(request)
        if response.status_code != 200:
            return response
        _linked(response, asked)
        if _is_for_one_reader(response):
            response.headers.setdefault("Cache-Control", PRIVATE)
            return response
        _stamped(response, asked)
        if keep:
            kept.keep(request, asked.etag, response)
        return response


def _is_left_alone(path):
    return path.startswith(NOT_PUBLIC) or bool(NEVER_CHANGED.fullmatch(path))


def _has_it(request, asked):
    """Whether the client names the ETag of the very answer; ``*`` is left for when it is known that there is one."""
    etags = parse_etags(request.headers.get("If-None-Match", ""))
    return asked.etag in [etag.removeprefix("W/") for etag in etags] and "If-Match" not in request.headers


def _is_for_one_reader(response):
    by_cookie = "cookie" in response.get("Vary", "").lower()
    own_rule = response.get("Cache-Control", FRESH) != FRESH
    return bool(response.cookies) or by_cookie or own_rule


def _stamped(response, asked):
    """``response`` with what tells its version, and for how long it keeps."""
    response["ETag"] = asked.etag
    response["Last-Modified"] = http_date(asked.last_modified)
    response["Cache-Control"] = FRESH
    response["X-Data-Version"] = str(asked.version)
    if asked.vary:
        patch_vary_headers(response, asked.vary)
    return response


def _linked(response, asked):
    """``response`` with the header ``Link``, unless whoever made it knew more to say there."""
    if not response.has_header("Link") and (links := asked.links):
        response["Link"] = links
    return response


def _readable(request, short):
    """``short`` (304), for any web page to read if it may read the whole: its script can have asked by ETag itself."""
    return open_to_all(short) if is_for_programs(request) else short


@contextmanager
def _without_conditions(request):
    """The request without its conditions, so that whoever answers makes the whole answer."""
    conditions = {name: request.META.pop(name) for name in CONDITIONS if name in request.META}
    request.__dict__.pop("headers", None)
    try:
        yield
    finally:
        request.META.update(conditions)
        request.__dict__.pop("headers", None)
