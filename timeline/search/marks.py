"""Where in a record a term stands, and in which kind of record: told by what is written before the term.

So one word of the index, such as ``m1lavrov``, says "Lavrov, in the title of a meeting", alike on every database.
"""

IN_TITLE, IN_HEAD, ANYWHERE = 1, 2, 3
LETTERS = {"meeting": "m", "statement": "s", "participant": "p", "issue": "i", "place": "l", "source": "c"}
SEARCHABLE = tuple(LETTERS)


def marked(terms, model, where=ANYWHERE):
    """Each of the terms with the mark of that kind of record and that part of it."""
    mark = f"{LETTERS[model._meta.model_name]}{where}"
    return " ".join(mark + term for term in terms.split())
