"""The editors' desk: every part of the record in Django's admin, one module a noun."""

from . import former, meeting, meeting_parts, merges, participant, source, statement, vocabulary

__all__ = ["former", "meeting", "meeting_parts", "merges", "participant", "source", "statement", "vocabulary"]
