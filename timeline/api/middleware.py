"""What every answer under ``/api/`` carries, whoever made it: CORS, caching, and a problem for each error."""

from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

from . import problems

PREFIX = "/api/"
OEMBED = "/oembed/"
METHODS = "GET, HEAD, OPTIONS"
EXPOSED = "Link, ETag, Last-Modified, X-Data-Version, X-Total-Count, Retry-After"
ASKED = "Accept, Accept-Language, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, Range"


class ApiHeadersMiddleware:
    """Lets any web page read the API, and lets no answer leave it without the headers that clients count on."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info == OEMBED and is_preflight(request):
            return preflight()
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        response = preflight() if is_preflight(request) else self.get_response(request)
        response = _as_problem(request, response)
        open_to_all(response)
        _say_how_long_it_keeps(response)
        patch_vary_headers(response, ["Accept"])
        return response


def is_preflight(request):
    """Whether a browser asks whether a page of another site may ask."""
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers


def preflight():
    """The answer to that: any page may read, with the headers that conditional and partial requests have."""
    response = HttpResponse(
        status=204,
        headers={
            "Allow": METHODS,
            "Access-Control-Allow-Methods": METHODS,
            "Access-Control-Allow-Headers": ASKED,
            "Access-Control-Max-Age": "86400",
        },
    )
    return open_to_all(response)


def _as_problem(request, response):
    """The answer, or the problem that stands for an error page which was made for people."""
    made_for_people = response.get("Content-Type", "") != problems.MEDIA_TYPE
    shown_to_developers = settings.DEBUG and response.status_code == 500
    if response.status_code < 400 or not made_for_people or shown_to_developers:
        return response
    if response.status_code >= 500:
        return problems.problem_500(request, getattr(request, "id", None))
    return problems.problem_of_status(request, response.status_code)


def open_to_all(response):
    """The answer, for any web page to read; caches keep no refusal."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = EXPOSED
    if response.status_code >= 400:
        response.setdefault("Cache-Control", "no-store")
    return response


def _say_how_long_it_keeps(response):
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, public=True, max_age=300, stale_while_revalidate=86400)
