"""What changed in the record, day by day."""

from itertools import groupby

from ..changes.described import described
from ..filters import ChangeFilter
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
        query = query_text([(name, value) for name, values in selection.query.items() for value in values])
        return super().get_context_data(page=page, selection=selection, days=days, query=query, **kwargs)
