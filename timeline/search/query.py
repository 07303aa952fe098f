"""What a reader typed, and which records answer it."""

import re
from typing import NamedTuple

from modelsearch.backends import get_search_backend
from modelsearch.query import Phrase, PlainText

from .analyzer import analyze

_CLAUSE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


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


def matching(rows, text):
    """Those of ``rows`` in which every word of ``text`` occurs; none if the text holds nothing to search for."""
    query = parse(text)
    if not (query.words or query.phrases or query.excluded):
        return rows.none()
    if query.words:
        rows = rows.filter(pk__in=_found(rows.model, PlainText(query.words)))
    for terms in query.phrases:
        rows = rows.filter(pk__in=_found(rows.model, Phrase(terms)))
    for terms in query.excluded:
        rows = rows.exclude(pk__in=_found(rows.model, Phrase(terms)))
    return rows


def best_first(rows, text):
    """``rows`` by how well they answer the words of ``text``, best first."""
    query = parse(text)
    words = PlainText(" ".join([query.words, *query.phrases]), operator="or")
    ranked = get_search_backend().search(words, rows.model.objects.all()).get_queryset()
    return ranked.filter(pk__in=rows.order_by().values("pk"))


def _found(model, query):
    results = get_search_backend().search(query, model.objects.all(), order_by_relevance=False)
    return results.get_queryset().order_by().values("pk")
