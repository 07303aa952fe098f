"""What the record is, how it is made, and under which terms it may be used."""

from django.views.generic import TemplateView

from ..documents import document
from ..models import Confidence, DataVersion, Format, Meeting, Source, Statement
from ..refusals import StrictPage


class About(StrictPage, TemplateView):
    """``/about/``: purpose and method."""

    template_name = "timeline/about.html"

    def get_context_data(self, **kwargs):
        meetings = Meeting.objects.published()
        counts = {
            "meeting_count": meetings.count(),
            "statement_count": Statement.objects.published().count(),
            "source_count": Source.objects.public().count(),
            "first": meetings.oldest_first().first(),
            "last": meetings.newest_first().first(),
            "confidences": Confidence.choices,
            "formats": Format.objects.all(),
            "data_version": DataVersion.objects.current(),
        }
        return super().get_context_data(**kwargs) | counts


class AboutApi(StrictPage, TemplateView):
    """``/about/api/``: how programs ask the record, by the project's own document in the language of the page."""

    template_name = "timeline/about_api.html"

    def get_context_data(self, **kwargs):
        here = self.request.build_absolute_uri("/").rstrip("/")
        return super().get_context_data(**kwargs) | {"document": document("api", here)}


class Licence(StrictPage, TemplateView):
    """``/about/licence/``: what may be done with code, record and quoted phrases."""

    template_name = "timeline/about_licence.html"
