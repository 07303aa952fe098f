"""The time axis of the record: rows -> geometry, without HTML. Templates draw it; colours come from the stylesheets.

``axis`` is the large one of the chronology, ``strip`` one row of the years for a single meeting, issue or person,
``calendar`` the table that stands in for the axis on narrow screens. All take ``MeetingMark.load(queryset)``.
Shapes are SVG path data; a unit is a pixel at full width.
"""

from .calendar import calendar
from .chronology import axis
from .marks import MeetingMark, bracket, mark
from .strip import strip

__all__ = ["MeetingMark", "axis", "bracket", "calendar", "mark", "strip"]
