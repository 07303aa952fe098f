"""The components of the site's pages, side by side, as they look with rows of the record."""

from django.http import QueryDict
from django.views.generic import TemplateView

from .. import bitmaps
from ..arrangement import sides
from ..axis import Census, calendar
from ..cards import cards
from ..filters import MeetingFilter
from ..margin import in_years
from ..models import Format, Meeting, Statement
from ..paging import Page
from ..refusals import StrictPage

COLOURS = (
    "paper", "wash", "rule", "edge", "ink", "ink-2", "ink-3", "cinnabar", "japan", "russia",
    "level-1", "level-2", "level-3", "level-4", "level-5", "focus",
)  # fmt: skip
SIZES = ("note", "small", "text", "lede", "title", "head", "page", "year")
EXAMPLE, FAULTY = "format=summit&status=held", "formt=summit"


class Components(StrictPage, TemplateView):
    """``/about/components/``: a living reference for those who work on the pages."""

    template_name = "timeline/components.html"

    def get_context_data(self, **kwargs):
        record = Meeting.objects.published()
        example, faulty = MeetingFilter(QueryDict(EXAMPLE)), MeetingFilter(QueryDict(FAULTY))
        census = Census.take(bitmaps.facets(bitmaps.OF_THE_AXIS), Format.objects.all())
        return super().get_context_data(**kwargs) | {
            "colours": COLOURS,
            "sizes": SIZES,
            "voices": [*sides(), Statement.Side.JOINT, Statement.Side.OBSERVER],
            "ranks": range(1, 6),
            "statuses": Meeting.Status.values,
            "years": in_years(cards(record.newest_first()[:2])),
            "chips": example.chips(),
            "facets": [facet for facet in example.facets() if facet.name in {"format", "status"}],
            "faults": faulty.faults,
            "calendar": calendar(census, max(census.years, default=None)),
            "page_example": Page([], 2, 50, 144),
        }
