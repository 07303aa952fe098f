"""What a page cannot answer: a page says so, or where ``Accept`` prefers JSON, a problem does."""

from http import HTTPStatus

from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from .api import problems
from .api.middleware import open_to_all
from .api.negotiation import prefers_problem
from .filters import unknown_parameters


class StrictPage:
    """A page that knows ``parameters`` and no others: an unknown one is named, and nothing is shown."""

    parameters = ()

    def dispatch(self, request, *args, **kwargs):
        """The page, or 400 with what was not understood."""
        if faults := unknown_parameters(request.GET, self.parameters):
            return refused(request, faults, lambda: _not_understood(request, faults))
        return super().dispatch(request, *args, **kwargs)


def _not_understood(request, faults):
    return render(request, "timeline/not_understood.html", {"faults": faults}, status=HTTPStatus.BAD_REQUEST)


def refused(request, faults, page):
    """The answer to a query with ``faults``; ``page`` makes the one for people."""
    return told(request, problems.bad_query(faults), page)


def told(request, problem, page):
    """``problem`` (a ``Problem``) or what ``page`` makes, as the client prefers; no cache keeps it."""
    response = open_to_all(problem.response(request)) if prefers_problem(request) else page()
    patch_vary_headers(response, ["Accept"])
    response.setdefault("Cache-Control", "no-store")
    return response
