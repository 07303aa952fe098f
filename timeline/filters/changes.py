"""The query string of the list of changes."""

from django.utils.translation import gettext_lazy as _

from ..models import Change, Noun
from .facets import ChosenFilters
from .lists import BY_DATE
from .moments import Since
from .questions import Choices, OneOf
from .strict import StrictFilterSet


class ChangeFilter(ChosenFilters, StrictFilterSet):
    """Chooses changes; the last one first, but with ``since`` in the order in which they happened."""

    since = Since(
        "after",
        label=_("Since"),
        help_text=_(
            "A cursor, for what comes after that change (0 for all), or a day or moment: 2026-11-20T12:00:00Z."
        ),
    )
    resource = Choices(Noun.choices, "of_nouns", label=_("Kind of record"), help_text=_("By the name of its list."))
    change = Choices(
        Change.Kind.choices, "of_kinds", label=_("What happened"), help_text=_("Created, changed or gone.")
    )
    sort = OneOf(BY_DATE, label=_("Order"), help_text=_("date or -date; unless told, date with “since”, else -date."))

    class Meta:
        model = Change
        fields = []

    def __init__(self, data=None, queryset=None, **kwargs):
        super().__init__(data, queryset=Change.objects.all() if queryset is None else queryset, **kwargs)

    def order(self, changes):
        """As asked for, else as one reads on from ``since``, else back from the last."""
        sort = self.cleaned["sort"] or ("date" if "since" in self.data else "-date")
        return changes.oldest_first() if sort == "date" else changes.newest_first()


class ChangeFeedFilter(ChangeFilter):
    """Chooses changes for the feed, which has no pages: it tells the last ones."""

    page = page_size = None

    class Meta(ChangeFilter.Meta):
        pass
