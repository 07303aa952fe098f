"""What was said, on what, and on which sources it rests."""

from django.utils.translation import gettext_lazy as _

from ...models import Statement
from .columns import STATEMENT_KEY, as_in, column, place_in_list, refers
from .table import Reference, Table
from .vocabulary import PLACE_IN_LIST, THE_ISSUE, THE_SOURCE


def _key(meeting, number):
    """What makes the key of a statement of its meeting's key and its number, each found under that lookup."""
    return lambda row: None if row[number] is None else f"{row[meeting]}#{row[number]}"


def _statement_key(name, meaning, meeting, number, **facts):
    return column(
        name, meaning, reads=(meeting, number), value=_key(meeting, number), constraints=STATEMENT_KEY, **facts
    )


STATEMENTS_TABLE = Table(
    name="statements",
    title=_("Statements"),
    meaning=_("One row for each claim made at or around a meeting, by one voice."),
    records=Statement.objects.published,
    columns=(
        _statement_key(
            "key",
            _("The key of the meeting, # and the number of the statement; never changes."),
            "meeting__key",
            "number",
            required=True,
        ),
        *as_in(
            "statements",
            "meeting.key",
            "number",
            "side",
            required=("number",),
            choices={"side": Statement.Side.choices},
        ),
        *as_in("statements", "speaker.key", "attributed_to.key", "kind", choices={"kind": Statement.Kind.choices}),
        *as_in("statements", "text", "phrase", "said_on", required=("text.en",)),
        _statement_key("in_reply_to.key", _("The claim that it answers."), "meeting__key", "in_reply_to__number"),
    ),
    key=("key",),
    order=("meeting__start", "meeting__key", "number"),
    references=(
        Reference(("meeting.key",), "meetings"),
        Reference(("speaker.key",), "participants"),
        Reference(("attributed_to.key",), "organisations"),
        Reference(("in_reply_to.key",), "statements"),
    ),
)


def _tied(noun, title, meaning, key_meaning):
    """The table that ties statements to records of another kind, in the order of their list."""
    name, owner = noun.removesuffix("s"), ("statement__meeting__key", "statement__number")
    return Table(
        name=f"statement_{noun}",
        title=title,
        meaning=meaning,
        records=lambda: getattr(Statement, noun).through.objects.filter(statement__in=Statement.objects.published()),
        columns=(
            _statement_key("statement.key", _("The statement, by key."), *owner, required=True),
            refers(f"{name}.key", key_meaning),
            place_in_list(PLACE_IN_LIST),
        ),
        key=("statement.key", f"{name}.key"),
        order=(*owner, "sort_value", f"{name}__key"),
        references=(Reference(("statement.key",), "statements"), Reference((f"{name}.key",), noun)),
        counted_within=owner,
    )


STATEMENTS = (
    STATEMENTS_TABLE,
    _tied(
        "issues",
        _("Issues of statements"),
        _("One row for each issue of a statement; the one under which it stands comes first."),
        THE_ISSUE,
    ),
    _tied("sources", _("Sources of statements"), _("One row for each source of a statement."), THE_SOURCE),
)
