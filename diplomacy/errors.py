"""What is answered when the site cannot answer: a page for people, a problem for programs, internals for nobody."""

import logging
import re
import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.utils.translation import get_language, get_language_from_path, override
from django.views import defaults

from timeline import typed
from timeline.api import problems
from timeline.api.middleware import open_to_all
from timeline.api.negotiation import prefers_problem
from timeline.exports.formats import FORMATS
from timeline.throttle import is_for_programs

logger = logging.getLogger(__name__)

WAIT = 30  # seconds after which to ask again when the database does not answer
FILES = tuple(f".{suffix}" for suffix in FORMATS)
OF_RELEASES = re.compile(r"/data/[^/]+/[^/]+/?")
READING = ("GET", "HEAD", "OPTIONS")


def bad_request(request, exception):
    """``handler400``: the request breaks a rule, such as naming a host that is not ours."""
    with override(_language(request)):
        response = _told(request, problems.problem_400, lambda: defaults.bad_request(request, exception))
        response.headers.setdefault("Content-Language", get_language())
        return response


def forbidden(request, exception):
    """``handler403``."""
    return _told(request, problems.problem_403, lambda: defaults.permission_denied(request, exception))


def not_found(request, exception):
    """``handler404``; an exception that knows the records nearest to what was asked for has them ``near``."""
    near = getattr(exception, "near", ())
    return _told(request, problems.problem_404, lambda: render(request, "404.html", {"near": near}, status=404))


def _told(request, problem, page):
    """What ``problem`` makes of the request, or what ``page`` makes, by what was asked for; no cache keeps it."""
    response = open_to_all(problem(request)) if wants_problem(request) else page()
    patch_vary_headers(response, ["Accept"])
    response.setdefault("Cache-Control", "no-store")
    return response


def wants_problem(request):
    """Whether a program asks, by the address, by a suffix in it that files have, or by the header ``Accept``."""
    return (
        is_for_programs(request)
        or request.path_info.lower().rstrip("/").endswith(FILES)
        or OF_RELEASES.fullmatch(request.path_info) is not None
        or (not request.path_info.startswith("/admin/") and prefers_problem(request))
    )


def server_error(request):
    """``handler500``: quotes the request's id, under which the log tells what happened.

    503 if the database cannot be reached, which passes: says when to ask again.
    """
    request_id = getattr(request, "id", None)
    try:
        with override(_language(request)):
            if _is_from_database_away(sys.exception()):
                return _unavailable(request, request_id)
            return _told(
                request,
                lambda request: problems.problem_500(request, request_id),
                lambda: _bare("500.html", 500, request_id),
            )
    except Exception:
        logger.exception("The answer to an error failed as well.")
        return HttpResponse(f"Server error {request_id}", status=500, content_type="text/plain; charset=utf-8")


def _language(request):
    """The language chosen for ``request``; what broke before it was chosen speaks that of the address.

    The active one may still be that of an earlier request.
    """
    chosen = getattr(request, "LANGUAGE_CODE", None)
    return chosen or get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


def _is_from_database_away(error):
    """Whether ``error`` came of a database that cannot be reached, or no longer; any other fault of it is a bug."""
    if not isinstance(error, (OperationalError, InterfaceError)):
        return False
    return connection.connection is None or not connection.is_usable()


def _unavailable(request, request_id):
    return _told(
        request,
        lambda request: problems.problem_503(request, WAIT),
        lambda: _bare("503.html", 503, request_id, {"Retry-After": str(WAIT)}),
    )


def _bare(template, status, request_id, headers=None):
    """A page drawn without the request: whatever broke may be what the context of a page would need."""
    headers = {"Content-Language": get_language(), **(headers or {})}
    return HttpResponse(render_to_string(template, {"request_id": request_id}), status=status, headers=headers)


def method_not_allowed(request):
    """405: whatever the public sees is read only; the header ``Allow`` says how."""
    return _told(
        request,
        lambda request: problems.problem_405(request, READING),
        lambda: HttpResponse(render_to_string("405.html"), status=405, headers={"Allow": ", ".join(READING)}),
    )


def csrf_failure(request, reason=""):
    """A form was sent without its token, or with an old one; ``reason`` is for the log, which has it already."""
    return typed.again(request) or render(request, "403.html", {"is_form": True}, status=403)


def locked_out(request, *args, **kwargs):
    """Too many wrong passwords: says for how long the door stays closed."""
    wait = settings.AXES_COOLOFF_TIME
    response = render(request, "429.html", {"minutes": int(wait.total_seconds() // 60)}, status=429)
    response.headers["Retry-After"] = str(int(wait.total_seconds()))
    add_never_cache_headers(response)
    return response
