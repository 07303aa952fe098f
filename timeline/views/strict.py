"""Pages that take no query string, and say so."""

from http import HTTPStatus

from django.shortcuts import render

from ..filters import unknown_parameters
from .refused import refused


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
