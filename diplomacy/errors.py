"""What is answered when the site cannot answer: a page for people, a problem for programs, internals for nobody."""

import logging

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.views import defaults

from timeline.api import problems

logger = logging.getLogger(__name__)


def for_programs(request):
    """Whether the address is one that programs read."""
    return request.path_info.startswith("/api/")


def bad_request(request, exception):
    """``handler400``: the request breaks a rule, such as naming a host that is not ours."""
    return problems.problem_400(request) if for_programs(request) else defaults.bad_request(request, exception)


def forbidden(request, exception):
    """``handler403``."""
    return problems.problem_403(request) if for_programs(request) else defaults.permission_denied(request, exception)


def not_found(request, exception):
    """``handler404``; an exception that knows the records nearest to what was asked for has them ``near``."""
    if for_programs(request):
        return problems.problem_404(request)
    return render(request, "404.html", {"near": getattr(exception, "near", ())}, status=404)


def server_error(request):
    """``handler500``: quotes the request's id, under which the log tells what happened."""
    request_id = getattr(request, "id", None)
    try:
        if for_programs(request):
            return problems.problem_500(request, request_id)
        # Without the request, no context processor runs: whatever broke may be what they need.
        return HttpResponse(render_to_string("500.html", {"request_id": request_id}), status=500)
    except Exception:
        logger.exception("The answer to an error failed as well.")
        return HttpResponse(f"Server error {request_id}", status=500, content_type="text/plain; charset=utf-8")


def csrf_failure(request, reason=""):
    """A form was sent without the token it was drawn with; ``reason`` is for the log, which has it already."""
    return render(request, "403.html", {"is_form": True}, status=403)


def locked_out(request, *args, **kwargs):
    """Too many wrong passwords: says for how long the door stays closed."""
    wait = settings.AXES_COOLOFF_TIME
    response = render(request, "429.html", {"minutes": int(wait.total_seconds() // 60)}, status=429)
    response.headers["Retry-After"] = str(int(wait.total_seconds()))
    add_never_cache_headers(response)
    return response
