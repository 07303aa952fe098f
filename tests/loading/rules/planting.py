"""Faults planted into a good record, and what the rules find then."""

from typing import NamedTuple

import pytest

from tests.factories import make_meeting
from timeline.loading.picture import read_database
from timeline.loading.rules import examine

CLAIM = "statement 2017-03-20-summit 1: "


class Fault(NamedTuple):
    """A function that plants it, given the good meeting; the rule that it breaks, and all ``findings`` then."""

    plant: object
    rule: str
    findings: dict


class Faults(list):
    """The ``Fault``s of one module of rules."""

    def against(self, rule, severity, *findings):
        """Adds the function below it, which breaks that rule and no other."""

        def add(plant):
            self.append(Fault(plant, rule, {(rule, severity): [*findings]}))
            return plant

        return add

    def each(self, test):
        """Runs the test once for each fault, as ``fault``."""
        return pytest.mark.parametrize("fault", self, ids=lambda fault: fault.plant.__name__)(test)


def findings():
    """``{(rule, severity): ["record: words", …]}`` of the database as it is."""
    found = {}
    for finding in examine(read_database()[0]):
        found.setdefault((finding.rule, str(finding.severity)), []).append(f"{finding.record}: {finding.words}")
    return found


def make_another(key, **fields):
    """A meeting on the day with which its key begins."""
    return make_meeting(key, start=key[:10], **fields)


def seats(meeting):
    """The participants of a meeting, to sit at another one too."""
    return [
        (seat.participant.key, {"side": seat.side, "capacity_en": seat.capacity_en})
        for seat in meeting.attendances.all()
    ]
