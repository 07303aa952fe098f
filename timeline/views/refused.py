"""A query string that a page does not understand: the page says so, or where JSON is preferred, a problem does."""

from django.utils.cache import patch_vary_headers

from ..api import problems
from ..api.middleware import open_to_all
from ..api.negotiation import prefers_problem


def refused(request, faults, page):
    """The answer to a query with ``faults``; ``page`` makes the one for people."""
    response = open_to_all(problems.bad_query(faults).response(request)) if prefers_problem(request) else page()
    patch_vary_headers(response, ["Accept"])
    response.setdefault("Cache-Control", "no-store")
    return response
