"""Two records that are one: what a merge would do, doing it, and undoing it."""

from .merge import MergeError, merge
from .plan import MERGEABLE, Plan, larger_first, plan
from .undo import UndoError, obstacles_to_undo, undo

__all__ = [
    "MERGEABLE",
    "MergeError",
    "Plan",
    "UndoError",
    "larger_first",
    "merge",
    "obstacles_to_undo",
    "plan",
    "undo",
]
