"""Who comes first: the two sides in the reader's order, and what is grouped by side or country."""

from collections import Counter
from itertools import zip_longest

from django.utils.translation import get_language

from ..countries import country_name
from ..models.choices import Kind, Side

_SIDES = {"ru": (Side.RUSSIA, Side.JAPAN)}
_SIDES_ELSEWHERE = (Side.JAPAN, Side.RUSSIA)


def sides():
    """The two sides in alphabetical order of their names in the active language."""
    return _SIDES.get(get_language(), _SIDES_ELSEWHERE)


def tally(statements):
    """How many statements each voice made: pairs of side and count, the two sides always, others if any."""
    return tally_of(Counter(statement.side for statement in statements))


def tally_of(counts):
    """``counts`` by voice (a mapping) as ``tally`` gives them."""
    order = [*sides(), "joint", "observer"]
    return [(side, counts.get(side, 0)) for side in order if counts.get(side) or side in Side.values]


def facing(seats):
    """Rows of the table: one seat a side, sides in the reader's order; ``None`` where a delegation is shorter."""
    return list(zip_longest(*([seat for seat in seats if seat.side == side] for side in sides())))


def by_side(records):
    """Records by their ``side``: pairs of side and records, the two states first, empty ones left out."""
    groups = {side: [] for side in sides()}
    for record in records:
        groups.setdefault(record.side, []).append(record)
    return [(side, members) for side, members in groups.items() if members]


def delegations(people):
    """People by the part they play: pairs of JP, RU, ``other`` or ``observer`` and people by family name."""
    groups = {code: [] for code in [*sides(), "other", "observer"]}
    for person in people:
        groups[_part_of(person)].append(person)
    return [(code, sorted(members, key=family_name)) for code, members in groups.items() if members]


def _part_of(person):
    if person.kind == Kind.OBSERVER:
        return "observer"
    return person.country if person.country in Side.values else "other"


def family_name(person):
    """What people are sorted by in the active language: the family name, in Japanese the reading."""
    if get_language() == "ja":
        return (person.reading_ja or person.name_ja, person.key)
    return (in_alphabet(person.name.split()[-1]), in_alphabet(person.name), person.key)


def in_alphabet(word):
    """What a word is sorted by: ё stands with е, a capital with its small letter."""
    return word.casefold().replace("ё", "е")


def place_name(place):
    """What places are sorted by in the active language; in Japanese, kana first, then kanji by the romanised name.

    The record has no readings of places, and kanji by their code points are in no order that a reader knows.
    """
    if get_language() == "ja" and not _begins_in_kana(place.name):
        return (1, in_alphabet(place.name_en), place.key)
    return (0, in_alphabet(place.name), place.key)


def _begins_in_kana(name):
    return "\u3041" <= name[:1] <= "\u30ff"


def by_country(places):
    """Places by country: pairs of code and places; the two states first, then by name, contested places last."""
    groups = {side: [] for side in sides()}
    for place in sorted(places, key=place_name):
        groups.setdefault(place.country, []).append(place)
    foreign = sorted(groups.keys() - {*Side.values, ""}, key=lambda code: in_alphabet(country_name(code)))
    return [(code, groups[code]) for code in [*sides(), *foreign, ""] if groups.get(code)]
