"""So many requests a minute from one address: enough for every honest program, too few to keep others waiting."""

import hashlib
import re
import time
from contextlib import suppress
from functools import cache as cache_for_good

from django.conf import settings
from django.core.cache import cache
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from diplomacy.requests import client_address

from .api.middleware import is_preflight, open_to_all
from .api.negotiation import preferred
from .api.problems import Problem
from .exports.formats import of_list, of_record
from .exports.negotiation import HTML
from .exports.nouns import NOUNS

WINDOW = 60  # seconds
FILE = re.compile(r"/(?:meetings|statements|participants|sources|changes)(?:/[^.]+)?\.[a-z.]+/?")
NOUN = "meetings|statements|participants|sources|changes|formats|issues|places|offices"
LIST_OR_RECORD = re.compile(rf"/(?:[a-z]{{2}}/)?(?:(?:{NOUN})/(?:[^/]+/)?)?")  # the first page is a list, too


class ThrottleMiddleware:
    """Refuses programs that ask too often, by address; what ends in 304 does not count, nor a preflight.

    Counted in Django's cache, which all processes share when ``CACHE_URL`` names one that they can share.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        limit = settings.API_REQUESTS_PER_MINUTE
        if not limit or is_preflight(request) or not is_for_programs(request):
            return self.get_response(request)
        window, passed = divmod(time.time(), WINDOW)
        key = _key(request, window)
        if _count(key) > limit:
            return _refused(request, limit, wait=WINDOW - int(passed))
        response = self.get_response(request)
        if response.status_code == 304:
            _take_back(key)
        return response


def is_for_programs(request):
    """Whether a program asks: the API, a file by its suffix, or a page in another form than HTML."""
    path = request.path_info
    if path.startswith(("/api/", "/oembed/")) or FILE.fullmatch(path):
        return True
    return bool(LIST_OR_RECORD.fullmatch(path)) and preferred(request, [HTML, *media_types()]) != HTML


@cache_for_good
def media_types():
    """Every media type in which a list or record is offered where its page is."""
    forms = [form for noun in NOUNS for form in (*of_list(noun).values(), *of_record(noun).values())]
    return sorted({form.media_type for form in forms if form.negotiated})


def _key(request, window):
    """The counter of an address in this minute; the address itself is not kept."""
    address = hashlib.sha256(f"{settings.SECRET_KEY}{client_address(request)}".encode()).hexdigest()[:32]
    return f"asked:{address}:{int(window)}"


def _count(key):
    """How often the address has asked in this minute, this time included."""
    cache.add(key, 0, 2 * WINDOW)
    try:
        return cache.incr(key)
    except ValueError:  # thrown out by a full cache in between
        cache.add(key, 1, 2 * WINDOW)
        return 1


def _take_back(key):
    with suppress(ValueError):  # thrown out by a full cache in between
        cache.decr(key)


def _refused(request, limit, wait):
    detail = _("Too many requests from your address: at most %(limit)s a minute. Wait %(wait)s seconds.")
    problem = Problem("too_many_requests", detail % {"limit": limit, "wait": wait}, headers={"Retry-After": str(wait)})
    response = open_to_all(problem.response(request))
    patch_vary_headers(response, ["Accept"])  # a reader who asks the same address for a page is not refused
    return response
