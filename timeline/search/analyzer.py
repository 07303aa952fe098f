"""One analyzer for three scripts, in front of the database's own full-text index.

``analyze`` turns text in English, Russian or Japanese into the terms that are indexed and searched alike on SQLite and
PostgreSQL. Words are folded (Unicode NFKC, case, ё/е, macrons, katakana to hiragana, ヴ to ブ), take е for the э of
foreign names (Абэ, Абе) and are stemmed (Snowball, https://snowballstem.org); Japanese has no spaces, so its runs are
cut into overlapping pairs.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_ENGLISH, _RUSSIAN = (snowballstemmer.stemmer(name) for name in ("english", "russian"))
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_V_SOUNDS = {"ゔぁ": "ば", "ゔぃ": "び", "ゔぇ": "べ", "ゔぉ": "ぼ", "ゔ": "ぶ"}
_V_SOUND = re.compile("|".join(_V_SOUNDS))
JAPANESE = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f々〆"
_RUN = re.compile(rf"[{JAPANESE}]+|[^\W_{JAPANESE}]+(?:['’]s\b)?")
_POSSESSIVE = re.compile(r"['’]s$")


class Token(NamedTuple):
    """A term of a text, and from where to where it stands there."""

    term: str
    start: int
    end: int


def fold(text):
    """Text without the differences that a reader would not type: width, case, ё/е, macrons, kana."""
    bare = unicodedata.normalize("NFKD", text).casefold().replace("ё", "е")
    marks = {"\u3099", "\u309a", "\u0306"}  # voicing marks and the breve of й tell letters apart
    kept = "".join(char for char in bare if char in marks or not unicodedata.combining(char))
    hiragana = unicodedata.normalize("NFKC", kept).translate(_KATAKANA_TO_HIRAGANA)
    return _V_SOUND.sub(lambda sound: _V_SOUNDS[sound[0]], hiragana)


def plain(word):
    """A word folded, with е for э: as it is looked up, but not as a reader would be shown it."""
    return fold(word).replace("э", "е")


def composed(text):
    """Text as ``tokens`` counts its characters (NFC)."""
    return unicodedata.normalize("NFC", text)


def tokens(text):
    """The terms of a text in their order, each with its place in ``composed(text)``."""
    for run in _RUN.finditer(composed(text)):
        for term, start, end in _terms_of_run(run[0]):
            yield Token(term, run.start() + start, run.start() + end)


def analyze(text):
    """The terms of a text, in their order, separated by spaces: what is indexed, and what a query becomes."""
    return " ".join(token.term for token in tokens(text))


def runs(text):
    """The words of a text as they stand there: letters and digits, or unbroken Japanese."""
    return _RUN.findall(composed(text))


def is_japanese(run):
    """Whether a run of characters is Japanese."""
    return bool(re.match(f"[{JAPANESE}]", run))


def single_characters(text):
    """Each Japanese character once, for queries of one character."""
    found = set(re.findall(f"[{JAPANESE}]", fold(text)))
    return " ".join(sorted(spelled(char) for char in found))


def spelled(term):
    """The term in ASCII letters and digits, so that no collation or locale of a database can drop it."""
    return term if term.isascii() else "u" + "".join(f"{ord(char):04x}" for char in term)


@lru_cache(maxsize=50_000)
def _terms_of_run(run):
    """Triples of term, start and end within the run."""
    word = plain(_POSSESSIVE.sub("", run))
    if not is_japanese(word):
        return ((spelled(_stem(word)), 0, len(run)),) if word else ()
    pairs = [(word[at : at + 2], at, at + 2) for at in range(len(word) - 1)] or [(word, 0, 1)]
    aligned = len(word) == len(run)  # half-width kana and ヴァ fold to fewer characters
    return tuple((spelled(pair), start, end) if aligned else (spelled(pair), 0, len(run)) for pair, start, end in pairs)


def _stem(word):
    """The stem; Russian until nothing more comes off, or Лавров (лавр) would not meet Лавровым (лавров)."""
    if not "\u0400" <= word[0] <= "\u04ff":
        return _ENGLISH.stemWord(word)
    shorter = _RUSSIAN.stemWord(word)
    return word if shorter == word else _stem(shorter)
