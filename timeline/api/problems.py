"""What the API says when it cannot answer: RFC 9457 ``application/problem+json``, one shape for every status.

Views raise a ``Problem``; Django's own handlers call ``problem_404(request)`` and its sisters for addresses under
``/api/``. No answer carries an exception's text.
"""

import json
from dataclasses import asdict
from typing import NamedTuple

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

MEDIA_TYPE = "application/problem+json"
LONGEST_ECHO = 200  # characters of a faulty value that an answer repeats


class Kind(NamedTuple):
    """A sort of problem: its code, its HTTP status, its name, and what a client can do about it."""

    code: str
    status: int
    title: str
    advice: str

    @property
    def anchor(self):
        """Where the page of problem types explains it."""
        return self.code.replace("_", "-")


KINDS = {
    kind.code: kind
    for kind in [
        Kind(
            "unknown_parameter",
            400,
            _("Unknown parameter"),
            _("The query string has a name that this address does not know. Take it out or spell it as proposed."),
        ),
        Kind(
            "unknown_value",
            400,
            _("Unknown value"),
            _("A parameter names a record or a word that is not there. Choose one of the allowed values."),
        ),
        Kind(
            "repeated",
            400,
            _("Parameter given twice"),
            _("A parameter that takes one value was given several times."),
        ),
        Kind(
            "invalid",
            400,
            _("Value cannot be used"),
            _("A value has the wrong type, is out of range or contradicts another; the list of errors says which."),
        ),
        Kind(
            "several_faults",
            400,
            _("Several faults in the query"),
            _("The list of errors names each fault by its own code."),
        ),
        Kind(
            "bad_request",
            400,
            _("Request cannot be read"),
            _("The request breaks a rule of HTTP or of this server; no browser or ordinary client would send it."),
        ),
        Kind("forbidden", 403, _("Not allowed"), _("The request is refused. Nothing here needs a login to be read.")),
        Kind(
            "not_found",
            404,
            _("Not found"),
            _("There is no such address or record. The nearest key is proposed if one is close."),
        ),
        Kind(
            "no_such_page",
            404,
            _("Page beyond the end"),
            _("The list has fewer pages. Start again without “page” and follow the links from there."),
        ),
        Kind(
            "method_not_allowed",
            405,
            _("Method not allowed"),
            _("The API is read only: use GET, HEAD or OPTIONS. The header “Allow” says so too."),
        ),
        Kind(
            "not_acceptable",
            406,
            _("Not available in that form"),
            _("None of the media types in the header “Accept” exists here. The list of errors names those that do."),
        ),
        Kind(
            "withdrawn",
            410,
            _("Withdrawn"),
            _("The record was public once and was withdrawn. Its key is never given to another."),
        ),
        Kind(
            "precondition_failed",
            412,
            _("Not in that state"),
            _("The answer is not the one that the header “If-Match” or “If-Unmodified-Since” wants. Ask without it."),
        ),
        Kind(
            "range_not_satisfiable",
            416,
            _("No such part"),
            _("The file ends before the part that the header “Range” asks for. “Content-Range” tells how long it is."),
        ),
        Kind(
            "too_many_requests",
            429,
            _("Too many requests"),
            _("Wait as many seconds as the header “Retry-After” says, then go on more slowly."),
        ),
        Kind(
            "server_error",
            500,
            _("Error on this side"),
            _("Something failed here, not in the request. Quote the number in “request_id” when you report it."),
        ),
        Kind(
            "not_implemented",
            501,
            _("Not offered"),
            _("The request asks for a format that its standard knows and this site does not offer."),
        ),
        Kind(
            "unavailable",
            503,
            _("Not to be reached just now"),
            _("The record cannot be read at the moment. Ask again after as many seconds as “Retry-After” says."),
        ),
    ]
}
OF_STATUS = {  # the kind that stands for a status of which no more is known
    400: KINDS["bad_request"],
    403: KINDS["forbidden"],
    404: KINDS["not_found"],
    405: KINDS["method_not_allowed"],
    406: KINDS["not_acceptable"],
    410: KINDS["withdrawn"],
    412: KINDS["precondition_failed"],
    416: KINDS["range_not_satisfiable"],
    429: KINDS["too_many_requests"],
    500: KINDS["server_error"],
    501: KINDS["not_implemented"],
    503: KINDS["unavailable"],
}


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
    return f"{_short(fault.param)}: {fault.words} {near}".rstrip()


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
    return asdict(fault) | {"param": _short(fault.param), "value": _short(fault.value), "message": fault.words}


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
