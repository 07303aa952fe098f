"""Answers that a client has already: told so in a few bytes, or handed out again as they were made."""

from .middleware import ConditionalMiddleware

__all__ = ["ConditionalMiddleware"]
