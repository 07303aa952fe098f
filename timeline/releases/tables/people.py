"""People and bodies, the posts that people held, and when."""

from django.utils.translation import gettext_lazy as _

from ...dates import partial_edtf
from ...models import Office, Organisation, Participant, Tenure
from ...models.choices import Kind
from .columns import PARTIAL_DATE, as_in, column, own_key, place_in_list, refers, texts, whole
from .table import Reference, Table
from .vocabulary import PLACE_IN_LIST, PLACE_IN_LISTS, aliases, member

TENURE_DATE = _("EDTF, to the day, month or year that is known; empty: unknown, or an end that has not come.")


def _end(name):
    """One end of a tenure, as far as it is known."""
    precision = f"{name}_precision"
    return column(
        name,
        TENURE_DATE,
        reads=(name, precision),
        value=lambda row: partial_edtf(row[name], row[precision]),
        constraints=PARTIAL_DATE,
    )


PARTICIPANTS = Table(
    name="participants",
    title=_("Participants"),
    meaning=_("People who met or spoke: officials of a side, and observers."),
    records=Participant.objects.public,
    columns=(
        *as_in("participants", "key", "name", required=("name.en",)),
        *as_in("participants", "full_name_ru", "reading_ja"),
        *as_in("participants", "country", "kind", required=("country",), choices={"kind": Kind.choices}),
        *as_in("participants", "wikidata"),
        column("wikidata_url", _("The page that gives the Wikidata number."), format="uri"),
        column("note", _("What a reader should know about the name or the person.")),
    ),
    key=("key",),
    order=("key",),
)

NAMES_SEEN = Table(
    name="participant_names_seen",
    title=_("Names that were seen"),
    meaning=_("Languages in which a source shows a name; the other forms follow the usual transcription."),
    records=Participant.objects.public,
    columns=(
        refers("participant.key", _("Whose name it is, by key."), reads=("key",)),
        place_in_list(PLACE_IN_LIST),
        member(_("BCP 47."), "language"),
    ),
    key=("participant.key", "position"),
    order=("key",),
    references=(Reference(("participant.key",), "participants"),),
    counted_within=("key",),
    unfolded="names_seen",
)

ORGANISATIONS = Table(
    name="organisations",
    title=_("Organisations"),
    meaning=_("Bodies to which statements are attributed."),
    records=Organisation.objects.public,
    columns=(
        own_key(_("The body’s key; never changes.")),
        *texts("name", _("As the body is known.")),
        column("country", _("ISO 3166-1 alpha-2; empty where there is none to name.")),
        column("type", _("Ministry, newspaper, agency, embassy …"), required=True),
        column("kind", _("Observers comment; they do not speak for a state."), required=True, choices=Kind.choices),
    ),
    key=("key",),
    order=("key",),
)

OFFICES = Table(
    name="offices",
    title=_("Offices"),
    meaning=_("Posts that people hold one after another."),
    records=Office.objects.public,
    columns=(
        own_key(_("The office’s key; never changes.")),
        column("side", _("Whose post it is."), required=True, choices=Office.Side.choices),
        *texts("title", _("Full official title.")),
        whole("order", PLACE_IN_LISTS),
    ),
    key=("key",),
    order=("key",),
)

TENURES = Table(
    name="tenures",
    title=_("Tenures"),
    meaning=_("Who held which office, from when to when."),
    records=Tenure.objects.of_public_people,
    columns=(
        refers("office.key", _("The office, by key.")),
        refers("participant.key", _("Who held it, by key.")),
        whole("term", _("2 for somebody's second time in this office."), least=1),
        _end("start"),
        _end("end"),
        column("verified", _("Title and dates were seen at the source."), type="boolean", required=True),
        column("source", _("The address of the page that gives title and dates."), format="uri"),
        column("note", _("Exceptions: which of the dates was seen where.")),
    ),
    key=("office.key", "participant.key", "term"),
    order=("office__key", "participant__key", "term"),
    references=(Reference(("office.key",), "offices"), Reference(("participant.key",), "participants")),
)

PEOPLE = (
    PARTICIPANTS,
    aliases("participant", Participant, "participants", _("Spellings of names")),
    NAMES_SEEN,
    ORGANISATIONS,
    OFFICES,
    TENURES,
)
