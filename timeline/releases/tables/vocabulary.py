"""What editors choose from: formats, issues, places, official counts."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from ...models import Format, Issue, Place, Series
from .columns import column, own_key, place_in_list, refers, texts, whole
from .table import Reference, Table

PLACE_IN_LISTS = _("Place in lists.")
PLACE_IN_LIST = _("Its place in the list, from 1.")
THE_ISSUE = _("The issue, by key.")
THE_SOURCE = _("The source, by key.")


def member(meaning, name="alias", **facts):
    """The column of what an unfolded list holds."""
    return column(name, meaning, reads=(), value=lambda row: row["member"], required=True, **facts)


def aliases(owner, model, to, meaning):
    """The table of the other spellings of the records of ``model``; ``owner`` is what one of them is called."""
    return Table(
        name=f"{owner}_aliases",
        title=meaning,
        meaning=_("Other spellings, one a row."),
        records=model.objects.public,
        columns=(
            refers(f"{owner}.key", _("Whose spelling it is, by key."), reads=("key",)),
            place_in_list(PLACE_IN_LIST),
            member(_("The spelling.")),
        ),
        key=(f"{owner}.key", "position"),
        order=("key",),
        references=(Reference((f"{owner}.key",), to),),
        counted_within=("key",),
        unfolded="aliases",
    )


def _issues():
    """The public issues, each with the wider one if the public sees that too."""
    wider = Issue.objects.public().filter(pk=OuterRef("parent")).values("key")
    return Issue.objects.public().annotate(parent_key=Subquery(wider))


FORMATS = Table(
    name="formats",
    title=_("Formats"),
    meaning=_("The kinds of meeting, from the leaders down."),
    records=Format.objects.public,
    columns=(
        own_key(_("The format’s key; never changes.")),
        *texts("name", _("Full name of the format.")),
        *texts("short_name", _("As it stands in lists and on the time axis.")),
        column(
            "rank",
            _("1 leaders, 2 ministers, 3 first deputies, 4 deputies, 5 other."),
            type="integer",
            required=True,
            constraints={"minimum": 1, "maximum": 5},
        ),
        whole("order", PLACE_IN_LISTS),
        *texts("description", _("What the format is, in our own words.")),
    ),
    key=("key",),
    order=("key",),
)

ISSUES = Table(
    name="issues",
    title=_("Issues"),
    meaning=_("What is talked about."),
    records=_issues,
    columns=(
        own_key(_("The issue’s key; never changes.")),
        *texts("name", _("With both sides' names where they differ.")),
        *texts("description", _("What it is, with both positions where disputed, in our own words.")),
        refers("parent.key", _("The wider issue, if it belongs to one."), reads=("parent_key",), required=False),
        whole("order", PLACE_IN_LISTS),
    ),
    key=("key",),
    order=("key",),
    references=(Reference(("parent.key",), "issues"),),
)

PLACES = Table(
    name="places",
    title=_("Places"),
    meaning=_("Cities where meetings were held."),
    records=Place.objects.public,
    columns=(
        own_key(_("The place’s key; never changes.")),
        *texts("name", _("Usual name; both names where disputed.")),
        column("country", _("ISO 3166-1 alpha-2; empty where sovereignty is disputed.")),
        column(
            "latitude",
            _("Degrees north, WGS 84, of the city centre."),
            type="number",
            required=True,
            constraints={"minimum": -90, "maximum": 90},
        ),
        column(
            "longitude",
            _("Degrees east, WGS 84, of the city centre."),
            type="number",
            required=True,
            constraints={"minimum": -180, "maximum": 180},
        ),
        column("time_zone", _("IANA name."), required=True),
        column("note", _("What a reader should know about the place.")),
    ),
    key=("key",),
    order=("key",),
)

SERIES = Table(
    name="series",
    title=_("Official counts"),
    meaning=_("Counts of meetings that a side, both sides or the press keep."),
    records=Series.objects.public,
    columns=(
        own_key(_("The count’s key; never changes.")),
        *texts("name", _("What is counted.")),
        column("counter", _("Whose count it is."), required=True, choices=Series.Counter.choices),
        column("counted_by", _("Who prints the numbers."), required=True),
        column("scope", _("Which meetings are counted, and which are not."), required=True),
    ),
    key=("key",),
    order=("key",),
)

VOCABULARY = (
    FORMATS,
    aliases("format", Format, "formats", _("Spellings of formats")),
    ISSUES,
    PLACES,
    aliases("place", Place, "places", _("Spellings of places")),
    SERIES,
)
