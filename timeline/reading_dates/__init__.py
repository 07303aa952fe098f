"""Dates as people write them, read into what the record holds: first day, last day, and how much is known.

Every reading that a text allows is made. One is taken; none, or more than one, is refused in words that help: nothing
is ever guessed.
"""

from .reader import UnreadableDate, When, read_day, read_period, read_when
from .words import understood, when_text

__all__ = ["UnreadableDate", "When", "read_day", "read_period", "read_when", "understood", "when_text"]
