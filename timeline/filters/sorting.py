"""The order of a list: one of its own orders, or with words to search for, by how well rows answer them."""

from django.utils.translation import gettext_lazy as _

from .faults import Fault
from .strict import StrictFilterSet

RELEVANCE = "relevance"
BEST_FIRST = (RELEVANCE, _("best match first"))


class SortedFilterSet(StrictFilterSet):
    """A list with the parameter ``sort``; ``orders`` names the queryset's method for each value, the usual one first.

    ``relevance`` is an order of every list that takes words; without any it is a fault.
    """

    orders = {}

    def _impossible_combinations(self):
        yield from super()._impossible_combinations()
        if self.cleaned.get("sort") == RELEVANCE and not self.cleaned.get("q"):
            message = _("Relevance is an order of search results: it needs “q”.")
            yield Fault("sort", RELEVANCE, "needs_words", str(message), self.usual_order)

    def idle(self, query):
        """Relevance too is idle, without words."""
        return super().idle(query) | ({"sort"} if query.get("sort") == [RELEVANCE] and "q" not in query else set())

    @property
    def usual_order(self):
        """The value of ``sort`` that need not be given."""
        return next(iter(self.orders))

    @property
    def offered_orders(self):
        """The values of ``sort`` that make sense with this query, with their labels; best matches first."""
        question = self.filters["sort"]
        labels = question.find(question.all())
        return [(value, label) for value, label in labels.items() if value != RELEVANCE or self.data.get("q")]

    @property
    def order_in_force(self):
        """The value of ``sort`` by which the list stands."""
        return self.query.get("sort", [self.usual_order])[0]

    def order(self, rows):
        """``rows`` in the order asked for, or the usual one."""
        sort = self.order_in_force
        return rows.best_match_first(self.cleaned["q"]) if sort == RELEVANCE else getattr(rows, self.orders[sort])()
