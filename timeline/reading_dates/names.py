"""Names of months and days of the week in English, Russian and Japanese, from Unicode's own tables (CLDR)."""

from functools import cache

from babel import Locale

LANGUAGES = ("en", "ru", "ja")
SHORTEST = 3  # letters of a name that say which one it is: "mar", "сен"


@cache
def months():
    """Each full name of a month in lower case, as it stands alone and beside a day: its number from 1."""
    return _wide("months")


@cache
def weekdays():
    """Each full name of a day of the week in lower case: its number, Monday being 0."""
    return _wide("days")


@cache
def weekday_marks():
    """The short names of days of the week that have fewer than three letters ("пн", "月"): their numbers."""
    names = _named("days", "abbreviated")
    return {name: number for name, number in names.items() if len(name) < SHORTEST}


def month_named(word):
    """The month that a word names, in full or by its first letters, three at least; ``None`` if it names none."""
    return _named_by(word, months())


def weekday_named(word):
    """The day of the week that a word names, Monday being 0; ``None`` if it names none."""
    return weekday_marks().get(word, _named_by(word, weekdays()))


def _named_by(word, names):
    if word in names:
        return names[word]
    numbers = {number for name, number in names.items() if name.startswith(word)} if len(word) >= SHORTEST else set()
    return numbers.pop() if len(numbers) == 1 else None


def _wide(kind):
    return _named(kind, "wide")


def _named(kind, width):
    return {
        name.lower().rstrip("."): number
        for language in LANGUAGES
        for context in ("format", "stand-alone")
        for number, name in getattr(Locale(language), kind)[context][width].items()
    }
