"""Pages about the files."""

from django.views.generic import TemplateView

from ..refusals import StrictPage
from .columns import COLUMNS
from .formats import of_list
from .nouns import NOUNS


class DataDictionary(StrictPage, TemplateView):
    """``/about/data-dictionary/``: what every column of every table means; made of the columns themselves."""

    template_name = "timeline/data_dictionary.html"

    def get_context_data(self, **kwargs):
        tables = [(noun, COLUMNS[noun.name], of_list(noun.name).values()) for noun in NOUNS.values()]
        return super().get_context_data(**kwargs) | {"tables": tables}
