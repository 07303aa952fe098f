"""Each request has an id, an address it came from, and one line in the log."""

import logging
import re
import time
import uuid

from django.conf import settings
from django.utils.encoding import escape_uri_path

from diplomacy import logs

access = logging.getLogger("diplomacy.access")

ID_GIVEN = re.compile(r"[A-Za-z0-9._:-]{1,100}")


class RequestMiddleware:
    """Gives each request an id, sends it back as X-Request-ID, and logs one line when the answer is ready.

    An id made by a proxy in front is kept, so that both logs tell of the same request. The line names the path
    without the query string, and no address: what a reader searched for is nobody's business. Nor does it tell what
    in a path opens a door (``KEPT_FROM_LOG``).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = id_of(request)
        token = logs.request_id.set(request.id)
        began = time.perf_counter()
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = request.id
            self.log(request, response, milliseconds=round((time.perf_counter() - began) * 1000, 1))
        finally:
            logs.request_id.reset(token)
        return response

    def log(self, request, response, milliseconds):
        # Probes ask every few seconds and would bury the readers.
        level = logging.DEBUG if request.path_info.startswith("/health/") else logging.INFO
        path = re.sub(settings.KEPT_FROM_LOG, "…", escape_uri_path(request.path))
        access.log(
            level,
            "%s %s %s %s ms",
            request.method,
            path,
            response.status_code,
            milliseconds,
            extra={"method": request.method, "path": path, "status": response.status_code, "ms": milliseconds},
        )


def id_of(request):
    """The id that came with the request if it is a plain one, else a new one."""
    given = request.headers.get("X-Request-ID", "")
    return given if ID_GIVEN.fullmatch(given) else uuid.uuid4().hex


def client_address(request):
    """The address a request came from, as the outermost of our own proxies saw it.

    Each proxy adds the address it was called from at the end of X-Forwarded-For; whatever stands before the
    last DJANGO_PROXY_COUNT of them was written by the client and is not believed.
    """
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if settings.PROXY_COUNT and forwarded:
        return forwarded[-min(settings.PROXY_COUNT, len(forwarded))]
    return request.META.get("REMOTE_ADDR")
