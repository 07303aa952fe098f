"""The query string of the chronology, for pages, API and every other form of the list."""

from functools import cached_property

from django.utils.translation import gettext_lazy as _

from ..countries import country_name
from ..models import Confidence, Format, Issue, Meeting, Office, Participant, Place, Source, Statement
from .dated import DatedFilterSet
from .facets import FacetedFilterSet
from .faults import Fault
from .moments import UpdatedFilterSet
from .strict import Choices, Excluded, FormatKeys, Keys, OneOf, Words

SORTS = [
    ("date", _("oldest first")),
    ("-date", _("newest first")),
    ("relevance", _("best match first")),
    ("updated", _("last changed first")),
]
HAS = {
    "statements": ("with_statement", _("statements")),
    "discrepancy": ("with_discrepancy", _("sources that differ")),
    "number": ("with_number", _("an official number")),
    "readout-jp": ("with_readout_of_japan", _("a Japanese read-out")),
    "readout-ru": ("with_readout_of_russia", _("a Russian read-out")),
}


def countries():
    """Codes of the countries in which a place of the record lies, as choices."""
    codes = Place.objects.public().exclude(country="").order_by("country").values_list("country", flat=True).distinct()
    return [(code, country_name(code)) for code in codes]


def has_choices():
    """What a meeting can have or lack, as choices."""
    return [(value, label) for value, (_question, label) in HAS.items()]


class MeetingFilter(FacetedFilterSet, DatedFilterSet, UpdatedFilterSet):
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
    has = Choices(has_choices, label=_("Has"), help_text=_("What the record of the meeting has; repeat for AND."))
    lacks = Choices(has_choices, label=_("Lacks"), help_text=_("What the record of the meeting lacks; repeat for AND."))
    sort = OneOf(SORTS, label=_("Order"), help_text=_("date (unless told), -date, updated, or with q relevance."))

    facet_names = ("format", "issue", "participant", "place", "country", "status", "side", "confidence", "has")

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
        super().__init__(data, queryset=Meeting.objects.published() if queryset is None else queryset, **kwargs)

    def _impossible_combinations(self):
        yield from super()._impossible_combinations()
        if self.cleaned.get("sort") == "relevance" and not self.cleaned.get("q"):
            message = _("Relevance is an order of search results: it needs “q”.")
            yield Fault("sort", "relevance", "needs_words", str(message), "date")

    def choose(self, leaving_out=()):
        """The meetings that answer; ``leaving_out`` names parameters to disregard."""
        meetings = self.in_dates(super().choose(leaving_out))
        asked = {name: list(self.cleaned[name]) for name in ("side", "kind", "has", "lacks") if name not in leaving_out}
        voices = {f"{name}__in": asked[name] for name in ("side", "kind") if asked.get(name)}
        meetings = meetings.with_statement(**voices) if voices else meetings
        for value in asked.get("has", ()):
            meetings = getattr(meetings, HAS[value][0])()
        for value in asked.get("lacks", ()):
            meetings = meetings.lacking(HAS[value][0])
        return meetings

    def counts(self, name, meetings):
        """How many of ``meetings`` one gets by each value of the facet."""
        if name == "has":
            return {value: getattr(meetings, question)().count() for value, (question, _label) in HAS.items()}
        return super().counts(name, meetings)

    def order(self, meetings):
        """``meetings`` in the order asked for; oldest first unless told."""
        orders = {"-date": "newest_first", "updated": "last_changed_first"}
        sort = self.cleaned["sort"]
        if sort == "relevance":
            return meetings.best_match_first(self.cleaned["q"])
        return getattr(meetings, orders.get(sort, "oldest_first"))()

    @cached_property
    def is_narrowed(self):
        """Whether anything was asked for beyond the order and the page."""
        return bool(set(self.query) - {"sort", "page", "page_size", "date_match"})
