"""modelsearch's index in the database: how it is written, and how it is asked.

modelsearch writes the index and keeps it (FTS5 on SQLite, a vector with a GIN index on PostgreSQL). We ask it
ourselves: our terms name the kind of record, so that no join over every entry of that kind is needed, and ranking
is our own.
"""

from django.db import connection
from django.db.models import BigIntegerField, BooleanField, Case, Value, When
from django.db.models.functions import Cast
from modelsearch.backends import database

from .marks import ANYWHERE, marked


def SearchBackend(params):  # noqa: N802 -- the name that modelsearch looks for
    """modelsearch's backend for the database in use, without its weights of titles.

    It weighs every title anew whenever a record is indexed, which reads the whole index each time.
    """
    backend = database.SearchBackend(params)

    class Index(backend.index_class):
        def _refresh_title_norms(self, full=False):
            """Nothing is ranked by them."""

    backend.index_class = Index
    return backend


def occurring(model, clauses, where=ANYWHERE, every=True):
    """The numbers of the records of ``model`` in which each of the clauses occurs, or any unless ``every``.

    A clause has ``ways``, runs of terms each of which answers it.
    """
    clauses = [[marked(way, model, where) for way in clause.ways] for clause in clauses]
    return _entries_with(clauses if every else [[way for ways in clauses for way in ways]])


def _entries_with(clauses):
    """The numbers of the records in whose entry each clause occurs, as a subquery.

    A clause is a list of ways, any of which answers it; a way is one term, or several that follow one another.
    """
    return _ask("body", clauses)


def entries_beginning(terms):
    """The numbers of the records with a name that holds all these terms, the last as the beginning of one."""
    return _ask("autocomplete", [[term] for term in terms.split()], last_begins=True)


def among(rows, numbers):
    """Those of ``rows`` whose number is in the subquery ``numbers``.

    PostgreSQL, which guesses badly how many entries hold a term, may ask the index anew for every row; behind a CASE
    it asks once.
    """
    if connection.vendor != "postgresql":
        return rows.filter(pk__in=numbers)
    return rows.filter(Case(When(pk__in=numbers, then=True), default=False, output_field=BooleanField()))


def _ask(column, clauses, last_begins=False):
    return (_ask_postgresql if connection.vendor == "postgresql" else _ask_sqlite)(column, clauses, last_begins)


def _ask_postgresql(column, clauses, last_begins):
    from django.contrib.postgres.search import SearchQuery
    from modelsearch.models import IndexEntry

    text = " & ".join(f"({' | '.join(_followed(way) for way in ways)})" for ways in clauses)
    text = f"{text[:-1]}:*)" if last_begins else text
    found = IndexEntry.objects.filter(**{column: SearchQuery(text, search_type="raw", config="simple")})
    return found.values_list(Cast("object_id", BigIntegerField()))


def _followed(way):
    return f"({' <-> '.join(way.split())})" if " " in way else way


def _ask_sqlite(column, clauses, last_begins):
    from modelsearch.backends.database.sqlite.query import MatchExpression
    from modelsearch.models import SQLiteFTSIndexEntry

    text = " AND ".join("(" + " OR ".join(f'"{way}"' for way in ways) + ")" for ways in clauses)
    text = f"{text[:-1]}*)" if last_begins else text
    found = SQLiteFTSIndexEntry.objects.filter(MatchExpression([column], Value(text)))
    return found.values_list(Cast("index_entry__object_id", BigIntegerField()))
