"""The columns of ``sources.csv``."""

from django.utils.translation import gettext_lazy as _

from ...models import LinkState, Source
from .base import Column, address, count, day, one_of, truth

SOURCES = [
    Column(
        "key",
        _("The source’s key; never changes."),
        constraints={"required": True, "unique": True, "pattern": "[a-z0-9-]+"},
    ),
    address("url", _("The source in the API.")),
    address("html_url", _("The source’s page here.")),
    Column("publisher", _("Who put it where it was read."), constraints={"required": True}),
    Column("original_publisher", _("Whose text it is, if it is a copy.")),
    Column("title", _("In its own language, as printed."), constraints={"required": True}),
    truth("title_supplied", _("Whether the title is ours, the page’s own not being known.")),
    address("source_url", _("Where it was read; empty for a document without an address.")),
    address("archived_url", _("A lasting copy, if one is known.")),
    Column(
        "link_state.state",
        _("What was found at source_url when it was tried last; empty if it was never tried."),
        constraints={"enum": LinkState.State.values},
    ),
    Column("link_state.checked_at", _("When it was tried last."), type="datetime", format="any"),
    Column("document", _("The file of an article without an address.")),
    Column("language", _("BCP 47."), constraints={"required": True}),
    day("published", _("When it was published; empty if no date is printed.")),
    one_of("side", _("Whose text it is; the press is third."), Source.Side.choices),
    one_of("kind", _("A read-out is an official account of the meeting itself."), Source.Kind.choices),
    Column("note", _("What a reader should know about it.")),
    count("meeting_count", _("How many meetings rest on it.")),
    count("statement_count", _("How many statements rest on it.")),
    address("meetings_url", _("The list of these meetings in the API.")),
    address("statements_url", _("The list of these statements in the API.")),
]
