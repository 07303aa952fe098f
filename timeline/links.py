"""Query strings: changed, sorted, written out."""

from urllib.parse import quote, urlencode


def changed_query(query, changes):
    """``query`` (a ``QueryDict``) as pairs, with ``changes`` made and the page number taken away.

    A change to "" or None takes the parameter away; a list gives it several values.
    """
    kept = [(name, value) for name, value in _pairs(query) if name not in changes and name != "page"]
    for name, value in changes.items():
        values = value if isinstance(value, list | tuple) else [value]
        kept += [(name, one) for one in values if one not in ("", None)]
    return kept


def without_value(query, name, value):
    """``query`` as pairs, without that value of that parameter and the page number."""
    return [pair for pair in _pairs(query) if pair != (name, value) and pair[0] != "page"]


def query_text(pairs):
    """``pairs`` from their "?", or "" if there are none; a space is %20, never a plus."""
    return "?" + urlencode(pairs, quote_via=quote) if pairs else ""


def canonical_query(query):
    """The one spelling of ``query``: names and values sorted, empty ones and the first page left out."""
    return query_text(sorted(pair for pair in _pairs(query) if pair != ("page", "1")))


def _pairs(query):
    """Names and values that say something, in order."""
    lists = query.lists() if hasattr(query, "lists") else []
    return [(name, value) for name, values in lists for value in values if value != ""]
