"""A page of a list as the API answers it: the envelope around the rows, and the headers that say the same."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..exports.relations import of_api_list
from ..links import query_text
from ..paging import NoSuchPage, page_of
from . import problems
from .addresses import LISTS_ON_PAGES
from .asked import SHAPING
from .link_header import link_header


def asked_page(selection):
    """The page of rows that a filter set asks for; raises a ``Problem`` if the list ends before it."""
    try:
        return page_of(selection)
    except NoSuchPage as beyond:
        pages = beyond.fault.did_you_mean
        detail = _("There is no page %(number)s: the last one is %(last)s.") % {
            "number": beyond.fault.value,
            "last": pages,
        }
        raise problems.Problem("no_such_page", detail, [beyond.fault]) from beyond


@dataclass(frozen=True)
class Envelope:
    """One page of the list ``noun``: what surrounds its rows."""

    request: object
    noun: str
    selection: object
    page: object
    data_version: str

    def body(self, results):
        """The answer: how many there are in all, the ways to the neighbours, the query as understood, the rows."""
        return {
            "count": self.page.count,
            "next": self._address(self.page.next),
            "previous": self._address(self.page.previous),
            "query": self.selection.query,
            "data_version": self.data_version,
            "results": results,
        }

    def headers(self):
        """The ways to other pages and forms (RFC 8288), and the count."""
        return {"X-Total-Count": str(self.page.count), "Link": link_header(self.request, self._links())}

    def _links(self):
        yield "self", self._address(self.page.number), ""
        yield "first", self._address(1), ""
        yield "prev", self._address(self.page.previous), ""
        yield "next", self._address(self.page.next), ""
        yield "last", self._address(self.page.pages), ""
        yield "alternate", self._html_address(), "text/html"
        yield from of_api_list(self.request, self.noun)

    def _address(self, number):
        """Where that page of the list is; ``None`` for no page. The first one has no number."""
        if number is None:
            return None
        return self.request.build_absolute_uri(reverse(f"api:{self.noun}") + self._query_text(number))

    def _html_address(self):
        if self.noun not in LISTS_ON_PAGES:
            return None
        path = reverse(f"timeline:{LISTS_ON_PAGES[self.noun]}")
        return self.request.build_absolute_uri(path + self._query_text(self.page.number, leaving_out=SHAPING))

    def _query_text(self, number, leaving_out=()):
        pairs = self.selection.pairs(leaving_out=("page", *leaving_out))
        return query_text(pairs + ([("page", number)] if number > 1 else []))
