"""Pages that take no query string, and say so."""

from http import HTTPStatus

from django.shortcuts import render

from ..filters import unknown_parameters


class StrictPage:
    """A page that knows ``parameters`` and no others: an unknown one is named, and nothing is shown."""

    parameters = ()

    def dispatch(self, request, *args, **kwargs):
        """The page, or 400 with what was not understood."""
        if faults := unknown_parameters(request.GET, self.parameters):
            context = {"faults": faults}
            return render(request, "timeline/not_understood.html", context, status=HTTPStatus.BAD_REQUEST)
        return super().dispatch(request, *args, **kwargs)
