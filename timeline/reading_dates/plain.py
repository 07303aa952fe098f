"""A text made plain before it is read: names become numbers, marks of a range one mark, empty words go."""

import re
import unicodedata

from .eras import LETTERS
from .names import month_named, weekday_named
from .numerals import with_figures

RANGE = "–"
_HYPHENS = re.compile("[\u2010\u2011\u2212]")
_RANGE_MARKS = re.compile(r"\s*(?:[\u2012\u2013\u2014\u2015~\u301c]|\.\.|から|&|\s-|-\s)\s*")
_RANGE_WORDS = {"to", "and", "till", "until", "по", "и"}
_EMPTY_WORDS = {"from", "between", "on", "of", "the", "в", "с", "от", "г", "гг", "год", "года", "году", "годы", "годах"}
_ERA_LETTER = re.compile(r"\b[mtshr]\.?\s?(?=[0-9]{1,2}[./年-]\s?[0-9]|[0-9]{1,2}年)")
_ORDINAL = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b")
_WORD = re.compile(r"[^\W\d_]+\.?")
_JAPANESE_WEEKDAY = re.compile(r"\(([月火水木金土日])(?:曜日?)?\)|([月火水木金土日])曜日?")
_WEEKDAYS = "月火水木金土日"
_CJK = set("年月日明治大正昭和平成令元")


def made_plain(text):
    """``text`` in the letters that forms are written in, and the days of the week that it names (Monday is 0)."""
    text = _HYPHENS.sub("-", unicodedata.normalize("NFKC", text).lower())
    text, weekdays = _without_japanese_weekdays(with_figures(text).replace("まで", ""))
    text = _ERA_LETTER.sub(lambda found: LETTERS[found[0][0]], _ORDINAL.sub("", text))

    def plain(found):
        word = found[0].rstrip(".")
        if set(word) <= _CJK:
            return found[0]
        if word in _RANGE_WORDS:
            return RANGE
        if month := month_named(word):
            return f"<{month}>"
        weekday = weekday_named(word)
        if weekday is not None:
            weekdays.append(weekday)
        return "" if word in _EMPTY_WORDS or weekday is not None else found[0]

    text = _RANGE_MARKS.sub(RANGE, _WORD.sub(plain, text).replace("()", " "))
    text = re.sub(rf"\s*{RANGE}\s*", RANGE, re.sub(r"[\s,、]+", " ", text))
    return text.strip(), weekdays


def _without_japanese_weekdays(text):
    weekdays = []

    def leave_out(found):
        weekdays.append(_WEEKDAYS.index(found[1] or found[2]))
        return ""

    return _JAPANESE_WEEKDAY.sub(leave_out, text), weekdays
