"""What a reader may be about to type: people, issues and places by the beginnings of their names."""

from .backend import entries_beginning
from .entries import words_to_complete
from .marks import marked


def beginning_with(rows, text):
    """Those of ``rows`` whose names hold every word of ``text``, the last as the beginning of one; most met first."""
    words = [next(iter(words_to_complete(word)), "") for word in text.split()]
    terms = marked(" ".join(words), rows.model)
    if not terms:
        return rows.none()
    chosen = rows.filter(pk__in=entries_beginning(terms))
    return chosen.with_counts().order_by("-meeting_count", "key")
