"""A page that is offered in other forms too: the header ``Accept`` chooses, HTML wins where it does not care."""

from functools import wraps

from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _

from ..api import problems
from ..api.negotiation import preferred
from ..filters import Fault
from .answer import open_to_all
from .formats import of_list, of_record
from .nouns import NOUNS
from .views import answer_list, answer_record

HTML = "text/html"


def list_or_file(noun, page):
    """The view ``page`` of a list; other media types that ``Accept`` prefers are answered with the list as a file."""
    return _negotiated(
        page, of_list(noun), lambda request, form: answer_list(request, NOUNS[noun], form, as_file=False)
    )


def record_or_file(noun, page):
    """The view ``page`` of a record; other media types that ``Accept`` prefers are answered with its file."""

    def as_file(request, form, key):
        return answer_record(request, NOUNS[noun], {"key": key}, form, as_file=False)

    return _negotiated(page, of_record(noun), as_file)


def _negotiated(page, formats, as_file):
    types = {form.media_type: form for form in formats.values() if form.negotiated}

    @wraps(page)
    def choosing(request, **kwargs):
        chosen = preferred(request, [HTML, *types])
        if chosen == HTML or request.method not in ("GET", "HEAD"):
            response = page(request, **kwargs)
        else:
            response = _as_file_or_problem(request, chosen, types, lambda form: as_file(request, form, **kwargs))
        patch_vary_headers(response, ["Accept"])
        return response

    return choosing


def _as_file_or_problem(request, chosen, types, as_file):
    try:
        if chosen is None:
            raise _not_acceptable(request, [HTML, *types])
        return as_file(types[chosen])
    except problems.Problem as problem:
        return open_to_all(problem.response(request))


def _not_acceptable(request, types):
    message = str(_("None of these media types exists here."))
    wanted = request.headers.get("Accept", "")
    detail = _("This address answers in %(types)s.") % {"types": ", ".join(types)}
    return problems.Problem(
        "not_acceptable", detail, [Fault("Accept", wanted, "not_acceptable", message, types[0], types)]
    )
