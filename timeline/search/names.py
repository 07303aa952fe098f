"""A name is the same in every script: who asks for Лавров also finds texts that say Lavrov or ラヴロフ."""

from django.apps import apps

from .analyzer import analyze, runs
from .backend import among, occurring
from .kana import romanised, unspaced
from .marks import IN_TITLE
from .subjects import subject_ways

LANGUAGES = ("en", "ru", "ja")
NAMED = ("participant", "issue", "place")
MOST_BEARERS = 20  # of a name are looked at


def spellings_of_names(clauses):
    """Pairs of each clause and the terms of the same name in other spellings, in a fixed order."""
    bearers = [record for name in NAMED for record in _bearers(name, clauses)]
    names = [name for record in bearers for name in _NAMES[record._meta.model_name](record)]
    for clause in clauses:
        same = {way for ways in names if clause.terms in ways for way in ways} | subject_ways(clause.terms)
        for person in (record for record in bearers if record._meta.model_name == "participant"):
            same |= _name_within_kanji(clause, person)
        yield clause, _shortest(same - {clause.terms}, clause.terms)


def _shortest(ways, own):
    """The ways in order, without those that hold another, which finds the same and more."""
    known = {*ways, own}
    return [way for way in sorted(ways) if not any(other != way and f" {other} " in f" {way} " for other in known)]


def _bearers(name, clauses):
    """Records in whose name one of the clauses occurs."""
    rows = apps.get_model("timeline", name).objects.public()
    if not clauses:
        return []
    found = occurring(rows.model, clauses, IN_TITLE, every=False)
    return list(among(rows, found).order_by("pk")[:MOST_BEARERS])


def _whole_name(record):
    """The spellings of the whole name of a place or an issue."""
    yield _analyzed([*_in_languages(record), *getattr(record, "aliases", ())])


def _person(participant):
    """The spellings of a person's given name, surname, and whole name."""
    yield _given(participant)
    yield _family(participant)
    yield _analyzed([*_written(participant), unspaced(participant.reading_ja)])


def _given(participant):
    return _analyzed(words[0] for words in _in_western_order(participant))


def _family(participant):
    spellings = [words[-1] for words in _in_western_order(participant)]
    return _analyzed([*spellings, _surname_in_kanji(participant.name_ja, participant.reading_ja)])


def _surname_in_kanji(name, reading):
    """A surname that no space sets apart: two characters of four, else as the reading divides; "" if one alone."""
    words = reading.split()
    if len(words) != len(("surname", "given name")) or len(runs(name)) != 1:
        return ""
    size = len(name) // 2 if len(name) % 2 == 0 else round(len(name) * len(words[0]) / len("".join(words)))
    return name[:size] if 1 < size < len(name) else ""


def _in_western_order(participant):
    """Every spelling that shows where the given name ends, as its words with the given name first."""
    for spelling in _written(participant):
        words = runs(spelling)
        if len(words) > 1:
            yield words
    for reading in (participant.reading_ja, *romanised(participant.reading_ja)):
        if words := reading.split():
            yield words[::-1]


def _name_within_kanji(clause, participant):
    """Of a name written in kanji without a space: its first characters are the surname, its last the given name."""
    name = analyze(participant.name_ja)
    if clause.terms == name or len(runs(participant.name_ja)) > 1:
        return set()
    if f"{name} ".startswith(f"{clause.terms} "):
        return _family(participant)
    return _given(participant) if f" {name}".endswith(f" {clause.terms}") else set()


def _written(participant):
    return [*_in_languages(participant), *participant.aliases]


def _in_languages(record):
    return [getattr(record, f"name_{language}") for language in LANGUAGES]


def _analyzed(texts):
    return {terms for terms in (analyze(text) for text in texts) if terms}


_NAMES = {"participant": _person, "issue": _whole_name, "place": _whole_name}
