"""What is to be fixed in the record, group by group: what is wrong in plain words, and where it is mended.

Rules of the loader and questions of the querysets find it; here it is only gathered, named and led to its form.
"""

from .groups import GROUPS, Group
from .kept import findings
from .line import Line

__all__ = ["GROUPS", "Group", "Line", "findings"]
