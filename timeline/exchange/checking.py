"""The dry run: a file against the record, row by row; what differs is kept, nothing is changed."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from ..loading.faults import Fault
from ..loading.picture import read_database
from ..models import Import, Meeting
from .judgement import Judgement
from .refusal import RefusedError
from .row import FileRow
from .step import Step
from .unread import Unread

MOST_FAULTS = 200  # shown; those that were found are counted
EVERY = 200  # rows between two words of progress
BATCH = 500


class Progress(NamedTuple):
    """How far the work is: in words, and as a share of it all from 0 to 1."""

    words: str
    share: float


def check(upload, part_of):
    """Check an ``Upload``, note in the saved ``Import`` what came of it; yields ``Progress`` on the way.

    Rows that change nothing are forgotten as they are read: memory grows with what differs, not with the file.
    """
    yield Progress(_("Reading the record"), 0)
    stored, _ids = read_database()
    reading = _Reading(stored)
    yield from reading.read(upload)
    part_of.rows_read, part_of.rows_alike = reading.count, reading.alike
    part_of.states_left = reading.states_left
    yield Progress(_("Checking what differs against the rules"), 0.8)
    judged = Judgement(reading.steps, stored, part_of.editor, part_of.publish, reading.unread)
    yield from note(part_of, judged.steps, [*judged.faults, *reading.refused])


class _Reading:
    """What is in a file: the ``steps`` of rows that differ from the record, the ``unread`` ones that are at fault.

    ``refused``: the fault at which the reading ended, if one did end it.
    """

    def __init__(self, stored):
        self.stored = stored
        self.steps = []
        self.unread = Unread()
        self.refused = []
        self.count = self.alike = self.states_left = 0
        self._names = {}

    def read(self, upload):
        try:
            for row in upload.rows():
                self._take(FileRow(row, self.stored))
                if self.count % EVERY == 0:
                    words = _("Reading the file: %(count)d rows") % {"count": self.count}
                    yield Progress(words, 0.05 + 0.75 * (row.done or 0))
        except RefusedError as refused:
            self.refused.append(Fault(refused.place, "", "", refused.words))
            self.unread.has_more = True

    def _take(self, row):
        self.count += 1
        row.number = self.count
        self._refuse_twin(row)
        if row.faults:
            self.unread.add(row)
            return
        self.states_left += _gives_other_state(row)
        step = Step.of_row(row)
        if step:
            step.number = self.count
            self.steps.append(step)
        else:
            self.alike += 1

    def _refuse_twin(self, row):
        """No two rows speak of one record."""
        if row.names and (first := self._names.setdefault(row.names, row.row.position)) != row.row.position:
            row.fault("", _("The same record stands twice: first at %(place)s.") % {"place": first})


def _gives_other_state(row):
    if row.entry.model is not Meeting or not row.before or "state" not in row.row.content["fields"]:
        return False
    return row.entry.state != row.before.state


def note(part_of, steps, faults):
    """Keep the ``steps`` and ``faults`` of a saved ``Import`` in place of those it has; yields ``Progress``."""
    part_of.steps.all().delete()
    part_of.faults = [list(fault) for fault in faults[:MOST_FAULTS]]
    part_of.fault_count = len(faults)
    if not faults:
        for at in range(0, len(steps), BATCH):
            yield Progress(_("Noting what would change"), 0.9 + 0.1 * at / len(steps))
            kept = [step.as_record(part_of, at + place) for place, step in enumerate(steps[at : at + BATCH], 1)]
            part_of.steps.bulk_create(kept)
    part_of.state = Import.State.REFUSED if faults else Import.State.READY
    part_of.save()
    yield Progress(_("Checked"), 1)
