"""What a link checker found, read from its file and kept beside the sources; nothing here asks another host."""

from .read import Result, read
from .record import Outcome, record

__all__ = ["Outcome", "Result", "read", "record"]
