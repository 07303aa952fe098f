"""One page of a list."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from .filters import DEFAULT_PAGE_SIZE, Fault

NO_SUCH_PAGE = "no_such_page"


class NoSuchPage(LookupError):
    """The page asked for lies beyond the end of the list; ``fault`` says so."""

    def __init__(self, number, last):
        self.fault = Fault("page", str(number), NO_SUCH_PAGE, str(_("The list ends before this page.")), str(last))
        super().__init__(self.fault.message)


@dataclass(frozen=True)
class Page:
    """Rows ``first`` to ``last`` of ``count``, which is page ``number`` of ``pages``; all counted from 1."""

    rows: object
    number: int
    size: int
    count: int

    @cached_property
    def pages(self):
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.count // self.size))

    @property
    def first(self):
        """The place of the first row of the page in the whole list; 0 if the list is empty."""
        return min(self.count, (self.number - 1) * self.size + 1)

    @property
    def last(self):
        """The place of the last row of the page in the whole list."""
        return min(self.count, self.number * self.size)

    @property
    def previous(self):
        """The number of the page before, or ``None``."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self):
        """The number of the page after, or ``None``."""
        return self.number + 1 if self.number < self.pages else None


def page_of(selection, size=DEFAULT_PAGE_SIZE, count=None):
    """The ``Page`` that a filter set asks for, as a slice of its ordered rows; raises ``NoSuchPage``.

    ``size``: rows a page, unless the query string says otherwise; ``count``: how many rows answer, if that is known.
    """
    number = selection.cleaned.get("page") or 1
    size = selection.cleaned.get("page_size") or size
    page = Page(None, number, size, selection.qs.count() if count is None else count)
    if number > page.pages:
        raise NoSuchPage(number, page.pages)
    rows = selection.qs[(number - 1) * size : number * size]
    return Page(rows, number, size, page.count)
