"""The query string of the chronology, for pages, API and every other form of the list."""

from collections import Counter

from django.utils.translation import gettext_lazy as _

from ..bitmaps import FACETS
from ..countries import country_name
from ..models import Confidence, Format, Issue, Meeting, Office, Participant, Place, Source, Statement
from ..querysets import WHAT_IT_HAS
from .dated import DatedFilterSet
from .facets import Facet, FacetedFilterSet, Option
from .faults import Fault
from .moments import UpdatedFilterSet
from .questions import Choices, Excluded, FormatKeys, Keys, OneOf, WholeNumber, Words
from .sorting import BEST_FIRST, SortedFilterSet

SORTS = [
    ("date", _("oldest first")),
    ("-date", _("newest first")),
    BEST_FIRST,
    ("updated", _("last changed first")),
]
HAS = {
    "statements": _("statements"),
    "discrepancy": _("sources that differ"),
    "number": _("an official number"),
    "readout-jp": _("a Japanese read-out"),
    "readout-ru": _("a Russian read-out"),
}
HAS_CHOICES = [(value, HAS[value]) for value in WHAT_IT_HAS]  # what a meeting can have or lack


def countries():
    """Codes of the countries in which a place of the record lies, as choices."""
    codes = Place.objects.public().exclude(country="").order_by("country").values_list("country", flat=True).distinct()
    return [(code, country_name(code)) for code in codes]


class MeetingFilter(FacetedFilterSet, DatedFilterSet, UpdatedFilterSet, SortedFilterSet):
    """Chooses meetings; with no ``queryset``, from all that are published."""

    q = Words("matching", label=_("Words"), help_text=_('Words in English, Russian or Japanese; "a phrase"; -not.'))
    format = FormatKeys(
        Format, "in_format", named="short_name", label=_("Format"), help_text=_("Kind of meeting, by key.")
    )
    issue = Keys(Issue, "about", label=_("Issue"), help_text=_("What was talked about, by key."))
    participant = Keys(Participant, "attended_by", label=_("Participant"), help_text=_("Who sat at the table, by key."))
    office = Keys(
        Office,
        "attended_from",
        named="title",
        label=_("Office"),
        help_text=_("A post whose holder sat at the table, by key."),
    )
    place = Keys(Place, "at", label=_("Place"), help_text=_("The city, by key."))
    country = Choices(
        countries, "in_country", label=_("Country"), help_text=_("The country of the place, ISO 3166-1 alpha-2.")
    )
    source = Keys(Source, "citing", named="title", label=_("Source"), help_text=_("What was read, by key."))
    status = Choices(
        Meeting.Status.choices, "with_status", label=_("Status"), help_text=_("What became of the meeting.")
    )
    side = Choices(
        Statement.Side.choices,
        label=_("Side speaking"),
        help_text=_("Whose statement there is; with “kind”, of that kind."),
    )
    kind = Choices(
        Statement.Kind.choices, label=_("Kind of statement"), help_text=_("What sort of statement there is.")
    )
    confidence = Choices(
        Confidence.choices, "with_confidence", label=_("Confidence"), help_text=_("How well it is supported.")
    )
    has = Choices(HAS_CHOICES, label=_("Has"), help_text=_("What the record of the meeting has; repeat for AND."))
    lacks = Choices(HAS_CHOICES, label=_("Lacks"), help_text=_("What the record of the meeting lacks; repeat for AND."))
    year = WholeNumber(
        "in_year",
        label=_("Year"),
        help_text=_("The year in which it began, as on the page of the year."),
        min_value=1,
        max_value=9999,
    )
    sort = OneOf(SORTS, label=_("Order"), help_text=_("date (unless told), -date, updated, or with q relevance."))

    orders = {"date": "oldest_first", "-date": "newest_first", "updated": "last_changed_first"}
    facet_names = FACETS

    excludable = ("format", "issue", "participant", "office", "place", "country", "source", "status", "confidence")

    class Meta:
        model = Meeting
        fields = []

    @classmethod
    def get_filters(cls):
        """Adds ``not_format`` and its kin, which leave out what ``format`` would choose."""
        filters = super().get_filters()
        return filters | {f"not_{name}": Excluded(filters[name]) for name in cls.excludable if name in filters}

    def __init__(self, data=None, queryset=None, **kwargs):
        self.among_all = queryset is None
        super().__init__(data, queryset=Meeting.objects.published() if queryset is None else queryset, **kwargs)

    def choose(self, leaving_out=()):
        """The meetings that answer; ``leaving_out`` names parameters to disregard."""
        meetings = self.in_dates(super().choose(leaving_out))
        asked = {name: list(self.cleaned[name]) for name in ("side", "kind", "has", "lacks") if name not in leaving_out}
        voices = {f"{name}__in": asked[name] for name in ("side", "kind") if asked.get(name)}
        meetings = meetings.with_statement(**voices) if voices else meetings
        for value in asked.get("has", ()):
            meetings = getattr(meetings, WHAT_IT_HAS[value])()
        for value in asked.get("lacks", ()):
            meetings = meetings.lacking(WHAT_IT_HAS[value])
        return meetings

    def years(self):
        """The years as a ``Facet``, in order of time; ``None`` where the address names the year."""
        if "year" not in self.filters:
            return None
        found, meetings, asked = Counter(), self.chosen_but("year"), str(self.cleaned["year"] or "")
        for begun, having in self.bitmaps["begun"].items():
            found[begun[:4]] += (having & meetings).bit_count()
        options = [Option(year, year, found[year], year == asked) for year in sorted({*found, asked} - {""})]
        options = [option for option in options if option.count or option.chosen]
        return Facet("year", str(self.filters["year"].label), options)

    def _impossible_combinations(self):
        yield from super()._impossible_combinations()
        for name in self.excludable:
            yield from self._left_out_again(name)
        message = str(_("No meeting can have and lack the same."))
        for value in [value for value in self.cleaned["lacks"] if value in self.cleaned["has"]]:
            yield Fault("lacks", value, "contradiction", message)
        if "statements" in self.cleaned["lacks"] and (self.cleaned["side"] or self.cleaned["kind"]):
            message = _("“side” and “kind” ask for a statement, which a meeting that lacks statements has none of.")
            yield Fault("lacks", "statements", "contradiction", str(message))

    def _left_out_again(self, name):
        """The fault that ``not_…`` leaves out all that a parameter chooses; one for each value."""
        wanted, unwanted = self.cleaned.get(name), self.cleaned.get(f"not_{name}") or {}
        if wanted and wanted.keys() <= unwanted.keys():
            message = str(_("“%(name)s” asks for what this leaves out.") % {"name": name})
            for value in wanted:
                yield Fault(f"not_{name}", value, "contradiction", message)

    @property
    def narrowing(self):
        """The names of the parameters that were given, beyond the order and the page."""
        return self.query.keys() - {*self.steering, "date_match"}


class MeetingOfYearFilter(MeetingFilter):
    """Chooses among the meetings of one year, which the address names and the query string therefore cannot."""

    year = None

    class Meta(MeetingFilter.Meta):
        pass
