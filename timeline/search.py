"""Words to meetings: one analyzer for three scripts, in front of the database's own full-text index.

``analyze`` turns text in English, Russian or Japanese into the terms that are indexed and searched alike on SQLite and
PostgreSQL. modelsearch keeps the index. Words are folded (Unicode NFKC, case, ё/е, macrons, katakana to hiragana) and
stemmed (Snowball, https://snowballstem.org); Japanese has no spaces, so its runs are cut into overlapping pairs.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer
from django.db.models import Prefetch
from modelsearch.backends import get_search_backend
from modelsearch.query import Phrase, PlainText

_ENGLISH, _RUSSIAN = (snowballstemmer.stemmer(name) for name in ("english", "russian"))
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_JAPANESE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〆ー"
_RUN = re.compile(rf"[{_JAPANESE}]+|[^\W_{_JAPANESE}]+")
_CLAUSE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_LANGUAGES = ("en", "ru", "ja")


def fold(text):
    """Text without the differences that a reader would not type: width, case, ё/е, macrons, kana."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("ё", "е")
    marks = {"\u3099", "\u309a", "\u0306"}  # voicing marks and the breve of й tell letters apart
    kept = "".join(char for char in plain if char in marks or not unicodedata.combining(char))
    return unicodedata.normalize("NFKC", kept).translate(_KATAKANA_TO_HIRAGANA)


@lru_cache(maxsize=20_000)
def _terms_of_run(run):
    if re.match(f"[{_JAPANESE}]", run):
        return tuple(run[at : at + 2] for at in range(len(run) - 1)) or (run,)
    stemmer = _RUSSIAN if "\u0400" <= run[0] <= "\u04ff" else _ENGLISH
    return (stemmer.stemWord(run),)


def _spelled(term):
    """The term in ASCII letters and digits, so that no collation or locale of a database can drop it."""
    return term if term.isascii() else "u" + "".join(f"{ord(char):04x}" for char in term)


def analyze(text):
    """The terms of a text, in their order, separated by spaces: what is indexed, and what a query becomes."""
    return " ".join(_spelled(term) for run in _RUN.findall(fold(text)) for term in _terms_of_run(run))


def _single_characters(text):
    """Each Japanese character once, for queries of one character."""
    found = set(re.findall(f"[{_JAPANESE}]", fold(text)))
    return " ".join(sorted(_spelled(char) for char in found))


class Query(NamedTuple):
    """What a reader typed: words that must all occur, phrases in their order, and what must not occur."""

    words: str
    phrases: list
    excluded: list


def parse(text):
    """A ``Query`` of a reader's text: plain words, "quoted phrases", and -exclusions of either."""
    words, phrases, excluded = [], [], []
    for clause in _CLAUSE.finditer(text):
        terms = analyze(clause["word"] or clause["phrase"] or "")
        if not terms:
            continue
        if clause["minus"]:
            excluded.append(terms)
        elif " " in terms:  # quoted, hyphenated, or Japanese: the order counts
            phrases.append(terms)
        else:
            words.append(terms)
    return Query(" ".join(words), phrases, excluded)


def matching(meetings, text):
    """Those of ``meetings`` in which every word of ``text`` occurs; none if the text holds nothing to search for."""
    query = parse(text)
    if not (query.words or query.phrases or query.excluded):
        return meetings.none()
    if query.words:
        meetings = meetings.filter(pk__in=_found(meetings.model, PlainText(query.words)))
    for terms in query.phrases:
        meetings = meetings.filter(pk__in=_found(meetings.model, Phrase(terms)))
    for terms in query.excluded:
        meetings = meetings.exclude(pk__in=_found(meetings.model, Phrase(terms)))
    return meetings


def best_first(meetings, text):
    """``meetings`` by how well they answer the words of ``text``, best first."""
    query = parse(text)
    words = PlainText(" ".join([query.words, *query.phrases]), operator="or")
    ranked = get_search_backend().search(words, meetings.model.objects.all()).get_queryset()
    return ranked.filter(pk__in=meetings.order_by().values("pk"))


def _found(model, query):
    results = get_search_backend().search(query, model.objects.all(), order_by_relevance=False)
    return results.get_queryset().order_by().values("pk")


def index(meetings):
    """Make the search entries of these meetings (a queryset) anew."""
    loaded = list(for_index(meetings))
    if loaded:
        get_search_backend().add_bulk(type(loaded[0]), loaded)


def for_index(meetings):
    """Meetings loaded with all that their entry holds, with the same number of queries for any number of them."""
    statements = meetings.model.statements.rel.related_model.objects.select_related("speaker", "attributed_to")
    return meetings.select_related("format", "place").prefetch_related(
        "issues", "attendances__participant", "numbers__series", Prefetch("statements", statements)
    )


def entry(meeting):
    """The analyzed text by which a meeting is found: all that is recorded of it, in every language there is."""
    text = "\n".join(part for part in _parts(meeting) if part)
    return f"{analyze(text)} {_single_characters(text)}"


def _parts(meeting):
    yield from _translations(meeting, "title", "occasion", "summary")
    yield from (meeting.key, meeting.venue, meeting.numbers_note, meeting.discrepancies)
    yield from _translations(meeting.format, "name", "short_name")
    yield from meeting.format.aliases
    if meeting.place:
        yield from (*_translations(meeting.place, "name"), *meeting.place.aliases)
    for issue in meeting.issues.all():
        yield from _translations(issue, "name")
    for seat in meeting.attendances.all():
        yield from (*_names(seat.participant), *_translations(seat, "capacity"))
    for statement in meeting.statements.all():
        yield from (*_translations(statement, "text"), statement.phrase)
        if statement.speaker:
            yield from _names(statement.speaker)
        if statement.attributed_to:
            yield from _translations(statement.attributed_to, "name")


def _names(participant):
    return [*_translations(participant, "name"), participant.full_name_ru, participant.reading_ja, *participant.aliases]


def _translations(record, *names):
    return [getattr(record, f"{name}_{language}") for name in names for language in _LANGUAGES]
