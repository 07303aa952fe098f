"""The files of a release over HTTP: kept for good by whoever has them, whole or in part, for any web page to read."""

import re
from http import HTTPStatus

from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from ..api import problems
from ..api.link_header import link_header
from ..api.middleware import open_to_all
from ..api.views.base import refuse_parameters
from ..exports.views import for_programs
from ..filters import Fault, nearest
from . import shelf
from .names import PACKAGE

FOR_GOOD = "public, max-age=31536000, immutable"
FOR_NOW = "public, max-age=300"
SAVED = ("csv", "ndjson", "sqlite", "zip")  # suffixes of what a browser saves rather than shows
AT_ONCE = 1 << 16  # bytes
RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


@for_programs
def file_of_release(request, number, name):
    """``/data/<number>/<name>``: a file that the release lists, and no other."""
    refuse_parameters(request)
    release = shelf.find(number)
    if release is None:
        raise problems.Problem("not_found", _("There is no release of that number. /data/ lists those there are."))
    return _answer(request, release, _known(release, name))


@for_programs
def file_of_newest(request, name):
    """``/data/latest/<name>``: leads to the file of the newest release."""
    refuse_parameters(request)
    release = shelf.newest()
    if release is None:
        raise problems.Problem("not_found", _("No release of the data has been made yet."))
    file = _known(release, name)
    response = redirect("releases:file", release.number, file.name, preserve_request=True)
    response["Cache-Control"] = FOR_NOW
    return open_to_all(response)


def _known(release, name):
    """The file of that name; raises the ``Problem`` that the release has none."""
    if name in release.files:
        return release.files[name]
    message = str(_("The release has no such file."))
    fault = Fault("name", name, "unknown_value", message, nearest(name, release.files), sorted(release.files))
    raise problems.Problem("not_found", message, [fault])


def _answer(request, release, file):
    path, etag = release.path(file.name), f'"{file.sha256}"'
    response = get_conditional_response(request, etag=etag)
    if response is not None and response.status_code == HTTPStatus.PRECONDITION_FAILED:
        response = problems.problem_412(request)
    elif response is None:
        response = _content(request, path, file, _part(request, etag, file.bytes))
    if response.status_code < 300 or response.status_code == 304:
        _say(request, response, release, file, etag)
    open_to_all(response)
    response["Access-Control-Expose-Headers"] += ", Accept-Ranges, Content-Range"
    return response


def _content(request, path, file, part):
    """The file, or the ``part`` of it that is asked for."""
    if part is None:
        return FileResponse(path.open("rb"), content_type=file.media_type)
    first, last = part
    if first > last:
        return problems.problem_416(request, file.bytes)
    response = StreamingHttpResponse(_bytes(path, first, last), status=206, content_type=file.media_type)
    response["Content-Length"] = str(last - first + 1)
    response["Content-Range"] = f"bytes {first}-{last}/{file.bytes}"
    return response


def _say(request, response, release, file, etag):
    """What every answer with a file tells of it."""
    address = request.build_absolute_uri
    links = [
        ("up", address(reverse("timeline:release-detail", args=[release.number])), "text/html"),
        ("describedby", address(reverse("releases:file", args=[release.number, PACKAGE])), "application/json"),
    ]
    response["Cache-Control"] = FOR_GOOD
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    response["X-Data-Version"] = release.number
    response["Content-Language"] = "en"
    response["Link"] = link_header(request, links)
    stem, _dot, suffix = file.name.rpartition(".")
    if suffix in SAVED:
        response["Content-Disposition"] = content_disposition_header(True, f"{stem}_v{release.number}.{suffix}")


def _part(request, etag, size):
    """The first and last byte that the request asks for; ``None`` for the whole, a last one before the first for none.

    Several parts at once are answered with the whole, and so is a part of what has changed since (RFC 9110, 14.2).
    """
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if request.method != "GET" or not asked or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = asked.groups()
    if not first:
        return (max(size - int(last), 0), size - 1) if last else None
    if last and int(last) < int(first):
        return None
    return (int(first), min(int(last or size), size - 1))


def _bytes(path, first, last):
    """The bytes of a file from ``first`` to ``last``, a piece at a time."""
    with path.open("rb") as file:
        file.seek(first)
        left = last - first + 1
        while left and (data := file.read(min(AT_ONCE, left))):
            left -= len(data)
            yield data
