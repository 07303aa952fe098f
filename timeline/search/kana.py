"""Readings in kana as they are written in Latin letters: Kono, Kouno and Kohno are こうの, Kisida is きしだ."""

import re

from .analyzer import fold

_VOWELS = "aiueo"
_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ", "t": "たちつてと",
    "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも",
    "r": "らりるれろ",
}  # fmt: skip
_SYLLABLES = {kana: row + vowel for row, line in _ROWS.items() for kana, vowel in zip(line, _VOWELS, strict=True)}
_SYLLABLES |= {"や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "を": "o", "ん": "n"}
_HEPBURN = [
    ("sy", "sh"), ("ty", "ch"), ("zy", "j"), ("dy", "j"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"), ("hu", "fu"),
    ("zi", "ji"), ("di", "ji"), ("du", "zu"), ("っch", "tch"),
]  # fmt: skip


def romanised(reading):
    """The usual spellings of a reading in Latin letters: Hepburn with and without long vowels, and Kunrei."""
    kunrei = _kunrei(fold(reading))
    hepburn = kunrei
    for there, here in _HEPBURN:
        hepburn = hepburn.replace(there, here)
    long, short, kunrei = (_doubled(text) for text in (hepburn, _shortened(hepburn), _shortened(kunrei)))
    with_h = _doubled(re.sub(r"oo|ou", "oh", hepburn))
    return list(dict.fromkeys([short, long, with_h, kunrei]))


def unspaced(reading):
    """The reading as most write it, without a space between surname and given name."""
    return "".join(reading.split())


def _kunrei(kana):
    """Each syllable as its row and vowel; っ stays, to be doubled later."""
    text = "".join(_SYLLABLES.get(char, char) for char in kana)
    return re.sub("i([ゃゅょ])", lambda glide: "y" + {"ゃ": "a", "ゅ": "u", "ょ": "o"}[glide[1]], text)


def _shortened(text):
    return re.sub("oo|ou", "o", text.replace("uu", "u"))


def _doubled(text):
    return re.sub("っ(.)", r"\1\1", text)
