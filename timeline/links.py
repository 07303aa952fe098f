"""Query strings: changed, sorted, written out; the shortest way to the chronology."""

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.urls import get_script_prefix, reverse, translate_url
from django.utils.translation import get_language


def changed_query(query, changes):
    """``query`` (a ``QueryDict``) as pairs, with ``changes`` made and the page number taken away.

    A change to "" or None takes the parameter away; a list gives it several values.
    """
    kept = [(name, value) for name, value in _pairs(query) if name not in changes and name != "page"]
    for name, value in changes.items():
        values = value if isinstance(value, list | tuple) else [value]
        kept += [(name, one) for one in values if one not in ("", None)]
    return kept


class Mended(NamedTuple):
    """Ways to mend a fault, as query strings: as was ``meant`` ("" where unknown), ``without`` it, ``allowed`` words.

    ``words`` is the part of the query as it was meant; ``allowed`` are pairs of a word and the query with it.
    """

    meant: str
    words: str
    without: str
    allowed: list


def mended_queries(query, fault):
    """The ways to mend ``fault`` (a ``filters.Fault``) in ``query``, as ``Mended``."""
    rename = fault.code == "unknown_parameter"
    put = _renamed if rename else _with_value
    meant = put(query, fault, fault.did_you_mean) if fault.did_you_mean else None
    words = f"{fault.did_you_mean}={fault.value}" if rename else f"{fault.param}={fault.did_you_mean}"
    return Mended(
        meant=query_text(meant) if meant else "",
        words=words,
        without=query_text([pair for pair in _pairs(query) if not _is_faulty(pair, fault) and pair[0] != "page"]),
        allowed=[(word, query_text(put(query, fault, word))) for word in fault.allowed or ()],
    )


def _is_faulty(pair, fault):
    return pair[0] == fault.param and (fault.code == "unknown_parameter" or pair[1].strip() == fault.value.strip())


def _renamed(query, fault, name):
    return [(name if pair[0] == fault.param else pair[0], pair[1]) for pair in _pairs(query)]


def _with_value(query, fault, value):
    return [(pair[0], value) if _is_faulty(pair, fault) else pair for pair in _pairs(query)]


def query_text(pairs):
    """``pairs`` from their "?", or "" if there are none; a space is %20, never a plus."""
    return "?" + urlencode(pairs, quote_via=quote) if pairs else ""


def canonical_query(query):
    """The one spelling of ``query``: names and values sorted, empty ones and the first page left out."""
    return query_text(sorted(pair for pair in _pairs(query) if pair != ("page", "1")))


def translated(address, language):
    """The ``address`` (path and query) of a page in another ``language``; ``None`` if it is not there in it."""
    there = translate_url(address, language)
    return there if there != address else None


def page_of(noun, key):
    """The path of a record's page: that of its list, its key and a slash; thousands on a page cost one ``reverse``."""
    return f"{_page_of_list(noun, get_language(), get_script_prefix())}{key}/"


@cache
def _page_of_list(noun, _language, _prefix):
    return reverse(f"timeline:{noun}-list")


def list_from(here):
    """The path of the chronology, relative to the page at the path ``here`` if that is a part of the chronology.

    The time axis has very many links to it.
    """
    whole = reverse("timeline:meeting-list")
    if here == whole:
        return ""
    if here == reverse("timeline:home"):
        return whole.removeprefix(here)
    return "../" if re.fullmatch(rf"{re.escape(whole)}\d+/", here) else whole


def _pairs(query):
    """Names and values that say something, in order."""
    lists = query.lists() if hasattr(query, "lists") else []
    return [(name, value) for name, values in lists for value in values if value != ""]
