"""One slip of the reader's hand forgiven: a letter too many, too few, another, or two in the wrong order.

Every word of the record is kept under each of its spellings with one letter left out. Two words that are one slip
apart share such a spelling, so that the nearest words are found by looking up a few, however many words there are.
"""

from itertools import islice

from django.apps import apps

from .analyzer import fold, is_japanese, runs
from .query import matching, parse, understand

SHORTEST, SHORTEST_JAPANESE, LONGEST = 4, 3, 40
MOST_WORDS = 6  # of a query are put right
MOST_CANDIDATES = 5  # are tried for one word
BATCH = 400  # words written at a time
KATAKANA = range(0x30A1, 0x30FD)
HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}


def learn(parts):
    """Keep the words of these ``Part``s for later correction; words that are known cost one look."""
    words = {word for part in parts if part.language or part.is_name for word in _words(part)}
    table = apps.get_model("timeline", "Spelling").objects
    for batch in _batches(sorted(words), BATCH):
        known = set(table.filter(variant__in=batch).values_list("variant", "word"))
        unknown = [word for word in batch if (word, word) not in known]
        rows = [table.model(variant=variant, word=word) for word in unknown for variant in sorted(spellings(word))]
        table.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)


def correct(text, corpora):
    """``text`` with its misspelt words put right, or ``None`` if that finds nothing either.

    ``corpora``: querysets of the records that the reader may see; a word that none of them holds is misspelt.
    Quoted and excluded words are taken as they are.
    """
    mended = text
    misspelt = [clause for clause in parse(text).wanted if not clause.quoted and not _found(clause.text, corpora)]
    for clause in sorted(misspelt[:MOST_WORDS], key=lambda clause: -clause.start):
        word = next((near for near in nearest(clause.text) if _found(near, corpora)), None)
        if word is None:
            return None
        mended = mended[: clause.start] + word + mended[clause.start + len(clause.text) :]
    return mended if misspelt and _found(mended, corpora) else None


def nearest(text):
    """Words of the record one slip from ``text``, likeliest first, in the case and kana in which it was typed."""
    word = fold(text)
    if not _is_long_enough(word):
        return []
    rows = apps.get_model("timeline", "Spelling").objects.filter(variant__in=spellings(word))
    near = {row.word for row in rows if is_one_slip(word, row.word)}
    likeliest = sorted(near, key=lambda known: (known[0] != word[0], sorted(known) != sorted(word), known))
    return [_as_typed(known, text) for known in likeliest[:MOST_CANDIDATES]]


def spellings(word):
    """The word, and the word without each one of its letters."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}


def is_one_slip(typed, known):
    """Whether two different words are one letter, or one exchange of neighbours, apart."""
    if len(typed) > len(known):
        typed, known = known, typed
    if len(known) - len(typed) > 1 or typed == known:
        return False
    at = next((at for at, (one, other) in enumerate(zip(typed, known, strict=False)) if one != other), len(typed))
    if len(typed) < len(known):
        return typed[at:] == known[at + 1 :]
    swapped = typed[:at] + typed[at + 1 : at + 2] + typed[at] + typed[at + 2 :]
    return typed[at + 1 :] == known[at + 1 :] or swapped == known


def _words(part):
    for run in runs(part.text):
        for word in [run] if part.is_name or not is_japanese(run) else _katakana(run):
            folded = fold(word)
            if _is_long_enough(folded):
                yield folded


def _katakana(run):
    """The foreign words of a Japanese text, which katakana sets apart."""
    return "".join(char if ord(char) in KATAKANA else " " for char in run).split()


def _is_long_enough(word):
    shortest = SHORTEST_JAPANESE if is_japanese(word) else SHORTEST
    return shortest <= len(word) <= LONGEST and (word.isalpha() or is_japanese(word))


def _as_typed(word, typed):
    if any(ord(char) in KATAKANA for char in typed):
        return word.translate(HIRAGANA_TO_KATAKANA)
    if typed.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if typed[:1].isupper() else word


def _found(text, corpora):
    query = understand(text)
    return any(matching(rows, query).exists() for rows in corpora)


def _batches(items, size):
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
