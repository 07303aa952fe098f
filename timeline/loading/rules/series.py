"""Rules of official counts."""

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from timeline.models import Meeting, Number, Series

from .registry import Severity, rule


class Span(NamedTuple):
    """What the record holds of a count: first and last number, how many meetings, and the numbers between missing."""

    key: str
    first: int | None
    last: int | None
    meetings: int
    holes: list


def spans(picture):
    """A ``Span`` for every count, by key."""
    by_series = _in_order_of_time(picture)
    return [_span(series.key, by_series[series.key]) for series in sorted(picture.all(Series), key=lambda one: one.key)]


def _span(key, numbers):
    given = {one.number for one in numbers}
    if not given:
        return Span(key[0], None, None, 0, [])
    holes = sorted(set(range(min(given), max(given))) - given)
    return Span(key[0], min(given), max(given), len(numbers), holes)


def _in_order_of_time(picture):
    """The numbers of each count as the meetings followed each other."""
    found = defaultdict(list)
    for number in picture.all(Number):
        found[number.series].append(number)
    for numbers in found.values():
        numbers.sort(key=lambda number: (picture.get(Meeting, number.meeting).start, _place(number), number.meeting))
    return found


def _place(number):
    return (number.number, number.session or 0)


@rule(Severity.ERROR)
def numbers_rise_with_the_date(picture):
    """In every count, a later meeting has a higher number, or is a later session of the same round."""
    for numbers in _in_order_of_time(picture).values():
        for before, number in pairwise(numbers):
            if _place(number) <= _place(before):
                yield number, f"has {number.number} after {before.number} of {before.meeting[0]}"


@rule(Severity.WARNING)
def count_has_no_holes(picture):
    """Between the first and the last recorded number of a count, none is missing."""
    for span in spans(picture):
        if span.holes:
            numbers = ", ".join(map(str, span.holes))
            yield picture.get(Series, (span.key,)), f"lacks {numbers} ({len(span.holes)} of {span.first}–{span.last})"


@rule(Severity.WARNING)
def sessions_count_from_one(picture):
    """The sessions of one round are numbered 1, 2, … without a hole."""
    rounds = defaultdict(list)
    for number in picture.all(Number):
        if number.session is not None:
            rounds[number.series, number.number].append(number)
    for numbers in rounds.values():
        sessions = sorted(number.session for number in numbers)
        if sessions != list(range(1, len(sessions) + 1)):
            yield numbers[0], f"round {numbers[0].number} has the sessions {', '.join(map(str, sessions))}"


@rule(Severity.ERROR)
def only_held_meetings_are_counted(picture):
    """A meeting with an official number was held."""
    for number in picture.all(Number):
        status = picture.get(Meeting, number.meeting).status
        if status != Meeting.Status.HELD:
            yield number, f"numbers a meeting that was {status}"


@rule(Severity.NOTE)
def count_has_members(picture):
    """Every official count has meetings in the record."""
    for span in spans(picture):
        if not span.meetings:
            yield picture.get(Series, (span.key,)), "numbers no meeting"
