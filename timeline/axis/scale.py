"""Days to x: the years of the record side by side, one of them open."""

from calendar import monthrange
from datetime import date
from re import match

from ..dates import month_words

YEAR, FOLD = 12 * 27, 44  # the open year, and the least that a folded year may take


class Scale:
    """Days to x: one year may be open, the others are folded."""

    def __init__(self, years, open_year=None, left=0, right=1248):
        self.left, self.month = {}, {}
        folded = [year for year in years if year != open_year]
        opened = YEAR if open_year in years and folded else right - left
        fold = max(FOLD, (right - left - opened * (open_year in years)) // max(1, len(folded)))
        for year in years:
            self.left[year] = left
            self.month[year] = (opened if year == open_year else fold) / 12
            left += opened if year == open_year else fold
        self.right = left

    def of(self, day):
        """Where a day stands: in the middle of its share of the month."""
        length = monthrange(day.year, day.month)[1]
        return self.start_of(day.year, day.month) + self.month[day.year] * (day.day - 0.5) / length

    def day(self, day):
        """How wide a day is."""
        return self.month[day.year] / monthrange(day.year, day.month)[1]

    def start_of(self, year, month):
        """Where a month begins."""
        return self.left[year] + self.month[year] * (month - 1)

    def width(self, year):
        """How wide a year is."""
        return self.month[year] * 12


def years_of(meetings):
    """Every year from the first to the last in which a meeting lies."""
    if not meetings:
        return range(0)
    return range(min(one.start.year for one in meetings), max(one.end.year for one in meetings) + 1)


def months():
    """The months as number, shortest name (a letter, in Japanese the number) and full name."""
    words = [month_words(date(2000, month, 1), with_year=False) for month in range(1, 13)]
    return [(month, match(r"\d+|.", word)[0].upper(), word) for month, word in enumerate(words, 1)]
