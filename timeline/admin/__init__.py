"""The editors' desk: every part of the record in Django's admin, one module a noun."""

from . import meeting, participant, source, statement, vocabulary

__all__ = ["meeting", "participant", "source", "statement", "vocabulary"]
