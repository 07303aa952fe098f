"""What changed in the record, day by day."""

from itertools import groupby

from django.conf import settings
from django.utils.translation import get_language

from ..changes.described import described
from ..filters import ChangeFeedFilter, ChangeFilter
from ..links import query_text
from .filtered import FilteredList


class ChangeList(FilteredList):
    """``/changes/``."""

    template_name = "timeline/change_list.html"
    filter_class = ChangeFilter
    controls = ("resource", "change")

    def get_context_data(self, page, selection, **kwargs):
        told = described(page.rows) if page.count else []
        days = [(day, list(group)) for day, group in groupby(told, key=lambda one: one.at.date())]
        pairs = selection.pairs()
        # The feed is in the language of the page, and has no pages.
        said = [("lang", get_language())] if get_language() != settings.LANGUAGE_CODE else []
        in_feed = [pair for pair in pairs if pair[0] in ChangeFeedFilter.base_filters]
        queries = {"query": query_text(pairs), "query_of_feed": query_text(in_feed + said)}
        return super().get_context_data(page=page, selection=selection, days=days, **queries, **kwargs)
