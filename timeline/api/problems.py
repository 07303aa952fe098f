"""What the API says when it cannot answer: RFC 9457 ``application/problem+json``, one shape for every status.

Views raise a ``Problem``; Django's own handlers call ``problem_404(request)`` and its sisters for addresses under
``/api/``. No answer carries an exception's text.
"""

import json
from dataclasses import asdict

from django.conf import settings
from django.core.exceptions import DisallowedHost, SuspiciousOperation
from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from rest_framework import exceptions

from ..filters.faults import Fault
from ..punctuation import listed
from .problem_kinds import KINDS

MEDIA_TYPE = "application/problem+json"
LONGEST_ECHO = 200  # characters of a faulty value that an answer repeats


class Problem(exceptions.APIException):
    """Raised by a view to answer with a problem; ``kind`` is a code in ``KINDS``."""

    def __init__(self, kind, detail, faults=(), headers=None):
        super().__init__(detail)
        self.kind = KINDS[kind]
        self.status_code = self.kind.status
        self.sentence = detail
        self.faults = list(faults)
        self.headers = headers or {}

    def response(self, request):
        """The problem as an answer to ``request``."""
        return _answer(request, self.kind, self.sentence, self.faults, self.headers, **self.more(request))

    def more(self, request):
        """What the body says beside what every problem says."""
        return {}


def handle(exc, context):
    """DRF's ``EXCEPTION_HANDLER``: every exception of a view that means an answer, as a problem; ``None`` for bugs."""
    problem = _problem_of(exc, context)
    return problem and problem.response(context["request"])


def _problem_of(exc, context):
    request = context["request"]
    match exc:
        case Problem():
            return exc
        case Http404() | exceptions.NotFound():
            return Problem("not_found", _("There is nothing at this address."))
        case exceptions.NotAcceptable():
            return _not_acceptable(request, exc)
        case exceptions.Throttled():
            seconds = str(int(exc.wait or 60))
            detail = _("Too many requests from your address: wait %(seconds)s seconds.") % {"seconds": seconds}
            return Problem("too_many_requests", detail, headers={"Retry-After": seconds})
        case DjangoPermissionDenied() | exceptions.PermissionDenied():
            return Problem("forbidden", _("The request is refused."))
        case SuspiciousOperation() | exceptions.ParseError():
            return Problem("bad_request", _("The request cannot be read."))
    return None


def _not_acceptable(request, exc):
    types = [renderer.media_type for renderer in exc.available_renderers]
    wanted = request.headers.get("Accept", "")
    return Problem(
        "not_acceptable",
        _("This address answers in %(types)s.") % {"types": listed(types)},
        [Fault("Accept", wanted, "not_acceptable", str(_("None of these media types exists here.")), types[0], types)],
    )


def bad_query(faults):
    """The ``Problem`` of a query string with these faults."""
    codes = {fault.code for fault in faults}
    code = codes.pop() if len(codes) == 1 else "several_faults"
    return Problem(code if code in KINDS else "invalid", " ".join(map(_sentence, faults)), faults)


def _sentence(fault):
    """A fault in words: where it is, what is wrong, what was probably meant."""
    near = _("Did you mean “%(near)s”?") % {"near": fault.did_you_mean} if fault.did_you_mean else ""
    return f"{_short(fault.param)}: {fault.message} {near}".rstrip()


def problem_400(request):
    """For Django's ``handler400``: a request that the server refuses to read."""
    return Problem("bad_request", _("The request cannot be read.")).response(request)


def problem_403(request):
    """For Django's ``handler403``."""
    return Problem("forbidden", _("The request is refused.")).response(request)


def problem_404(request):
    """For Django's ``handler404``: an address that does not exist."""
    return nothing_here().response(request)


def nothing_here():
    """The ``Problem`` that an address does not exist."""
    return Problem("not_found", _("There is nothing at this address; /api/v1/ lists what there is."))


def problem_405(request, methods):
    """For a request that would write; ``methods`` are those that read."""
    detail = _("Everything here is read only: use %(methods)s.") % {"methods": listed(methods)}
    return Problem("method_not_allowed", detail, headers={"Allow": ", ".join(methods)}).response(request)


def problem_412(request):
    """For a conditional request that wants another answer than there is."""
    return Problem("precondition_failed", _("The answer is in another state than the one asked for.")).response(request)


def problem_416(request, size):
    """For a part of a file of ``size`` bytes that lies beyond its end (RFC 9110, 15.5.17)."""
    detail = _("The file has %(size)s bytes.") % {"size": size}
    return Problem("range_not_satisfiable", detail, headers={"Content-Range": f"bytes */{size}"}).response(request)


def problem_500(request, request_id=None):
    """For Django's ``handler500``: says nothing of the cause, only the number under which the log has it."""
    detail = _("Something failed here, and the failure is in the log.")
    return _answer(request, KINDS["server_error"], detail, [], {}, request_id=request_id)


def problem_503(request, wait):
    """For a database that cannot be reached; ``wait``: after how many seconds to ask again."""
    detail = _("The record cannot be read just now. Ask again in %(wait)s seconds.") % {"wait": wait}
    return Problem("unavailable", detail, headers={"Retry-After": str(wait)}).response(request)


def problem_of_status(request, status):
    """A problem for an answer that some other part of the site made without one, such as a middleware."""
    makers = {403: problem_403, 404: problem_404, 412: problem_412}
    return makers.get(status, problem_400)(request)


def _short(text):
    """What an answer repeats of what was sent: not endless."""
    return text if len(text) <= LONGEST_ECHO else f"{text[:LONGEST_ECHO]}…"


def _answer(request, kind, detail, faults, headers, **more):
    body = {
        "type": f"{_absolute(request, _page_of_kinds())}#{kind.anchor}",
        "title": kind.title,
        "status": kind.status,
        "detail": detail,
        "instance": request.get_full_path(),
        "errors": [_error(fault) for fault in faults],
        **more,
    }
    text = json.dumps(body, ensure_ascii=False, default=_as_text, separators=(",", ":"))
    return HttpResponse(text, status=kind.status, content_type=MEDIA_TYPE, headers=headers)


def _page_of_kinds():
    """The path of the page that explains them, in no language: programs compare ``type``, whoever reads the rest."""
    with override(settings.LANGUAGE_CODE):
        return reverse("timeline:about-api-errors")


def _error(fault):
    return asdict(fault) | {"param": _short(fault.param), "value": _short(fault.value)}


def _as_text(value):
    if isinstance(value, Promise):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a problem")


def _absolute(request, path):
    """The whole address of ``path``; without the host if the request's own is not ours."""
    try:
        return request.build_absolute_uri(path)
    except DisallowedHost:
        return path
