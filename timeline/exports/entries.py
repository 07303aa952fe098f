"""What a feed tells of a record, the same in Atom and JSON Feed; the newest change first."""

from dataclasses import dataclass, field
from datetime import datetime

from ..models import Change
from ..models.translated import in_language
from ..punctuation import dated, labelled
from . import wording
from .names import name_of
from .read import sources_of


@dataclass(frozen=True)
class Entry:
    """One entry of a feed: ``id`` is its name for good, ``extras`` are facts for programs.

    ``published`` is when readers first saw it, ``None`` where the sequence of changes does not tell.
    """

    id: str
    url: str
    title: str
    summary: str
    language: str
    updated: datetime
    published: datetime | None
    tags: list
    authors: list = field(default_factory=list)
    related: list = field(default_factory=list)
    extras: dict = field(default_factory=dict)


def entries(export):
    """The entries of the rows of ``export``, in chunks."""
    entries_of = {"meetings": _of_meetings, "statements": _of_statements}[export.noun.name]
    return (entries_of(export, chunk) for chunk in export.chunks())


def _of_meetings(export, meetings):
    sources = sources_of(meetings)
    published = Change.objects.first_seen("meetings", [meeting.key for meeting in meetings])
    return [_of_meeting(export, meeting, sources[meeting.key], published.get(meeting.key)) for meeting in meetings]


def _of_meeting(export, meeting, sources, published):
    summary = meeting.summary.localised
    return Entry(
        id=name_of(export.permanent("meetings", meeting.key)),
        url=export.addresses.page("meetings", meeting.key),
        title=dated(wording.when(meeting), meeting.title),
        summary=summary.text,
        language=summary.language,
        updated=meeting.content_updated_at,
        published=published,
        tags=[str(one) for one in (meeting.format, *wording.became(meeting), *meeting.issues)],
        related=[source.url for source in sources if source.url],
        extras={
            "key": meeting.key,
            "edtf": meeting.edtf,
            "status": meeting.status,
            "format": meeting.format.key,
            "place": wording.where(meeting) or None,
        },
    )


def _of_statements(export, statements):
    keys = {statement.pk: f"{statement.meeting.key}#{statement.number}" for statement in statements}
    published = Change.objects.first_seen("statements", keys.values())
    return [_of_statement(export, statement, published.get(keys[statement.pk])) for statement in statements]


def _of_statement(export, statement, published):
    text, language = in_language(statement, "text")
    meeting, voice = statement.meeting, statement.speaker or statement.attributed_to
    anchor = f"#s{statement.number}"
    return Entry(
        id=name_of(export.permanent("meetings", meeting.key) + anchor),
        url=export.addresses.page("meetings", meeting.key) + anchor,
        title=labelled(voice.name if voice else statement.get_side_display(), f"{meeting.title} {anchor}"),
        summary=text,
        language=language,
        updated=meeting.content_updated_at,
        published=published,
        tags=[statement.get_kind_display(), *(issue.name for issue in statement.issues.all())],
        authors=[voice.name] if voice else [],
        related=[source.url for source in statement.sources.all() if source.url],
        extras={"key": f"{meeting.key}#{statement.number}", "meeting": meeting.key, "side": statement.side},
    )
