"""What a reader typed, which records answer it, and which of them answer best.

Ranking is ours, in terms that both databases understand alike: first the records in whose title or name every word
occurs, then those with every word in what stands at their head, then the rest; within these, an order of the model.
"""

import re
from typing import NamedTuple

from django.db.models import Case, F, IntegerField, Value, When

from .analyzer import JAPANESE, analyze
from .backend import among, occurring
from .marks import ANYWHERE, IN_HEAD, IN_TITLE
from .names import spellings_of_names
from .subjects import with_subjects_whole

_CLAUSE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans("“”„«»「」『』", '"' * 9)
_PARTICLE = re.compile(r"(?<=[ァ-ヺー一-鿿々])[とのをにがはでへや](?=[ァ-ヺ一-鿿])")
_PART = re.compile(rf"[{JAPANESE}]+|[^{JAPANESE}]+")
_EMPTY = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
_EMPTY |= {"и", "в", "во", "на", "о", "об", "с", "со", "по", "к", "у", "за", "из", "от", "для"}


class Clause(NamedTuple):
    """One part of what was typed: its terms in their order, whether it is quoted or excluded, where it stands.

    ``others``: the terms of the same name in other scripts, each of which answers as well.
    """

    text: str
    terms: str
    quoted: bool
    excluded: bool
    start: int
    others: tuple = ()

    @property
    def ways(self):
        """Every run of terms that answers."""
        return (self.terms, *self.others)


class Query(NamedTuple):
    """What must all occur, and what must not."""

    wanted: list
    excluded: list


def parse(text):
    """A ``Query`` of a reader's text: plain words, "quoted phrases", and -exclusions of either."""
    clauses = [clause for found in _CLAUSE.finditer(text.translate(_QUOTES)) for clause in _clauses(found)]
    clauses = [clause for clause in clauses if clause.terms]
    wanted = [clause for clause in clauses if not clause.excluded]
    telling = [clause for clause in wanted if clause.quoted or clause.text.casefold() not in _EMPTY]
    return Query(telling or wanted, [clause for clause in clauses if clause.excluded])


def understand(text):
    """The ``Query`` of a reader's text, in which a name stands for its spellings in every script.

    So does the name of a subject for what each side calls it.
    """
    if isinstance(text, Query):
        return text
    wanted, excluded = parse(text)
    return Query(_with_other_names(list(with_subjects_whole(wanted))), _with_other_names(excluded))


def _clauses(found):
    """The clauses of one match: a word of Japanese is parted at its particles and from other scripts."""
    excluded = bool(found["minus"])
    if found["word"] is None:
        yield Clause(found["phrase"], analyze(found["phrase"]), True, excluded, found.start("phrase"))
    elif excluded or not re.search(f"[{JAPANESE}]", found["word"]):
        yield Clause(found["word"], analyze(found["word"]), False, excluded, found.start("word"))
    else:
        for part in _PART.finditer(_PARTICLE.sub(" ", found["word"])):
            for word in re.finditer(r"\S+", part[0]):
                start = found.start("word") + part.start() + word.start()
                yield Clause(word[0], analyze(word[0]), False, False, start)


def matching(rows, text):
    """Those of ``rows`` in which every word of ``text`` occurs; none if the text holds nothing to search for.

    ``text`` is what was typed, or its ``Query``, which spares understanding it again.
    """
    query = understand(text)
    if not (query.wanted or query.excluded):
        return rows.none()
    rows = among(rows, occurring(rows.model, query.wanted)) if query.wanted else rows
    for clause in query.excluded:
        rows = rows.exclude(pk__in=occurring(rows.model, [clause]))
    return rows


def with_hits(rows, text):
    """``rows``, each with its ``hit``: whether every word occurs ``IN_TITLE``, ``IN_HEAD`` or just ``ANYWHERE``."""
    wanted = understand(text).wanted
    if not wanted:
        return rows.annotate(hit=Value(ANYWHERE, IntegerField()))
    cases = [When(pk__in=occurring(rows.model, wanted, hit), then=Value(hit)) for hit in (IN_TITLE, IN_HEAD)]
    return rows.annotate(hit=Case(*cases, default=Value(ANYWHERE), output_field=IntegerField()))


def best_first(rows, text):
    """``rows`` by how well they answer the words of ``text``, best first; ties are settled alike everywhere."""
    name = rows.model._meta.model_name
    rows = rows.with_counts().with_met() if name in _BY_MEETINGS else rows
    return with_hits(rows, text).order_by("hit", *_ORDERS[name])


_BY_MEETINGS = ("participant", "issue", "place")
_ORDERS = {
    "meeting": ("-start", "-key"),
    "statement": ("-meeting__start", "-meeting__key", "number"),
    "source": (F("published").desc(nulls_last=True), "key"),
    **dict.fromkeys(_BY_MEETINGS, ("-met", "key")),
}


def _with_other_names(clauses):
    """The clauses, each with the ``others`` that names of people, issues and places give it."""
    return [clause._replace(others=tuple(others)) for clause, others in spellings_of_names(clauses)]
