"""Where both records have what only one can have: an editor decides which of the two stays."""

from dataclasses import dataclass
from datetime import date

from ..loading.rules.offices import last_day, surely_overlap
from ..models import Attendance, Tenure

STAYS, GOES, BOTH = "stays", "goes", "both"


@dataclass(frozen=True)
class Conflict:
    """A row of the record that goes, and rows of the one that stays that it cannot stand beside.

    ``name`` is that of the decision: ``STAYS`` keeps ``stays``, ``GOES`` keeps ``goes``, ``BOTH`` (where
    ``may_keep_both``) keeps all of them.
    """

    name: str
    goes: object
    stays: tuple
    may_keep_both: bool = False

    @property
    def options(self):
        """The decisions that there are."""
        return [STAYS, GOES, *([BOTH] if self.may_keep_both else [])]

    def dropped(self, decision):
        """The rows that a decision deletes."""
        return {STAYS: [self.goes], GOES: list(self.stays), BOTH: []}[decision]


def conflicts(stay, gone, rows):
    """Every ``Conflict`` between ``stay`` and the ``rows`` that name ``gone``."""
    seats = [row for row in rows if isinstance(row, Attendance)]
    terms = [row for row in rows if isinstance(row, Tenure)]
    return [*_seats(stay, seats), *_terms(stay, terms)]


def _seats(stay, seats):
    """Both sit at one meeting."""
    taken = {}
    if seats:
        mine = Attendance.objects.filter(participant=stay).select_related("meeting", "participant")
        taken = {seat.meeting_id: seat for seat in mine}
    for seat in seats:
        if seat.meeting_id in taken:
            yield Conflict(f"seat-{seat.pk}", seat, (taken[seat.meeting_id],))


def _terms(stay, terms):
    """Both held one office at a time, or perhaps did."""
    held = list(Tenure.objects.filter(participant=stay).select_related("office", "participant")) if terms else []
    for term in terms:
        near = [mine for mine in held if mine.office_id == term.office_id and not _surely_apart(mine, term)]
        if near:
            sure = any(surely_overlap(mine, term) or _same_dates(mine, term) for mine in near)
            yield Conflict(f"term-{term.pk}", term, tuple(near), may_keep_both=not sure)


def _surely_apart(one, other):
    """Whether one term had ended when the other began."""
    if not (one.start and other.start):
        return False
    first, second = sorted([one, other], key=lambda term: term.start)
    return first.end is not None and last_day(first) <= second.start


def _same_dates(one, other):
    return (one.start, one.end or date.max) == (other.start, other.end or date.max)


def free_terms(stay, terms, dropped):
    """The number that each of ``terms`` gets among those of ``stay``: its own, or the next that is free.

    ``dropped``: rows that will be gone by then. Returns numbers by primary key.
    """
    numbers, used = {}, {}
    gone = {(type(row), row.pk) for row in dropped}
    for term in Tenure.objects.filter(participant=stay) if terms else ():
        if (Tenure, term.pk) not in gone:
            used.setdefault(term.office_id, set()).add(term.term)
    for term in terms:
        taken = used.setdefault(term.office_id, set())
        numbers[term.pk] = term.term if term.term not in taken else max(taken) + 1
        taken.add(numbers[term.pk])
    return numbers
