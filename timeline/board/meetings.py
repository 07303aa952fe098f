"""Lines of meetings and of what belongs to them."""

from ..models import Meeting
from .line import Line


def in_order(lines):
    """Lines of meetings, by the first day."""
    return sorted(lines, key=lambda line: line.dates[0])


def names_of(meeting):
    """The titles of a row of meetings, by language."""
    return {code: meeting[f"title_{code}"] for code in ("en", "ru", "ja")}


def dates_of(meeting):
    """First day, last day and precision of a row of meetings."""
    return meeting["start"], meeting["end"], meeting["precision"]


def line_at(reading, model, pk, meeting, **facts):
    """A line for the row ``pk`` of ``model``, which stands under the title of its meeting, a number of ``reading``."""
    row = reading.meetings[meeting]
    return Line(model, pk, names_of(row), dates_of(row), row["state"] != Meeting.State.PUBLISHED, facts)
