"""The meetings, who sat there, what stood on the agenda, what was read, which number they bear, what led to what."""

from django.utils.translation import gettext_lazy as _

from ...dates import edtf
from ...models import Attendance, Confidence, Meeting, MeetingLink, Number, Precision, Side
from .columns import as_in, column, place_in_list, refers, texts, whole
from .table import Reference, Table
from .vocabulary import PLACE_IN_LIST, THE_ISSUE, THE_SOURCE

THE_MEETING = _("The meeting, by key.")
TO_MEETING = Reference(("meeting.key",), "meetings")

_DATES = {"dates.start": "start", "dates.end": "end", "dates.precision": "precision"}
_EDTF = column(
    "dates.edtf",
    _("When it was, in EDTF (ISO 8601-2, level 1); shows no day or month that is not known."),
    reads=("start", "end", "precision"),
    value=lambda row: edtf(row["start"], row["end"], row["precision"]),
    required=True,
)

MEETINGS_TABLE = Table(
    name="meetings",
    title=_("Meetings"),
    meaning=_("One row for each occasion on which the two sides met, or planned to."),
    records=Meeting.objects.published,
    columns=(
        *as_in("meetings", "key", "title", "format.key", required=("title.en", "format.key")),
        _EDTF,
        *as_in(
            "meetings",
            *_DATES,
            reads=_DATES,
            required=("dates.start", "dates.end"),
            choices={"dates.precision": Precision.choices},
        ),
        *as_in("meetings", "status", choices={"status": Meeting.Status.choices}),
        *as_in("meetings", "place.key"),
        column("no_place", _("Why there is no place; empty where there is one."), choices=Meeting.NoPlace.choices),
        *as_in("meetings", "venue", "occasion", "duration_minutes", "summary", required=("summary.en",)),
        column("numbers_note", _("Other counts that a source gives.")),
        *as_in("meetings", "confidence", choices={"confidence": Confidence.choices}),
        column("discrepancies", _("What sources disagree about, which was taken and why.")),
    ),
    key=("key",),
    order=("start", "key"),
    references=(Reference(("format.key",), "formats"), Reference(("place.key",), "places")),
)

SEATS = Table(
    name="meeting_participants",
    title=_("Participants at meetings"),
    meaning=_("Who sat at the table, in the order of the delegations."),
    records=Attendance.objects.published,
    columns=(
        refers("meeting.key", THE_MEETING),
        refers("participant.key", _("Who sat at the table, by key.")),
        column("side", _("The delegation."), required=True, choices=Side.choices),
        *texts("capacity", _("The office held on that day.")),
        column("lead", _("Heads the delegation, alone or with others."), type="boolean", required=True),
        place_in_list(PLACE_IN_LIST),
    ),
    key=("meeting.key", "participant.key"),
    order=("meeting__key", "order", "participant__key"),
    references=(TO_MEETING, Reference(("participant.key",), "participants")),
    counted_within=("meeting__key",),
)


def _tied(noun, title, meaning, key_meaning):
    """The table that ties meetings to records of another kind, in the order of their list."""
    name = noun.removesuffix("s")
    return Table(
        name=f"meeting_{noun}",
        title=title,
        meaning=meaning,
        records=lambda: getattr(Meeting, noun).through.objects.filter(meeting__in=Meeting.objects.published()),
        columns=(
            refers("meeting.key", THE_MEETING),
            refers(f"{name}.key", key_meaning),
            place_in_list(PLACE_IN_LIST),
        ),
        key=("meeting.key", f"{name}.key"),
        order=("meeting__key", "sort_value", f"{name}__key"),
        references=(TO_MEETING, Reference((f"{name}.key",), noun)),
        counted_within=("meeting__key",),
    )


NUMBERS = Table(
    name="numbers",
    title=_("Official numbers"),
    meaning=_("The places of meetings in official counts."),
    records=Number.objects.published,
    columns=(
        refers("meeting.key", THE_MEETING),
        refers("series.key", _("Whose count, by key.")),
        whole("number", _("As counted by that side."), least=1),
        whole("session", _("Only where one round met more than once."), required=False),
        column("derived", _("Counted by the editors between printed numbers."), type="boolean", required=True),
    ),
    key=("meeting.key", "series.key"),
    order=("meeting__key", "series__key"),
    references=(TO_MEETING, Reference(("series.key",), "series")),
)

LINKS = Table(
    name="links",
    title=_("Links between meetings"),
    meaning=_("What led to what: stored once, read both ways."),
    records=MeetingLink.objects.published,
    columns=(
        refers("earlier.key", _("The earlier meeting, by key.")),
        refers("later.key", _("The later meeting, by key.")),
        column(
            "kind",
            _("How the later meeting hangs on the earlier one."),
            required=True,
            choices=MeetingLink.Kind.choices,
        ),
    ),
    key=("earlier.key", "later.key"),
    order=("earlier__key", "later__key"),
    references=(Reference(("earlier.key",), "meetings"), Reference(("later.key",), "meetings")),
)

LINK_SOURCES = Table(
    name="link_sources",
    title=_("Sources of links"),
    meaning=_("One row for each source of a link; a link that rests on the two meetings alone has none."),
    records=lambda: MeetingLink.sources.through.objects.filter(meetinglink__in=MeetingLink.objects.published()),
    columns=(
        refers("earlier.key", _("The earlier meeting, by key."), reads=("meetinglink__earlier__key",)),
        refers("later.key", _("The later meeting, by key."), reads=("meetinglink__later__key",)),
        refers("source.key", THE_SOURCE),
        place_in_list(PLACE_IN_LIST),
    ),
    key=("earlier.key", "later.key", "source.key"),
    order=("meetinglink__earlier__key", "meetinglink__later__key", "sort_value", "source__key"),
    references=(
        Reference(("earlier.key", "later.key"), "links", ("earlier.key", "later.key")),
        Reference(("source.key",), "sources"),
    ),
    counted_within=("meetinglink__earlier__key", "meetinglink__later__key"),
)

MEETINGS = (
    MEETINGS_TABLE,
    SEATS,
    _tied("issues", _("Issues of meetings"), _("One row for each issue of a meeting, the main one first."), THE_ISSUE),
    _tied(
        "sources",
        _("Sources of meetings"),
        _("One row for each source of a meeting; footnotes on its page follow this order."),
        THE_SOURCE,
    ),
    NUMBERS,
    LINKS,
    LINK_SOURCES,
)
