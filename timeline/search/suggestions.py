"""What a reader may be about to type: people, issues and places by the beginnings of their names."""

from .backend import among, entries_beginning
from .entries import words_to_complete
from .marks import marked


def beginning_with(rows, text):
    """Those of ``rows`` whose names hold every word of ``text``, the last as the beginning of one; most met first.

    Each comes with ``met``, at how many meetings.
    """
    words = [next(iter(words_to_complete(word)), "") for word in text.split()]
    terms = marked(" ".join(words), rows.model)
    if not terms:
        return rows.none()
    chosen = among(rows, entries_beginning(terms))
    return chosen.with_met().order_by("-met", "key")


def begins_alike(name, text):
    """Whether each word of ``text`` begins a word of ``name``."""
    words = set(words_to_complete(name))
    return all(
        any(word.startswith(typed) for word in words)
        for typed in (next(iter(words_to_complete(one)), "") for one in text.split())
    )
