"""Why a record was found: the lines in which the words occur, with the words marked."""

from typing import NamedTuple

from django.utils.translation import get_language

from .analyzer import composed, fold, is_japanese, tokens
from .parts import Part, parts
from .query import understand

MOST_LINES = 2
BEFORE, AFTER = 60, 150  # characters shown before and after the first marked word
BEFORE_JAPANESE, AFTER_JAPANESE = 24, 70


class Piece(NamedTuple):
    """A stretch of text; ``is_hit`` where it is what was searched for."""

    text: str
    is_hit: bool


class Line(NamedTuple):
    """A text of a record as ``Piece``s, with the ``Part`` that it is."""

    part: Part
    pieces: list


def why_found(record, text, shown=()):
    """The ``Line``s that show every word of ``text`` in ``record``: few, in the page's language if possible.

    ``record`` is loaded with ``loaded_for_search``; ``shown`` are texts that the reader sees anyway.
    """
    wanted = understand(text).wanted
    unseen = [clause for clause in wanted if not any(spans(one, [clause]) for one in shown)]
    lines = []
    candidates = [(part, _clauses_in(part, wanted)) for part in parts(record)] if unseen else []
    while unseen and candidates and len(lines) < MOST_LINES:
        part, held = max(candidates, key=lambda candidate: _worth(*candidate, unseen))
        if not any(clause in held for clause in unseen):
            break
        lines.append(marked_line(part, text))
        unseen = [clause for clause in unseen if clause not in held]
    return lines


def marked_line(part, text, whole=False):
    """A ``Part`` as a ``Line`` in which the words of ``text`` are marked; cut around the first unless ``whole``."""
    found = spans(part.text, understand(text).wanted)
    return Line(part, _pieces(composed(part.text), found, whole))


def spans(text, clauses):
    """From where to where one of the clauses stands in ``composed(text)``, in order and without overlap."""
    stream, found = list(tokens(text)), []
    for clause in clauses:
        found += _places_of(clause, stream, text)
    merged = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _places_of(clause, stream, text):
    """Where the terms of the clause follow one another; a single Japanese character also within a word."""
    word = fold(clause.text)
    for terms in (way.split() for way in clause.ways):
        for at in range(len(stream) - len(terms) + 1):
            if all(stream[at + step].term == term for step, term in enumerate(terms)):
                yield stream[at].start, stream[at + len(terms) - 1].end
    if len(word) == 1 and is_japanese(word):
        yield from ((at, at + 1) for at, char in enumerate(composed(text)) if fold(char) == word)


def _clauses_in(part, clauses):
    return [clause for clause in clauses if spans(part.text, [clause])]


def _worth(part, held, unseen):
    """More of what is unseen, then the page's language, then what stands higher; the first of equals wins."""
    return sum(clause in held for clause in unseen), part.language == get_language(), -part.stands


def _pieces(text, found, whole):
    start, end = (0, len(text)) if whole else _window(text, _fullest(text, found))
    pieces, at = [Piece("… ", False)] if start else [], start
    for first, last in found:
        if first >= start and last <= end:
            pieces += [Piece(text[at:first], False), Piece(text[first:last], True)]
            at = last
    pieces.append(Piece(text[at:end].rstrip(), False))
    if end < len(text):
        pieces.append(Piece(" …", False))
    return [piece for piece in pieces if piece.text]


def _fullest(text, found):
    """The hit from which on most different ones lie near; the start of the text if there is none."""

    def near(start):
        return len({fold(text[first:last]) for first, last in found if start <= first < start + AFTER - BEFORE})

    return max((first for first, _last in found), key=near, default=0)


def _window(text, first):
    """Where the excerpt starts and ends: around the first hit, at spaces where the script has them."""
    japanese = is_japanese(text[first : first + 1])
    before, after = (BEFORE_JAPANESE, AFTER_JAPANESE) if japanese else (BEFORE, AFTER)
    start, end = max(0, first - before), min(len(text), first + after)
    if start and not japanese:
        start = text.find(" ", start, first) + 1 or first
    if end < len(text) and not japanese:
        end = text.rfind(" ", first, end) if text.rfind(" ", first, end) > first else end
    return start, end
