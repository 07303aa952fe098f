"""The columns of ``statements.csv``."""

from django.utils.translation import gettext_lazy as _

from ...models import Statement
from .base import Column, address, count, day, one_of, texts, texts_with_gaps

STATEMENTS = [
    Column(
        "key",
        _("The key of the meeting, # and the number of the statement; never changes."),
        constraints={"required": True, "unique": True, "pattern": "[a-z0-9-]+#[0-9]+"},
    ),
    address("url", _("The statement in the API.")),
    address("html_url", _("Where the page of the meeting shows it.")),
    Column("meeting.key", _("The meeting at or around which it was said, by key."), constraints={"required": True}),
    *texts_with_gaps("meeting.name", _("That meeting.")),
    count("number", _("Its number at the meeting; never changes.")),
    one_of("side", _("Whose claim it is."), Statement.Side.choices),
    Column("speaker.key", _("The person who said it, by key.")),
    *texts("speaker.name", _("The person who said it.")),
    Column("attributed_to.key", _("The body that said it, by key, if no person is named.")),
    *texts("attributed_to.name", _("The body that said it.")),
    one_of("kind", _("What sort of claim it is."), Statement.Kind.choices),
    Column("issues.key", _("What it is about, by key; the issue under which it stands comes first.")),
    *texts("issues.name", _("What it is about.")),
    *texts_with_gaps("text", _("The claim in our own words, with the terms of the side that made it.")),
    Column("phrase", _("At most eight quoted words, where the wording is the fact.")),
    day("said_on", _("The day on which it was said; empty if no day is known.")),
    Column("in_reply_to.key", _("The claim that it answers.")),
    Column("replies.key", _("The claims that answer it.")),
    Column("sources.key", _("What it rests on, by key."), constraints={"required": True}),
    Column("updated_at", _("When readers last saw a change of its meeting; RFC 3339."), type="datetime", format="any"),
]
