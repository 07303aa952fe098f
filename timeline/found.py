"""What a search finds, by kind of record: how many, the best of them, and why each was found."""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from . import search
from .countries import country_name
from .dates import date_words, day_words
from .models import Issue, Meeting, Participant, Place, Source, Statement
from .models.translated import Localised, in_language

FIRST_FEW = 5


class Kind(NamedTuple):
    """A kind of record that is searched: its word, what readers see of it, its list and that list's further query."""

    key: str
    word: str
    public: object
    list_name: str = ""
    list_query: str = ""

    def address(self, text):
        """Where all that is found of this kind is listed."""
        if not self.list_name:
            return f"{reverse('timeline:search')}?q={quote(text)}&kind={self.key}"
        return f"{reverse(self.list_name)}?q={quote(text)}{self.list_query}"


BEST_FIRST = "&sort=relevance"
KINDS = (
    Kind("participant", _("People"), Participant.objects.public, "timeline:participant-list", BEST_FIRST),
    Kind("issue", _("Issues"), Issue.objects.public),
    Kind("place", _("Places"), Place.objects.public),
    Kind("meeting", _("Meetings"), Meeting.objects.published, "timeline:meeting-list", BEST_FIRST),
    Kind("statement", _("Statements"), Statement.objects.published, "timeline:statement-list", BEST_FIRST),
    Kind("source", _("Sources"), Source.objects.public, "timeline:source-list", BEST_FIRST),
)
NAMES_FIRST = ("participant", "issue", "place")  # where the name itself is what was asked for


@dataclass(frozen=True)
class Found:
    """A record as it stands among results: ``heading`` and ``lines`` are ``search.Line``s, ``facts`` short words.

    ``publisher`` is a fact of a source, apart from the others because it may be in another language.
    """

    address: str
    heading: search.Line
    facts: list
    lines: list
    side: str = ""
    publisher: str = ""


class Group:
    """What was found of one kind."""

    def __init__(self, kind, query):
        self.kind, self.query = kind, query

    @cached_property
    def rows(self):
        """The records that answer, in no order."""
        return search.matching(self.kind.public(), self.query)

    @cached_property
    def count(self):
        """How many there are."""
        return self.rows.count()

    @cached_property
    def best_first(self):
        """The records that answer, best first, loaded with what shows why."""
        return search.loaded_for_search(search.best_first(self.rows, self.query))

    @cached_property
    def first_few(self):
        """The best of them."""
        return list(self.best_first[:FIRST_FEW])

    def found(self, records=None):
        """These records, or the first few, each as ``Found``."""
        return [_FOUND[self.kind.key](record, self.query) for record in records or self.first_few]

    @property
    def place(self):
        """Where the group stands: kinds whose very names were asked for come before all others."""
        named = self.kind.key in NAMES_FIRST and self.first_few[0].hit == search.IN_TITLE
        return (0 if named else 1), self.kind.key in NAMES_FIRST

    def address(self, text):
        """Where all of the group is listed."""
        return self.kind.address(text)


def groups(text):
    """A ``Group`` for each kind of which something was found, the likeliest answer first."""
    query = search.understand(text)
    found = [group for group in (Group(kind, query) for kind in KINDS) if group.count]
    return sorted(found, key=lambda group: group.place)


def corrected(text):
    """``text`` with one slip in a word put right, where only that finds something public; else ``None``."""
    return search.correct(text, [kind.public() for kind in KINDS])


def _heading(localised, query):
    part = search.Part(localised.text, localised.language, search.IN_TITLE, "")
    return search.marked_line(part, query, whole=True)


def _excerpt(record, name, query, whole=False):
    """A translated text of the record as a line, or none where there is no text."""
    text = in_language(record, name)
    return [search.marked_line(search.Part(*text, search.IN_TITLE, ""), query, whole)] if text.text else []


def _meeting(meeting, query):
    title = in_language(meeting, "title")
    facts = [date_words(meeting.start, meeting.end, meeting.precision), str(meeting.format)]
    facts += [str(meeting.place)] if meeting.place else []
    lines = search.why_found(meeting, query, [title.text]) or _excerpt(meeting, "summary", query)
    return Found(meeting.get_absolute_url(), _heading(title, query), facts, lines)


def _statement(statement, query):
    meeting = statement.meeting
    voice = statement.speaker or statement.attributed_to
    facts = [str(voice)] if voice else []
    facts.append(date_words(meeting.start, meeting.end, meeting.precision))
    shown = in_language(statement, "text").text
    lines = _excerpt(statement, "text", query, whole=True) + search.why_found(statement, query, [shown, *facts])
    heading = _heading(in_language(meeting, "title"), query)
    return Found(statement.get_absolute_url(), heading, facts, lines, statement.side)


def _participant(participant, query):
    facts = [country_name(participant.country), *_counts(participant), *_statements(participant)]
    return _named(participant, query, facts)


def _issue(issue, query):
    return _named(issue, query, [*_counts(issue), *_statements(issue)])


def _place(place, query):
    country = [country_name(place.country)] if place.country else []
    return _named(place, query, [*country, *_counts(place)])


def _named(record, query, facts):
    name = in_language(record, "name")
    lines = search.why_found(record, query, [name.text])
    return Found(record.get_absolute_url(), _heading(name, query), facts, lines)


def _counts(record):
    return [ngettext("%(n)d meeting", "%(n)d meetings", record.meeting_count) % {"n": record.meeting_count}]


def _statements(record):
    count = record.statement_count
    return [ngettext("%(n)d statement", "%(n)d statements", count) % {"n": count}] if count else []


def _source(source, query):
    title = Localised(source.title, source.language)
    facts = [day_words(source.published)] if source.published else []
    facts.append(capfirst(source.get_kind_display()))
    lines = search.why_found(source, query, [title.text, source.publisher])
    return Found(source.get_absolute_url(), _heading(title, query), facts, lines, publisher=source.publisher)


_FOUND = {
    "meeting": _meeting,
    "statement": _statement,
    "participant": _participant,
    "issue": _issue,
    "place": _place,
    "source": _source,
}
