"""Pages about the API."""

from django.views.generic import TemplateView

from ...refusals import StrictPage
from ..problem_kinds import KINDS


class ProblemKinds(StrictPage, TemplateView):
    """``/about/api/errors/``: what each kind of problem means; the ``type`` of every problem leads here."""

    template_name = "timeline/about_api_errors.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"kinds": KINDS.values()}
