"""Words to records: the analyzer, what a reader typed, and the entries by which records are found.

modelsearch keeps the index in the database (SQLite FTS5, PostgreSQL); we decide what stands in it.
"""

from .analyzer import analyze, fold
from .entries import Searchable, index, index_mentions, index_record
from .query import best_first, matching, parse

__all__ = [
    "Searchable",
    "analyze",
    "best_first",
    "fold",
    "index",
    "index_mentions",
    "index_record",
    "matching",
    "parse",
]
