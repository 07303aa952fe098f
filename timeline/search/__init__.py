"""Words to records: the analyzer, what a reader typed, and the entries by which records are found.

modelsearch keeps the index in the database (SQLite FTS5, PostgreSQL); we decide what stands in it.
"""

from .analyzer import analyze, fold
from .entries import Searchable, index, index_mentions, index_record, loaded_for_search
from .evidence import Line, Piece, marked_line, why_found
from .marks import IN_TITLE
from .parts import Part
from .query import best_first, matching, parse, understand
from .spelling import correct
from .suggestions import beginning_with, begins_alike

__all__ = [
    "IN_TITLE",
    "Line",
    "Part",
    "Piece",
    "Searchable",
    "analyze",
    "beginning_with",
    "begins_alike",
    "best_first",
    "correct",
    "fold",
    "index",
    "index_mentions",
    "index_record",
    "loaded_for_search",
    "marked_line",
    "matching",
    "parse",
    "understand",
    "why_found",
]
