"""What becomes of steps: by which way each goes, from what to what, and whether anything stands against it."""

from collections import defaultdict

from django.utils.translation import gettext as _

from ..editing.completeness import gaps
from ..editing.document import by_name
from ..loading.check import check_constraints, check_references
from ..loading.faults import Fault
from ..loading.rules import Severity, examine
from ..models import Meeting
from .documents import Documents, changed, entry_of
from .rights import Rights, Way
from .tables import columns_of
from .values import plain


class Judgement:
    """The ``steps`` that change something, each with its way; ``faults`` if they may not.

    ``base`` is the record in memory with the changes that wait, for meetings to which the steps add; ``picture`` is
    the same with what the steps make of it. Nothing is written.
    """

    def __init__(self, steps, stored, user, publish):
        self.stored = stored
        self.rights = Rights(steps, stored, user, publish)
        self.published = {step.names[1] for step in steps if step.model is Meeting and _says_published(step)}
        for step in steps:
            step.published = step.meeting in self.published
            step.way = self.rights.way(step)
        self.base, self.documents = self._with_changes_that_wait(steps)
        self.steps = self._against_base(steps)
        self.picture = self.base.with_entries(step.entry for step in self.steps if step.entry)
        self.faults = self._faults()

    def groups(self, *ways):
        """The steps that go one of these ways, by the natural key of their meeting (``None`` for no meeting's)."""
        found = defaultdict(list)
        for step in self.steps:
            if step.way in ways:
                found[step.meeting].append(step)
        return found

    def proposed(self, meeting, steps):
        """The document that these steps make of a public meeting, in whose place or beside whose change it waits."""
        return changed(self.documents[meeting], [step.entry for step in steps])

    def _with_changes_that_wait(self, steps):
        """The record with the waiting changes of the meetings concerned, and the document of each of these meetings."""
        base, live = self.stored.with_entries(()), Documents(self.stored)
        documents = {}
        for meeting in {step.meeting for step in steps if step.way == Way.WAITS}:
            change = self.rights.changes.get(meeting)
            documents[meeting] = change.revision.document if change else live.of(Meeting, meeting)
            if change:
                _put_over(base, live.of(Meeting, meeting), change.revision.document)
        return base, documents

    def _against_base(self, steps):
        """The steps that still change something, compared with what they would change."""
        kept = []
        for step in steps:
            base = self.base.get(*step.names)
            if base is None and (live := self.stored.get(*step.names)):  # gone in the change that waits: it comes back
                fields = columns_of(step.model)
                step.after = {name: plain(field, live.values[name]) for name, field in fields.items()} | step.after
            step.set_against(base)
            if step.model is Meeting and step.entry and step.created:
                state = Meeting.State.PUBLISHED if step.way == Way.SEEN else Meeting.State.DRAFT
                step.entry.values["state"] = state.value
            if step.after:
                kept.append(step)
        return kept

    def _faults(self):
        self.rights.refuse(self.steps)
        for step in self.steps:
            if step.entry is None:
                step.fault("", _("This record is no more: somebody deleted it since the file was checked."))
        found = self._found()
        if not found:
            check_references(self.steps, self.picture)
            found = self._found()
        if not found:
            check_constraints(self.steps, self.picture)
            found = self._found()
        return found or [*self._broken_rules(), *self._found()]

    def _found(self):
        return [fault for step in self.steps for fault in step.faults]

    def _broken_rules(self):
        """What contradicts the record and did not before; and what public meetings lack and did not before."""
        by_names = {(step.model._meta.label_lower, step.names[1]): step for step in self.steps}
        known = set(_errors(self.base))
        loose = []
        for finding in _errors(self.picture):
            if finding in known:
                continue
            words = f"{_(finding.sentence)} ({finding.words})"
            if step := by_names.get((finding.model, finding.key)):
                step.fault("", words)
            else:
                loose.append(Fault("", finding.record, "", words))
        self._refuse_gaps()
        return loose

    def _refuse_gaps(self):
        base, now = Documents(self.base), Documents(self.picture)
        for meeting, steps in self.groups(Way.WAITS, Way.SEEN).items():
            if meeting:
                before = self.documents.get(meeting) or base.of(Meeting, meeting)
                after = self.proposed(meeting, steps) if meeting in self.documents else now.of(Meeting, meeting)
                known = _hindrances(before) if before else set()
                for gap in sorted(_hindrances(after) - known, key=lambda gap: (gap.key, gap.field)):
                    at = next((step for step in steps if step.names == (gap.model, gap.key)), steps[0])
                    at.fault(gap.field, gap.words)


def _says_published(step):
    return step.created and step.after.get("state") == Meeting.State.PUBLISHED


def _put_over(picture, live, waiting):
    """Make ``picture`` say of a meeting what the document ``waiting`` says instead of ``live``."""
    waiting = by_name(waiting)
    for model, key in by_name(live).keys() - waiting.keys():
        del picture.tables[model][key]
    for (model, key), fields in waiting.items():
        picture.put(entry_of(model, fields, picture.get(model, key)))


def _errors(picture):
    return [finding for finding in examine(picture) if finding.severity == Severity.ERROR]


def _hindrances(rows):
    return {gap for gap in gaps(rows) if gap.hindrance}
