"""The addresses that end in a suffix: ``/meetings.csv``, ``/meetings/<key>.ics`` and their kin."""

from copy import copy
from dataclasses import replace
from functools import wraps

from django.http import HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..api import problems
from ..api.middleware import is_preflight, open_to_all, preflight
from ..filters import Fault, nearest
from ..links import query_text
from ..models import DataVersion, Statement
from ..punctuation import listed
from .answer import answer
from .asked import ALL, asked, asked_of_record
from .export import Export
from .formats import FORMATS, of_list, of_record
from .nouns import NOUNS
from .schema import table_schema

SCHEMA = replace(FORMATS["csv"], takes=frozenset({"lang"}))
METHODS = ("GET", "HEAD", "OPTIONS")


def for_programs(view):
    """A view that answers every refusal as a problem."""

    @wraps(view)
    def answering(request, **kwargs):
        if is_preflight(request):
            return preflight()
        if request.path_info.endswith("/"):
            return _without_slash(request)
        if request.method == "OPTIONS":
            return open_to_all(HttpResponse(status=204, headers={"Allow": ", ".join(METHODS)}))
        try:
            return view(request, **kwargs)
        except problems.Problem as problem:
            return open_to_all(problem.response(request))

    return answering


def _without_slash(request):
    query = request.META.get("QUERY_STRING", "")
    return open_to_all(HttpResponsePermanentRedirect(request.path.rstrip("/") + (f"?{query}" if query else "")))


@for_programs
def file_of_list(request, noun, suffix):
    """``/meetings.<suffix>``: the rows that the query string chooses, in that format."""
    return answer_list(request, NOUNS[noun], _known(of_list(noun), suffix))


@for_programs
def file_of_record(request, noun, key, suffix):
    """``/meetings/<key>.<suffix>``: one record, in that format."""
    return answer_record(request, NOUNS[noun], {"key": key}, _known(of_record(noun), suffix))


@for_programs
def file_of_statement(request, meeting, number, suffix):
    """``/statements/<meeting>/<number>.<suffix>``: one statement, in that format."""
    where = {"meeting": meeting, "number": number}
    return answer_record(request, NOUNS["statements"], where, _known(of_record("statements"), suffix))


@for_programs
def schema_of_table(request, noun):
    """``/meetings.schema.json``: the Table Schema of ``/meetings.csv``, with ``lang`` of that in one language."""
    language, faults = asked_of_record(request, SCHEMA)
    if faults:
        raise problems.bad_query(faults)
    schema = table_schema(noun, language)
    return open_to_all(JsonResponse(schema, json_dumps_params={"ensure_ascii": False, "indent": 2}))


def to_file(request, noun, rest):
    """``/ru/meetings.csv``: files have one address, and the language goes into ``lang``."""
    if is_preflight(request):
        return preflight()
    if request.path_info.startswith(f"/{noun}{rest}"):
        return no_such_file(request, noun=noun, rest=rest)
    language = request.path_info.split("/")[1]
    pairs = [(name, value) for name, values in request.GET.lists() if name != "lang" for value in values]
    suffix = rest.rpartition("/")[2].partition(".")[2]
    form = SCHEMA if suffix == "schema.json" else of_list(noun).get(suffix)
    pairs += [("lang", language)] if form and "lang" in form.takes else []
    return open_to_all(HttpResponsePermanentRedirect(f"/{noun}{rest}{query_text(pairs)}"))


@for_programs
def no_such_file(request, noun, rest):
    """``/changes.csv``, ``/meetings/a/b.json``: looks like a file, and is the address of none."""
    if rest.startswith("/"):
        raise problems.nothing_here()
    raise _no_such_format(of_list(noun), rest.removeprefix("."))


def _known(formats, suffix):
    """The format with that suffix; raises the ``Problem`` that it does not exist here."""
    if suffix in formats:
        return formats[suffix]
    raise _no_such_format(formats, suffix)


def _no_such_format(formats, suffix):
    message = str(_("There is no such format here."))
    fault = Fault("suffix", suffix, "unknown_format", message, nearest(suffix, formats), list(formats))
    detail = _("%(message)s There are: %(formats)s.") % {"message": message, "formats": listed(formats)}
    return problems.Problem("not_found", detail, [fault])


def answer_list(request, noun, form, *, as_file=True):
    """A list in the format ``form``, by the query string of its page."""
    if form.render is None:
        return by_api(request, noun.listing)
    what = asked(request, noun, form)
    if what.faults:
        raise problems.bad_query(what.faults)
    selection, rows = what.selection, what.selection.qs
    if form.newest_change_first and "sort" not in selection.query:
        rows = rows.last_changed_first()
    return _answer(request, noun, form, as_file, rows=rows, language=what.language, bom=what.bom, selection=selection)


def answer_record(request, noun, where, form, *, as_file=True):
    """One record in the format ``form``; ``where`` are its key, or its meeting and number."""
    if form.render is None:
        return by_api(request, noun.record, **where)
    language, faults = asked_of_record(request, form)
    if faults:
        raise problems.bad_query(faults)
    rows = _rows_of(noun, where)
    one = rows.first() or noun.record().missing(*where.values())
    return _answer(request, noun, form, as_file, rows=rows, language=language, one=one)


def _rows_of(noun, where):
    if noun.name == "statements":
        said = Statement.objects.published().select_related("meeting").in_order_of_time()
        return said.filter(meeting__key=where["meeting"], number=where["number"])
    return noun.rows().filter(**where).order_by("key")


def _answer(request, noun, form, as_file, **facts):
    facts |= {"version": DataVersion.objects.current(), "today": timezone.localdate(), "suffix": form.suffix}
    says_language = "lang" in form.takes and facts["language"] != ALL
    return answer(Export(request, noun, says_language=says_language, **facts), form, as_file=as_file)


def by_api(request, view, **where):
    """The API's own answer: the suffix has chosen JSON already, whatever the header ``Accept`` says."""
    asking = copy(request)
    asking.META = request.META | {"HTTP_ACCEPT": "application/json"}
    for cached in ("headers", "accepted_types", "accepted_types_by_precedence"):
        asking.__dict__.pop(cached, None)
    return open_to_all(view.as_view()(asking, **where))
