"""An export as an HTTP answer: streamed, and never complete in looks when it is not in fact.

``timeline.conditional`` stamps it with its version and answers 304 to a client that has it.
"""

from itertools import chain, islice

from django.http import StreamingHttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from ..api.middleware import open_to_all
from .asked import ALL, LANGUAGES
from .export import in_language
from .relations import Thing, of_file

LONGEST_NAME = 120


def answer(export, form, *, as_file=True):
    """The answer with ``export`` in the format ``form``; ``as_file`` if a suffix asked for it."""
    response = _whole(export, form)
    response["X-Data-Version"] = str(export.version)
    response["Content-Language"] = ", ".join(LANGUAGES) if export.language == ALL else export.language
    response["Link"] = of_file(export.request, Thing(export.noun.name, export.key), form, export.language)
    if form.attached and as_file:
        response["Content-Disposition"] = content_disposition_header(True, file_name(export, form))
    if form.language != ALL and not export.request.GET.get("lang"):
        patch_vary_headers(response, ["Accept-Language"])
    return open_to_all(response)


def _whole(export, form):
    """Everything, as it is written; what fails within the first rows still fails as an error page.

    A later failure ends the connection before the last piece: the client is told, and nothing was closed in the file.
    """
    headers = {"X-Total-Count": str(export.count)}
    if export.request.method == "HEAD":
        # Streamed as well: so it gets the headers of the whole, and no length, least of all none.
        return StreamingHttpResponse((), content_type=form.header, headers=headers)
    parts = in_language(_rendered(form, export), "en" if export.language == ALL else export.language)
    return StreamingHttpResponse(chain(list(islice(parts, 2)), parts), content_type=form.header, headers=headers)


def _rendered(form, export):
    """The parts of the file; begun by whoever takes the first, so that its head is in the language of the rest."""
    yield from form.render(export)


def file_name(export, form):
    """A name that says the query and the version: ``meetings_two-plus-two_2013-2019_v2026.11.2.csv``."""
    asked = [slugify(value.replace("/", "_"), allow_unicode=True) for _name, value in export.query]
    words = "_".join([export.name.replace("/", "_"), *filter(None, asked)])[:LONGEST_NAME]
    return f"{words}_v{export.version}.{form.suffix}"
