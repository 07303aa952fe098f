"""What a request for a file asks: which rows, in which language, in which dress."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.translation import get_language_from_path, get_supported_language_variant
from django.utils.translation import gettext_lazy as _
from django.utils.translation.trans_real import parse_accept_lang_header

from ..filters import Fault, nearest, unknown_parameters, without_blanks

LANGUAGES = [code for code, _name in settings.LANGUAGES]
ALL = "all"
PAGING = ("page", "page_size")
OWN_VALUES = {"lang": LANGUAGES, "bom": ["0", "1"]}  # what the parameters of files can be


@dataclass(frozen=True)
class Asked:
    """A query string as understood. ``language`` is that of the file's texts, ``ALL`` for every one."""

    selection: object
    language: str
    bom: bool
    faults: list


def asked(request, noun, form):
    """Reads what ``request`` asks of the list ``noun`` in the format ``form``; ``faults`` says what is wrong."""
    data = without_blanks(request.GET)
    own, faults = _own(data, form)
    faults += [_no_pages(name, data.pop(name)[0]) for name in PAGING if name in data]
    selection = noun.selection(data)
    known = sorted({*selection.filters, *form.takes} - set(PAGING))
    faults += [_for_files(fault, known) for fault in selection.faults]
    return Asked(selection, _language(request, form, own), own.get("bom") == ["1"], faults)


def asked_of_record(request, form):
    """The language that ``request`` asks for a single record, and what is wrong with its query string."""
    data = without_blanks(request.GET)
    own, faults = _own(data, form)
    faults += unknown_parameters(data, form.takes)
    return _language(request, form, own), faults


def _own(data, form):
    """The parameters of files, taken out of ``data``, and what is wrong with them."""
    own = {name: data.pop(name) for name in form.takes if name in data}
    return own, [fault for name, values in own.items() for fault in _own_faults(form, name, values)]


def _language(request, form, own):
    return own.get("lang", [""])[0] or default_language(request, form)


def _own_faults(form, name, values):
    known = OWN_VALUES[name] + ([ALL] if name == "lang" and form.language == ALL else [])
    if len(values) > 1:
        yield Fault(name, values[1], "repeated", str(_("This parameter can be given once only.")))
    elif values[0] not in known:
        yield Fault(name, values[0], "unknown_value", str(_("This value is not known.")), None, known)


def _for_files(fault, known):
    """``fault`` of a list, where a name is not known: with those that a file takes, and not those of pages."""
    if fault.code != "unknown_parameter":
        return fault
    return replace(fault, did_you_mean=nearest(fault.param, known), allowed=known)


def _no_pages(name, value):
    return Fault(name, value, "whole_file", str(_("This file has no pages: it holds every row. Leave it out.")))


def default_language(request, form):
    """The language of a file for which none is asked by ``lang``: of the path, else what the client prefers."""
    if form.language == ALL:
        return ALL
    return get_language_from_path(request.path_info) or preferred_language(request)


def preferred_language(request):
    """The language of the site that the header ``Accept-Language`` puts first; English if it names none."""
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()):
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE
