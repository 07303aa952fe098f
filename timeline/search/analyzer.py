"""One analyzer for three scripts, in front of the database's own full-text index.

``analyze`` turns text in English, Russian or Japanese into the terms that are indexed and searched alike on SQLite and
PostgreSQL. Words are folded (Unicode NFKC, case, ё/е, macrons, katakana to hiragana) and
stemmed (Snowball, https://snowballstem.org); Japanese has no spaces, so its runs are cut into overlapping pairs.
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_ENGLISH, _RUSSIAN = (snowballstemmer.stemmer(name) for name in ("english", "russian"))
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_JAPANESE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff々〆ー"
_RUN = re.compile(rf"[{_JAPANESE}]+|[^\W_{_JAPANESE}]+")


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


def single_characters(text):
    """Each Japanese character once, for queries of one character."""
    found = set(re.findall(f"[{_JAPANESE}]", fold(text)))
    return " ".join(sorted(_spelled(char) for char in found))
