"""What changed in the record, day by day."""

from itertools import groupby

from ..changes.described import described
from ..exports.alternates import formats_of_list
from ..filters import ChangeFilter
from .filtered import FilteredList


class ChangeList(FilteredList):
    """``/changes/``."""

    template_name = "timeline/change_list.html"
    filter_class = ChangeFilter
    controls = ("resource", "change")

    def get_context_data(self, page, selection, **kwargs):
        told = described(page.rows) if page.count else []
        days = [(day, list(group)) for day, group in groupby(told, key=lambda one: one.at.date())]
        formats = formats_of_list("changes", self.request.GET)
        return super().get_context_data(page=page, selection=selection, days=days, formats=formats, **kwargs)
