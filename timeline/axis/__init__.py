"""The time axis of the record: rows -> geometry, without HTML. Templates draw it; colours come from the stylesheets.

``axis`` is the large one of the chronology, ``strip`` one row of the years for a single meeting, issue or person,
``calendar`` the table that stands in for the axis on narrow screens. Axis and calendar take a ``Census``,
which bitmaps count, so that they cost the same for a hundred meetings and a hundred thousand; marks are loaded only for
meetings that are drawn for themselves. Shapes are SVG path data; a unit is a pixel at full width.
"""

from .calendar import calendar
from .census import SINGLY, Census, Months
from .chronology import axis
from .marks import MeetingMark, bracket, mark
from .strip import strip

__all__ = ["SINGLY", "Census", "MeetingMark", "Months", "axis", "bracket", "calendar", "mark", "strip"]
