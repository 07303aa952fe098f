"""Rules of offices: who held them when, and in which office somebody sat at the table."""

from calendar import monthrange
from collections import defaultdict
from datetime import date
from itertools import combinations

from timeline.models import Attendance, Meeting, Office, Participant, Precision, Tenure

from .registry import Severity, rule


@rule(Severity.ERROR)
def tenure_covers_the_meeting(picture):
    """Whoever sat at a meeting held an office then, and that of their capacity, or the meeting says why not."""
    terms = _terms_by_participant(picture)
    for seat in picture.all(Attendance):
        held = terms[seat.participant]
        meeting = picture.get(Meeting, seat.meeting)
        if held and not _explained(picture, seat, meeting):
            named = [term for term in held if _is_office_of(picture, term, seat)]
            if not any(_may_cover(term, meeting) for term in named or held):
                offices = ", ".join(sorted({term.office[0] for term in named or held}))
                yield seat, f"sat as {seat.capacity_en}; no tenure as {offices} covers {meeting.start}"


@rule(Severity.NOTE)
def participant_has_a_tenure(picture):
    """For whoever sat at a meeting, an office is recorded."""
    terms = _terms_by_participant(picture)
    for seat in picture.all(Attendance):
        if not terms[seat.participant]:
            yield seat, f"sat as {seat.capacity_en}; no tenure is recorded"


@rule(Severity.ERROR)
def terms_of_one_person_do_not_overlap(picture):
    """Nobody holds one office twice at a time."""
    terms = defaultdict(list)
    for term in picture.all(Tenure):
        terms[term.office, term.participant].append(term)
    for held in terms.values():
        for one, other in combinations(held, 2):
            if surely_overlap(one, other):
                yield other, f"overlaps term {one.term}"


@rule(Severity.NOTE)
def office_has_a_holder(picture):
    """For every office, somebody who held it is recorded."""
    held = {term.office for term in picture.all(Tenure)}
    for office in picture.all(Office):
        if office.key not in held:
            yield office, "nobody is recorded in it"


def _terms_by_participant(picture):
    found = defaultdict(list)
    for term in picture.all(Tenure):
        found[term.participant].append(term)
    return found


def _is_office_of(picture, term, seat):
    """Whether the capacity at the table is, as far as it goes, the title of that office."""
    return picture.get(Office, term.office).title_en.casefold().startswith(seat.capacity_en.casefold())


def _explained(picture, seat, meeting):
    """Whether the meeting's note on differing sources speaks of that person."""
    surname = picture.get(Participant, seat.participant).name_en.split()[-1]
    return surname in meeting.discrepancies


def _may_cover(term, meeting):
    return (term.start or date.min) <= meeting.end and last_day(term) >= meeting.start


def surely_overlap(one, other):
    """Whether two terms share more than a day; an unknown date and a partial end get the benefit of the doubt."""
    if not (one.start and other.start):
        return False
    first, second = sorted([one, other], key=lambda term: term.start)
    return first.end is not None and second.start_precision == Precision.DAY and second.start < first.end


def last_day(term):
    """The last day on which a tenure may still have run."""
    if term.end is None:
        return date.max
    if term.end_precision == Precision.YEAR:
        return date(term.end.year, 12, 31)
    if term.end_precision == Precision.MONTH:
        return term.end.replace(day=monthrange(term.end.year, term.end.month)[1])
    return term.end
