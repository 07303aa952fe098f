"""The columns of ``meetings.csv``."""

from django.utils.translation import gettext_lazy as _

from ...models import Confidence, Meeting, Precision
from .base import Column, address, count, day, key, one_of, texts, texts_with_gaps, truth

MEETINGS = [
    Column(
        "key",
        _("The meeting’s key; never changes."),
        constraints={"required": True, "unique": True, "pattern": "[a-z0-9-]+"},
    ),
    address("url", _("The meeting in the API.")),
    address("html_url", _("The meeting’s page.")),
    *texts_with_gaps("title", _("Who met and where.")),
    key("format.key", _("The kind of meeting, by key.")),
    *texts("format.name", _("The kind of meeting.")),
    Column(
        "dates.edtf",
        _("When it was, in EDTF (ISO 8601-2, level 1); shows no day or month that is not known."),
        constraints={"required": True},
    ),
    day("dates.start", _("Earliest first day, local date at the venue; for sorting.")),
    day("dates.end", _("Latest last day, local date at the venue; for sorting.")),
    one_of("dates.precision", _("How much of the date is known."), Precision.choices),
    Column("dates.qualifier", _("approximate, uncertain or both; empty: the date is neither.")),
    Column("dates.time_zone", _("IANA name, of the place; empty where none is known.")),
    one_of("status", _("What became of the meeting."), Meeting.Status.choices),
    Column("place.key", _("The place, by key; empty for calls and where no city is known.")),
    *texts("place.name", _("The place.")),
    Column("place.country", _("ISO 3166-1 alpha-2; empty where it is disputed or no city is known.")),
    Column(
        "no_place",
        _("Why there is no place; empty where there is one."),
        constraints={"enum": Meeting.NoPlace.values},
    ),
    Column("venue", _("House or hall, if a source names it.")),
    *texts_with_gaps("occasion", _("The event beside which the sides met.")),
    Column("duration_minutes", _("Length in minutes, only if a source gives it."), type="integer"),
    Column("duration", _("The length as an ISO 8601 duration.")),
    Column("participants.participant.key", _("Who sat at the table, by key, in the order of the delegations.")),
    *texts("participants.participant.name", _("Who sat at the table.")),
    Column("participants.side", _("The delegation of each.")),
    Column("issues.key", _("What was talked about, by key, the main issue first.")),
    *texts("issues.name", _("What was talked about.")),
    Column("numbers.series.key", _("The official counts that number the meeting, by key.")),
    Column("numbers.number", _("Its number in each of these counts.")),
    Column("numbers.session", _("Its session in each, where one round met more than once.")),
    Column("numbers.derived", _("Whether the editors counted it between printed numbers.")),
    *texts_with_gaps("summary", _("What the meeting was and what came out of it, in our own words.")),
    count("statement_count", _("How many statements are recorded.")),
    count("source_count", _("How many sources were read.")),
    one_of("confidence", _("How well its sources support it."), Confidence.choices),
    truth("has_discrepancies", _("Whether sources differ; the meeting’s page says about what.")),
    Column("updated_at", _("When readers last saw a change; RFC 3339."), type="datetime", format="any"),
]
