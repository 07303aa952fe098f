"""Holes in the official counts."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ..dates import date_words, range_words
from ..links import query_text
from ..loading.rules.series import spans
from .line import Line
from .meetings import dates_of


def holes(reading):
    """The numbers that each official count lacks, those that follow one another together."""
    by_series = {}
    for row in reading.numbers.values():
        by_series.setdefault(row["series__key"], []).append(row)
    return [_line(reading, by_series[span.key], hole) for span in spans(reading.picture) for hole in _runs(span.holes)]


def _runs(numbers):
    """Numbers that follow one another, as pairs of the first and the last."""
    runs = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return runs


def _line(reading, rows, hole):
    """The hole between two numbers of one count, and the dates of the meetings beside it."""
    before = max((row for row in rows if row["number"] < hole[0]), key=lambda row: row["number"])
    after = min((row for row in rows if row["number"] > hole[1]), key=lambda row: row["number"])
    ends = {
        "before": dates_of(reading.meetings[before["meeting"]]),
        "after": dates_of(reading.meetings[after["meeting"]]),
    }
    names = {code: before[f"series__name_{code}"] for code in ("en", "ru", "ja")}
    return Line("series", before["series"], names, facts={"first": hole[0], "last": hole[1], **ends})


def words(line):
    """Which numbers are missing, and when the meetings beside them were."""
    told = {"before": date_words(*line.facts["before"]), "after": date_words(*line.facts["after"])}
    if line.facts["first"] == line.facts["last"]:
        return _("No. %(number)s is missing. The meetings beside it: %(before)s; %(after)s.") % (
            told | {"number": line.facts["first"]}
        )
    numbers = range_words(str(line.facts["first"]), str(line.facts["last"]))
    return _("Nos. %(numbers)s are missing. The meetings beside them: %(before)s; %(after)s.") % (
        told | {"numbers": numbers}
    )


def where(line):
    """The meetings between the two, and these."""
    (first, _end, _precision), (_start, last, _precision) = line.facts["before"], line.facts["after"]
    days = [("end__gte", first.isoformat()), ("start__lte", last.isoformat())]
    return reverse("admin:timeline_meeting_changelist") + query_text(days)
