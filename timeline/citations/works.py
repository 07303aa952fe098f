"""Records as works to cite, each in one language."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..cards import Translations
from ..countries import country_name
from ..dates import edtf
from ..filters import filters_in_words
from ..links import query_text
from ..models.translated import in_language
from ..punctuation import in_brackets, listed, told_apart
from .work import Name, Work

KIND_OF_SOURCE = {"news": "news", "analysis": "analysis"}  # all else is official or a copy of it


@dataclass(frozen=True)
class Site:
    """Where and when something is cited: the request, the version of the record, the reader's day."""

    request: object
    version: object
    today: date

    @cached_property
    def _known(self):
        return {}

    def name(self, language):
        """The name of the site."""
        return self._once(("name", language), lambda: str(settings.SITE_NAME))

    def address(self, language, name):
        """The absolute address of a list in ``language``; that of a record is the same, its key and a slash."""
        return self._once((name, language), lambda: self.request.build_absolute_uri(reverse(f"timeline:{name}")))

    def _once(self, what, find):
        """What ``find`` finds in the language of ``what``; asked for each record, found once."""
        if what not in self._known:
            with override(what[-1]):
                self._known[what] = find()
        return self._known[what]

    def of_ours(self, language):
        """What all works of this site have in common."""
        name = self.name(language)
        return {"publisher": name, "container": name, "version": str(self.version), "accessed": self.today}


def work_of_meeting(site, meeting, language):
    """The page of a meeting (a ``Meeting`` or a card)."""
    return Work(
        kind="meeting",
        key=meeting.key,
        title=_text(meeting, "title", language).text,
        url=_address(site, meeting, language),
        abstract=_text(meeting, "summary", language).text,
        keywords=tuple(_text(issue, "name", language).text for issue in _rows(meeting.issues)),
        **_occasion(meeting, language),
        **site.of_ours(language),
    )


def work_of_statement(site, statement, language, offices):
    """One statement on the page of its meeting; ``offices``: ``Offices`` of the speakers."""
    meeting, voice = statement.meeting, statement.speaker or statement.attributed_to
    with override(language):
        words = {"number": statement.number, "meeting": _text(meeting, "title", language).text}
        title = _("Statement %(number)s: %(meeting)s") % words
        note = told_apart(filter(None, [offices.of(statement).text, statement.get_side_display()]))
    return Work(
        kind="statement",
        key=f"{meeting.key}-s{statement.number}",
        title=title,
        url=f"{_address(site, meeting, language)}#s{statement.number}",
        abstract=_text(statement, "text", language).text,
        keywords=tuple(_text(issue, "name", language).text for issue in statement.issues.all()),
        contributor=_name(_text(voice, "name", language), is_person=bool(statement.speaker)) if voice else None,
        note=note,
        part=str(statement.number),
        **_occasion(meeting, language),
        **site.of_ours(language),
    )


def _address(site, meeting, language):
    return f"{site.address(language, 'meeting-list')}{meeting.key}/"


def _occasion(meeting, language):
    """What a page about a meeting tells of it."""
    return {
        "language": _text(meeting, "title", language).language,
        "issued": meeting.content_updated_at.date(),
        "event": _text(meeting, "title", language).text,
        "occurred": edtf(meeting.start, meeting.end, meeting.precision),
        "place": _place(meeting.place, language),
    }


def work_of_source(site, source, _language):
    """What others published, in its own language."""
    return Work(
        kind=KIND_OF_SOURCE.get(source.kind, "official"),
        key=source.key,
        title=f"[{source.title}]" if source.title_supplied else source.title,
        language=source.language,
        title_language=source.title_language,
        title_supplied=source.title_supplied,
        publisher=source.original_publisher or source.publisher,
        container=source.publisher,
        url=source.url,
        issued=source.published,
        accessed=site.today,
        archived_url=source.archived_url,
        note=source.document,
    )


def work_of_list(site, selection, label, path_name, language):
    """A list as ``selection`` (a filter set) chooses it; ``label`` is what the whole list is called."""
    query = selection.pairs(leaving_out=("page",))
    with override(language):
        chosen = filters_in_words(selection.chips())
        title = f"{label}{in_brackets(chosen)}" if chosen else str(label)
    return Work(
        kind="list",
        key="-".join([path_name, *_mark(query), str(site.version).replace(".", "-")]),
        title=title,
        language=language,
        url=site.address(language, path_name) + query_text(query),
        issued=site.version.moved_at.date(),
        **site.of_ours(language),
    )


def _mark(query):
    """What keeps the keys of two lists apart in one file of references: letters that follow from the ``query``."""
    return [hashlib.sha256(repr(sorted(query)).encode()).hexdigest()[:8]] if query else []


def _text(record, name, language):
    """The text in ``language``, or in the first that has one, of a model's field or of a card's."""
    texts = getattr(record, name, None)
    if not isinstance(texts, Translations):
        return in_language(record, name, language)
    with override(language):
        return texts.localised


def _place(place, language):
    if not place:
        return ""
    with override(language):
        country = country_name(place.country) if place.country else ""
        return listed(part for part in (_text(place, "name", language).text, country) if part)


def _name(localised, is_person):
    """A name taken apart where the script allows it: a Japanese name is written without a space."""
    literal, language = localised
    given, _space, family = literal.rpartition(" ")
    if not is_person or not given or language == "ja":
        return Name(literal)
    return Name(literal, family, given)


def _rows(related):
    return related.all() if hasattr(related, "all") else related
