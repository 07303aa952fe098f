"""What becomes of steps: by which way each goes, from what to what, and whether anything stands against it."""

from collections import defaultdict

from django.utils.translation import gettext as _

from ..editing.completeness import gaps
from ..editing.document import by_name
from ..loading.check import check_constraints, check_references
from ..loading.constraints import broken_checks
from ..loading.faults import Fault
from ..loading.rules import RULES, Severity, examine
from ..loading.schema import named_by
from ..models import Meeting
from .documents import Documents, changed, entry_of
from .rights import Rights, Way
from .tables import columns_of
from .unread import Expected, Unread
from .values import plain

OF_ONE_ROW = {  # rules that look at nothing else: asked even while other rows are at fault
    *("phrase_is_short", "time_zone_exists", "partial_date_fills_its_period", "our_own_text_gives_both_names")
}


class Judgement:
    """The ``steps`` that change something, each with its way; ``faults`` if they may not.

    ``base`` is the record in memory with the changes that wait, for meetings to which the steps add; ``picture`` is
    the same with what the steps make of it. ``unread`` are rows of the file that are no steps, because they are at
    fault. Nothing is written.
    """

    def __init__(self, steps, stored, user, publish, unread=None):
        self.stored = stored
        self.unread = unread or Unread()
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
        self._check_rows()
        if self._found() or self.unread:  # the record as a whole cannot be judged yet
            self._check_rules_of_one_row()
            return self._found()
        return [*self._broken_rules(), *self._found()]

    def _found(self):
        """The faults so far, in the order of the file."""
        rows = sorted([*self.steps, *self.unread.rows], key=lambda row: row.number)
        return [fault for row in rows for fault in row.faults]

    def _check_rows(self):
        """What each row names and holds; of one that is at fault already, as far as it was understood."""
        parts = self.unread.parts()
        if not self.unread.has_more:
            check_references([*self.steps, *parts], Expected(self.picture, self.unread))
        if not self.unread:
            check_constraints(self.steps, self.picture)
            return
        for step in self.steps:  # two rows may change what only one may hold, and one of them be at fault
            for message in broken_checks(step.entry) if step.entry else ():
                step.fault("", message)
        for part in parts:
            part.check_constraints()

    def _check_rules_of_one_row(self):
        by_names = {step.names: step for step in self.steps}
        for one in RULES:
            if one.name in OF_ONE_ROW:
                known = {(entry.model, entry.key, words) for entry, words in one.find(self.base)}
                for entry, words in one.find(self.picture):
                    step = by_names.get((entry.model, entry.key))
                    if step and (entry.model, entry.key, words) not in known and self._is_judged(entry):
                        step.fault("", f"{_(one.sentence)} ({words})")

    def _is_judged(self, entry):
        """Whether the record has to keep the rules: what belongs to a meeting that is not public may break them."""
        if "meeting" in named_by(entry.model):
            entry = self.picture.get(Meeting, entry.meeting)
        return entry is not None and (entry.model is not Meeting or entry.state == Meeting.State.PUBLISHED)

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
