"""What of each record is searched: its texts, each with its language, where it stands, and what it is to a reader."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .kana import romanised, unspaced
from .marks import ANYWHERE, IN_HEAD, IN_TITLE

LANGUAGES = ("en", "ru", "ja")


@dataclass(frozen=True)
class Part:
    """A text of a record: ``language`` (BCP 47) is empty where it is in no one language, such as an address.

    ``stands`` ranks it (``IN_TITLE``, ``IN_HEAD``, ``ANYWHERE``), ``reason`` says what it is; ``of`` is the record to
    which it belongs, such as a speaker, and ``fragment`` its address on the page. ``is_name`` tells names from text.
    """

    text: str
    language: str
    stands: int
    reason: str
    of: object = None
    fragment: str = ""
    is_name: bool = False


def parts(record):
    """Every ``Part`` of a searchable record."""
    return [part for part in _PARTS[record._meta.model_name](record) if part.text]


def _translated(record, name, stands, reason, **more):
    for language in LANGUAGES:
        yield Part(getattr(record, f"{name}_{language}"), language, stands, reason, **more)


def _plain(record, stands, language="en", **reasons):
    for name, reason in reasons.items():
        yield Part(getattr(record, name), language, stands, reason)


def _of_meeting(meeting):
    yield from _translated(meeting, "title", IN_TITLE, _("title"))
    yield from _translated(meeting, "summary", IN_HEAD, _("summary"))
    for seat in meeting.attendances.all():
        yield from _names(seat.participant, IN_HEAD, _("participant"))
    if meeting.place:
        yield from _names(meeting.place, IN_HEAD, _("place"))
    for issue in meeting.issues.all():
        yield from _translated(issue, "name", IN_HEAD, _("issue"))
    for name in ("name", "short_name"):
        yield from _translated(meeting.format, name, IN_HEAD, _("format"))
    yield from (Part(alias, "", IN_HEAD, _("format")) for alias in meeting.format.aliases)
    yield from _translated(meeting, "occasion", IN_HEAD, _("occasion"))
    yield from _plain(meeting, IN_HEAD, venue=_("venue"))
    for statement in meeting.statements.all():
        yield from _claim(statement, ANYWHERE)
    for seat in meeting.attendances.all():
        yield from _translated(seat, "capacity", ANYWHERE, _("office that day"))
    yield from _plain(meeting, ANYWHERE, numbers_note=_("note on numbers"), discrepancies=_("where sources differ"))
    yield from _plain(meeting, ANYWHERE, "", key=_("address"))


def _of_statement(statement):
    yield from _claim(statement, IN_TITLE)
    for issue in statement.issues.all():
        yield from _translated(issue, "name", IN_HEAD, _("issue"))


def _claim(statement, stands):
    voice, known = statement.speaker or statement.attributed_to, {"fragment": f"#s{statement.number}"}
    yield from _translated(statement, "text", stands, _("statement"), of=voice, **known)
    yield Part(statement.phrase, "", stands, _("quoted phrase"), of=voice, **known)
    if statement.speaker:
        yield from _names(statement.speaker, stands, _("speaker"), **known)
    elif voice:
        yield from _translated(voice, "name", stands, _("speaker"), **known)


def _names(record, stands, reason, **known):
    """A name in every language and every other spelling; a person's readings too."""
    known |= {"of": record, "is_name": True}
    yield from _translated(record, "name", stands, reason, **known)
    yield from (Part(alias, "", stands, _("other spelling"), **known) for alias in record.aliases)
    if hasattr(record, "reading_ja"):
        yield Part(record.full_name_ru, "ru", stands, _("full name"), **known)
        yield Part(record.reading_ja, "ja", stands, _("reading"), **known)
        yield Part(unspaced(record.reading_ja), "ja", stands, _("reading"), **known)
        yield from (Part(spelling, "", stands, _("reading"), **known) for spelling in romanised(record.reading_ja))


def _of_participant(participant):
    yield from _names(participant, IN_TITLE, pgettext_lazy("of a person", "name"))


def _of_place(place):
    yield from _names(place, IN_TITLE, _("name"))
    yield from _plain(place, ANYWHERE, note=_("note"))


def _of_issue(issue):
    yield from _translated(issue, "name", IN_TITLE, _("name"), is_name=True)
    yield from _translated(issue, "description", IN_HEAD, _("description"))


def _of_source(source):
    yield Part(source.title, source.language, IN_TITLE, _("title"))
    yield from _plain(source, IN_HEAD, "", publisher=_("publisher"), original_publisher=_("original publisher"))
    yield from _plain(source, ANYWHERE, note=_("note"))
    yield from _plain(source, ANYWHERE, "", url=_("address"), document=_("document"), key=_("address"))


_PARTS = {
    "meeting": _of_meeting,
    "statement": _of_statement,
    "participant": _of_participant,
    "issue": _of_issue,
    "place": _of_place,
    "source": _of_source,
}
