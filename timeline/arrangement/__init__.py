"""How recorded rows are laid out on a page: columns, exchanges, footnotes, tables.

Nothing here asks the database; rows come loaded with what they need.
"""

from .lists import Branch, in_pages, tree
from .offices import Offices, covers
from .order import by_country, by_side, delegations, facing, family_name, sides, tally, tally_of
from .statements import Notes, Said, by_first_issue, by_meeting, by_year, parallel, voices

__all__ = [
    "Branch",
    "Notes",
    "Offices",
    "Said",
    "by_country",
    "by_first_issue",
    "by_meeting",
    "by_side",
    "by_year",
    "covers",
    "delegations",
    "facing",
    "family_name",
    "in_pages",
    "parallel",
    "sides",
    "tally",
    "tally_of",
    "tree",
    "voices",
]
