"""The query strings of the other lists: statements, people, sources, and those that only have pages."""

from django.utils.translation import gettext_lazy as _

from ..countries import country_name
from ..models import Format, Issue, Meeting, Office, Organisation, Participant, Source, Statement
from ..models.choices import Kind
from .dated import DatedFilterSet
from .facets import ChosenFilters
from .moments import UpdatedFilterSet
from .questions import Choices, FormatKeys, Keys, OneOf, Words
from .sorting import BEST_FIRST, SortedFilterSet

WORDS_HELP = _("Words in English, Russian or Japanese; “a phrase”; -not.")
BY_DATE = [("date", _("oldest first")), ("-date", _("newest first"))]
BY_NAME = [("name", _("by name"))]
BY_KEY = [("key", _("by key"))]


def countries_of_people():
    """Countries of the people of the record, as choices."""
    codes = Participant.objects.public().order_by("country").values_list("country", flat=True).distinct()
    return [(code, country_name(code)) for code in codes]


def languages_of_sources():
    """Languages of the sources of the record, as choices."""
    codes = Source.objects.public().order_by("language").values_list("language", flat=True).distinct()
    return [(code, code) for code in codes]


class StatementFilter(ChosenFilters, DatedFilterSet, UpdatedFilterSet, SortedFilterSet):
    """Chooses statements, unless told otherwise from all that are published."""

    q = Words("matching", label=_("Words"), help_text=WORDS_HELP)
    issue = Keys(Issue, "about", label=_("Issue"), help_text=_("What it is about, by key."))
    side = Choices(Statement.Side.choices, "by_sides", label=_("Side"), help_text=_("Whose claim it is."))
    kind = Choices(Statement.Kind.choices, "of_kinds", label=_("Kind"), help_text=_("What sort of claim it is."))
    participant = Keys(Participant, "by_speakers", label=_("Speaker"), help_text=_("Who said it, by key."))
    organisation = Keys(
        Organisation, "by_organisations", label=_("Body"), help_text=_("To which it is attributed, by key.")
    )
    meeting = Keys(
        Meeting, "at_meetings", named="title", label=_("Meeting"), help_text=_("At or around which, by key.")
    )
    format = FormatKeys(
        Format, "in_format", named="short_name", label=_("Format"), help_text=_("Kind of meeting, by key.")
    )
    source = Keys(Source, "citing", named="title", label=_("Source"), help_text=_("What was read, by key."))
    sort = OneOf(
        [*BY_DATE, BEST_FIRST], label=_("Order"), help_text=_("date (unless told), -date, or with q relevance.")
    )

    orders = {"date": "in_order_of_time", "-date": "latest_first"}

    class Meta:
        model = Statement
        fields = []

    def __init__(self, data=None, queryset=None, **kwargs):
        super().__init__(data, queryset=Statement.objects.published() if queryset is None else queryset, **kwargs)

    def choose(self, leaving_out=()):
        """The statements that answer."""
        return self.in_dates(super().choose(leaving_out))


class ParticipantFilter(ChosenFilters, UpdatedFilterSet, SortedFilterSet):
    """Chooses people, unless told otherwise from all that are public; in the order of their English names."""

    q = Words("matching", label=_("Name"), help_text=_("A name in any script."))
    country = Choices(countries_of_people, "from_countries", label=_("Country"), help_text=_("ISO 3166-1 alpha-2."))
    kind = Choices(Kind.choices, "of_kinds", label=_("Kind"), help_text=_("Officials or observers."))
    office = Keys(Office, "who_held", named="title", label=_("Office"), help_text=_("A post ever held, by key."))
    sort = OneOf(
        [*BY_NAME, BEST_FIRST], label=_("Order"), help_text=_("name (in English, unless told), or with q relevance.")
    )

    orders = {"name": "by_name"}

    class Meta:
        model = Participant
        fields = []

    def __init__(self, data=None, queryset=None, **kwargs):
        super().__init__(data, queryset=Participant.objects.public() if queryset is None else queryset, **kwargs)


class SourceFilter(ChosenFilters, UpdatedFilterSet, SortedFilterSet):
    """Chooses sources, unless told otherwise from all that are public; in the order of their keys."""

    q = Words("matching", label=_("Words"), help_text=_("Words of title, publisher or address."))
    side = Choices(Source.Side.choices, "from_sides", label=_("Side"), help_text=_("Whose text it is."))
    kind = Choices(Source.Kind.choices, "of_kinds", label=_("Kind"), help_text=_("What sort of text it is."))
    language = Choices(languages_of_sources, "in_languages", label=_("Language"), help_text=_("BCP 47."))
    sort = OneOf(
        [*BY_KEY, *BY_DATE, BEST_FIRST],
        label=_("Order"),
        help_text=_("key (unless told), date (of publication), -date, or with q relevance."),
    )

    orders = {"key": "by_key", "date": "oldest_first", "-date": "newest_first"}

    class Meta:
        model = Source
        fields = []

    def __init__(self, data=None, queryset=None, **kwargs):
        super().__init__(data, queryset=Source.objects.public() if queryset is None else queryset, **kwargs)


class PageFilter(UpdatedFilterSet):
    """For lists of which only pages and changes can be asked; give it the ordered rows as ``queryset``."""
