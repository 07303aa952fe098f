"""A page that is offered in other forms too: the header ``Accept`` chooses, HTML wins where it does not care."""

from copy import copy
from datetime import MAXYEAR, MINYEAR
from functools import wraps

from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _

from ..api import problems
from ..api.middleware import is_preflight, open_to_all, preflight
from ..api.negotiation import preferred
from ..api.views import records
from ..filters import Fault
from ..punctuation import listed
from .formats import of_list, of_record
from .nouns import NOUNS
from .views import answer_list, answer_record, by_api

HTML = "text/html"
IN_THE_API = {  # the views of lists that have no files, and of the records in them
    "formats": (records.FormatList, records.FormatRecord),
    "issues": (records.IssueList, records.IssueRecord),
    "places": (records.PlaceList, records.PlaceRecord),
    "offices": (records.OfficeList, records.OfficeRecord),
}


def list_or_file(noun, page):
    """The view ``page`` of a list; other media types that ``Accept`` prefers are answered with the list as a file."""
    return negotiated(page, of_list(noun), lambda request, form: answer_list(request, NOUNS[noun], form, as_file=False))


def record_or_file(noun, page):
    """The view ``page`` of a record; other media types that ``Accept`` prefers are answered with its file."""

    def as_file(request, form, key):
        return answer_record(request, NOUNS[noun], {"key": key}, form, as_file=False)

    return negotiated(page, of_record(noun), as_file)


def year_or_file(page):
    """The view ``page`` of a year of meetings; other media types are answered with those meetings as a file."""

    def as_file(request, form, year):
        meetings = NOUNS["meetings"]
        if not (MINYEAR <= year <= MAXYEAR and meetings.rows().in_year(year).exists()):
            raise problems.Problem("not_found", _("No meeting of that year is recorded."))
        asking = copy(request)
        asking.GET = request.GET.copy()
        asking.GET.appendlist("year", str(year))
        return answer_list(asking, meetings, form, as_file=False)

    return negotiated(page, of_list("meetings"), as_file)


def list_or_json(noun, page):
    """The view ``page`` of a list that has no files; where ``Accept`` prefers JSON, the API's answer."""
    listing, _record = IN_THE_API[noun]
    return negotiated(page, of_list(noun), lambda request, form: by_api(request, listing))


def record_or_json(noun, page):
    """The view ``page`` of a record in such a list; where ``Accept`` prefers JSON, the API's answer."""
    _listing, record = IN_THE_API[noun]
    return negotiated(page, of_record(noun), lambda request, form, key: by_api(request, record, key=key))


def negotiated(page, formats, as_file):
    """The view ``page``; where ``Accept`` prefers one of ``formats``, what ``as_file`` makes of the request and it."""
    types = {form.media_type: form for form in formats.values() if form.negotiated}

    @wraps(page)
    def choosing(request, **kwargs):
        if is_preflight(request):
            return preflight()
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
    detail = _("This address answers in %(types)s.") % {"types": listed(types)}
    return problems.Problem(
        "not_acceptable", detail, [Fault("Accept", wanted, "not_acceptable", message, types[0], types)]
    )
