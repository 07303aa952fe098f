"""Search that ignores case, ё/е, width, accents and kana, alike on SQLite and PostgreSQL.

Databases fold differently (SQLite's LIKE knows only ASCII, PostgreSQL's LOWER depends on the locale), so the column is
folded by the site's own ``fold``: SQLite calls it, PostgreSQL translates with a table made from it.
"""

import json
from functools import cache, reduce
from operator import and_, or_

from django.db.models import F, Func, JSONField, Q, TextField, Value
from django.db.models.functions import Cast
from django.db.models.lookups import Contains
from django.utils.text import smart_split, unescape_string_literal

from ..search import fold

LETTERS = (range(0xC0, 0x530), range(0x3041, 0x3100))  # Latin with accents, Greek, Cyrillic; kana


def folded_text(text):
    """What SQLite calls for a text column; ASCII, most of the record, needs no table."""
    if text is None:
        return None
    return text.lower() if text.isascii() else fold(text)


def folded_list(text):
    """What SQLite calls for a list of texts stored as JSON."""
    return None if text is None else fold("\n".join(json.loads(text)))


def teach_sqlite(connection, **kwargs):
    """Give a new SQLite connection the two functions; other databases need none."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("timeline_fold", 1, folded_text, deterministic=True)
        connection.connection.create_function("timeline_fold_list", 1, folded_list, deterministic=True)


@cache
def translation():
    """The letters that fold to another single letter, and what they become."""
    letters = [chr(code) for block in LETTERS for code in block]
    pairs = [(letter, fold(letter)) for letter in letters]
    pairs = [(letter, plain) for letter, plain in pairs if len(plain) == 1 and plain != letter]
    return "".join(letter for letter, _ in pairs), "".join(plain for _, plain in pairs)


class Folded(Func):
    """A column of texts, or of lists of texts, as ``fold`` would give it."""

    arity = 1
    output_field = TextField()

    def as_sqlite(self, compiler, connection, **context):
        is_list = isinstance(self.source_expressions[0].output_field, JSONField)
        function = "timeline_fold_list" if is_list else "timeline_fold"
        return self.as_sql(compiler, connection, function=function, **context)

    def as_postgresql(self, compiler, connection, **context):
        normal = Func(Cast(self.source_expressions[0], TextField()), template="NORMALIZE(%(expressions)s, NFKC)")
        lower = Func(normal, function="LOWER", output_field=TextField())
        return compiler.compile(Func(lower, *map(Value, translation()), function="TRANSLATE", output_field=TextField()))


def words_of(text):
    """The words of a query, folded; "quoted words" stay together."""
    for word in smart_split(text):
        quoted = word[0] in "\"'" and word[0] == word[-1] and len(word) > 1
        yield fold(unescape_string_literal(word) if quoted else word)


def holds_every_word(text, condition):
    """A ``Q`` that holds where ``condition(word)`` does for every word of ``text``."""
    return reduce(and_, map(condition, words_of(text)), Q())


def any_holds(names, word):
    """A ``Q`` that holds where one of the named columns holds the folded ``word``."""
    return reduce(or_, (Q(Contains(Folded(F(name)), word)) for name in names))
