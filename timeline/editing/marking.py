"""Two wordings of a text as one, in which what went and what came is marked: word by word, Japanese by characters."""

import difflib
import re
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+|\s+|[^\w\s]")
LEAST_ALIKE = 0.4  # of the tokens; of less, readers get both wordings whole
MOST_TOKENS = 3000  # of both wordings; longer ones are not compared, which would take long


class Mark(StrEnum):
    """What became of a piece; empty where it stayed."""

    STAYED = ""
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A part of a text, or of a list, and what became of it."""

    content: object
    mark: Mark


def marked_text(before, after):
    """The ``Piece``s of both wordings in reading order; where little stayed, one of each."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) + len(new) <= MOST_TOKENS:
        compared = difflib.SequenceMatcher(None, old, new, autojunk=False)
        if compared.ratio() >= LEAST_ALIKE:
            return _joined(_without_islands(_pieces(compared.get_opcodes(), old, new)))
    return [Piece(text, mark) for text, mark in ((before, Mark.REMOVED), (after, Mark.ADDED)) if text]


def marked_list(before, after):
    """A ``Piece`` for each item that went, then for each that came; items that moved do neither."""
    gone = [Piece(item, Mark.REMOVED) for item in before if item not in after]
    return gone + [Piece(item, Mark.ADDED) for item in after if item not in before]


def is_reordered(before, after):
    """Whether the items of both lists follow each other in another order."""
    return [item for item in before if item in after] != [item for item in after if item in before]


def _pieces(opcodes, old, new):
    for _what, first, last, start, end in opcodes:
        if old[first:last] == new[start:end]:
            yield old[first:last], Mark.STAYED
            continue
        if first < last:
            yield old[first:last], Mark.REMOVED
        if start < end:
            yield new[start:end], Mark.ADDED


def _without_islands(pieces):
    """The same with blanks between two changes changed along: "~~one two~~ three four", not word after word."""
    pieces = list(pieces)
    for place, (tokens, mark) in enumerate(pieces):
        inside = 0 < place < len(pieces) - 1
        if mark == Mark.STAYED and inside and "".join(tokens).isspace():
            yield tokens, Mark.REMOVED
            yield tokens, Mark.ADDED
        else:
            yield tokens, mark


def _joined(pieces):
    """Each stretch of changes as what went and what came, in one piece each."""
    found = []
    for stayed, stretch in groupby(pieces, key=lambda piece: piece[1] == Mark.STAYED):
        texts = dict.fromkeys((Mark.STAYED,) if stayed else (Mark.REMOVED, Mark.ADDED), "")
        for tokens, mark in stretch:
            texts[mark] += "".join(tokens)
        found += [Piece(text, mark) for mark, text in texts.items() if text]
    return found
