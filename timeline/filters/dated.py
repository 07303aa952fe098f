"""Choosing by date: a range of days, or an EDTF date, and what a partial date means then."""

from django.utils.translation import gettext_lazy as _

from ..dates import Span
from .faults import Fault
from .questions import DateSpan, Day, OneOf
from .strict import StrictFilterSet

DATES = {"from", "to", "date"}
DATE_MATCHES = [("overlap", _("could lie in the range")), ("within", _("surely lies in the range"))]


class DatedFilterSet(StrictFilterSet):
    """Chooses by the dates of meetings: ``from``, ``to``, ``date`` and ``date_match``."""

    date = DateSpan(label=_("Date"), help_text=_("EDTF: 2017, 2017-03, 2017-03-20 or 2016-12/2017-03."))
    date_match = OneOf(
        DATE_MATCHES,
        label=_("Partial dates"),
        help_text=_("overlap (unless told): meetings that could lie in the range; within: that surely do."),
    )

    @classmethod
    def get_filters(cls):
        """Adds ``from`` and ``to``, which Python cannot name in a class body."""
        filters = super().get_filters()
        filters["from"] = Day(label=_("From"), help_text=_("First day, inclusive: 2017-01-01, or a month or year."))
        filters["to"] = Day(label=_("To"), help_text=_("Last day, inclusive: 2017-12-31, or a month or year."))
        return filters

    def spans(self):
        """The ranges of days that were asked for."""
        return [span for span in (self._bounds(), self.cleaned.get("date")) if span and any(span)]

    def _bounds(self):
        """The range from ``from`` to ``to``."""
        first, last = self.cleaned.get("from"), self.cleaned.get("to")
        return Span(first.first if first else None, last.last if last else None)

    def _impossible_combinations(self):
        yield from super()._impossible_combinations()
        bounds, named = self._bounds(), self.cleaned.get("date")
        if not bounds.meets(bounds):
            message = _("The range ends before it starts: “to” lies before “from”.")
            yield Fault("to", self.data["to"], "ends_before_start", str(message), self.data["from"])
        elif named and not named.meets(bounds):
            message = _("No day of “date” lies in the range of “from” and “to”.")
            yield Fault("date", self.data["date"], "contradiction", str(message))
        if "date_match" in self.idle(self.data):
            message = _("It says how to match a date, and none is given: “date”, “from” or “to” is needed.")
            yield Fault("date_match", self.data["date_match"], "needs_date", str(message))

    def idle(self, query):
        """How to match a date is idle without any."""
        return super().idle(query) | ({"date_match"} & query.keys() if not DATES & query.keys() else set())

    def in_dates(self, rows):
        """Those of ``rows`` in every range asked for."""
        for span in self.spans():
            within = self.cleaned.get("date_match") == "within"
            rows = rows.within(*span) if within else rows.overlapping(*span)
        return rows
