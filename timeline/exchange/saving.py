"""An import into the record: exactly what was shown, in one transaction or not at all."""

import json
from hashlib import sha256

from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..changes import record_changed
from ..editing.pending import propose, settle
from ..loading.affected import affected_meetings
from ..loading.picture import read_database
from ..loading.save import Writer
from ..loading.schema import MODELS, columns
from ..models import DataVersion, Import, Meeting, Number, Remark, Statement
from ..models.vocabulary import Listed
from ..search import Searchable, index
from .checking import Progress, note
from .documents import Documents
from .judgement import Judgement
from .keeping import begin, keep, told_by
from .locking import lock_record
from .rights import Way
from .step import Step

WRITTEN = (Way.NEW_DRAFT, Way.DRAFT, Way.NEW, Way.QUIET, Way.SEEN)
EVERY = 10  # meetings proposed between two words of progress
PIECE = 50  # meetings told to search at a time
AT_ONCE = 1000  # rows written together; Django makes an object of each
FEW = 50  # steps that readers see; of more, the whole record is compared with what they saw


class OvertakenError(Exception):
    """The record, or what the importer may do, changed since the import was shown; ``judged`` is what it is now."""

    def __init__(self, judged, count):
        super().__init__(f"{count} rows read differently now")
        self.judged = judged
        self.count = count


def save(part_of, reason):
    """Do what a checked ``Import`` showed; yields ``Progress``. Closed before its end, it leaves all as it was.

    If the record changed in between, nothing is done: the import then shows what it would do now.
    """
    try:
        with transaction.atomic():
            yield from _saved(part_of, reason)
    except OvertakenError as overtaken:
        part_of.overtaken = overtaken.count
        yield from note(part_of, overtaken.judged.steps, overtaken.judged.faults)
        yield Progress(_("The record changed since this was shown. Nothing was imported: look again."), 1)
    except OperationalError:
        yield Progress(_("Somebody else is writing the record just now. Nothing was imported: try again."), 1)


def _saved(part_of, reason):
    yield Progress(_("Comparing the record with what was shown"), 0)
    lock_record()
    DataVersion.objects.select_for_update().current()  # one import or load at a time
    if Import.objects.select_for_update().get(pk=part_of.pk).state != Import.State.READY:
        return
    stored, ids = read_database()
    yield Progress(_("Checking what differs against the rules"), 0.05)
    judged = _as_shown(part_of, stored)
    work = _Work(part_of.editor, reason, judged, ids)
    yield from work.write()
    yield from work.propose()
    yield from work.tell()
    part_of.state, part_of.reason, part_of.done_at = Import.State.DONE, reason, timezone.now()
    part_of.overtaken = 0
    part_of.save()
    yield Progress(_("Imported"), 1)


def _as_shown(part_of, stored):
    """The ``Judgement`` of the steps that were shown; raises ``OvertakenError`` if it is another one now."""
    shown, steps = {}, []
    for one in part_of.steps.iterator():
        step = Step.of_record(one)
        shown[step.names] = _mark(one)
        steps.append(step)
    judged = Judgement(steps, stored, part_of.editor, part_of.publish)
    now = {step.names: _mark(step) for step in judged.steps}
    differing = [name for name in shown if now.get(name) != shown[name]]
    if differing or judged.faults:
        raise OvertakenError(judged, len(differing))
    return judged


def _mark(step):
    """What a step would do, in few bytes: thousands of them are compared."""
    told = json.dumps([step.way, step.created, step.before, step.after], sort_keys=True)
    return sha256(told.encode()).digest()


class _Work:
    """The writing of one import."""

    def __init__(self, editor, reason, judged, ids):
        self.editor = editor
        self.reason = reason
        self.judged = judged
        self.ids = ids
        self.steps = [step for step in judged.steps if step.way in WRITTEN]
        self.after = judged.stored.with_entries(step.entry for step in self.steps)

    def write(self):
        """Write what is written directly, and keep the versions before and after it."""
        names = [name for step in self.steps for name in told_by(step)]
        before = Documents(self.judged.stored)
        yield Progress(_("Keeping the versions before"), 0.15)
        begin(names, before)
        writer = Writer(self.judged.stored, self.ids)
        for number, model in enumerate(MODELS):
            mine = [step for step in self.steps if step.model is model]
            if mine:
                words = _("Writing: %(records)s") % {"records": model._meta.verbose_name_plural}
                yield Progress(words, 0.2 + 0.3 * number / len(MODELS))
                created = [step.entry for step in mine if step.created]
                for new, changed in _pieces(model, created, [step.entry for step in mine if not step.created]):
                    writer.write(new, changed)
                if issubclass(model, Listed):
                    model.objects.filter(pk__in=self._ids(model, created)).update(waits=True)
        yield Progress(_("Keeping the versions after"), 0.5)
        keep(names, Documents(self.after), self.editor, self.reason)
        for key in self.judged.groups(Way.SEEN):
            if change := self.judged.rights.changes.get(key):
                settle(change)

    def propose(self):
        """Let changes of public meetings wait for a Publisher."""
        groups = self.judged.groups(Way.WAITS)
        for number, (key, steps) in enumerate(groups.items()):
            if number % EVERY == 0:
                words = _("Changes that wait for a Publisher: %(done)d of %(all)d meetings")
                yield Progress(words % {"done": number, "all": len(groups)}, 0.55 + 0.2 * number / len(groups))
            meeting = Meeting.objects.get(pk=self.ids[Meeting][key])
            propose(meeting, self.judged.proposed(key, steps), self.editor, self.reason)

    def tell(self):
        """Let search, editors and readers know what was written."""
        yield Progress(_("Telling search"), 0.75)
        for model in MODELS:
            if issubclass(model, Searchable) and model not in (Meeting, Statement):
                entries = [step.entry for step in self.steps if step.model is model]
                index(model.objects.filter(pk__in=self._ids(model, entries)))
        seen = [step for step in self.steps if step.way == Way.SEEN]
        if seen:
            yield from self._tell_readers(seen)

    def _tell_readers(self, seen):
        published = [step.entry for step in seen if step.model is Meeting and step.created]
        Remark.objects.bulk_create(
            Remark(meeting_id=pk, editor=self.editor, deed=Remark.Deed.PUBLISHED, text=self.reason)
            for pk in self._ids(Meeting, published)
        )
        keys = affected_meetings(self.after, [step.entry for step in seen])
        affected = [self.ids[Meeting][key] for key in keys]
        showing = list(Meeting.objects.published().filter(pk__in=affected).only("pk"))
        if len(seen) <= FEW:
            others = [step for step in seen if step.meeting is None]
            record_changed(showing, others=[self._record(step) for step in others])
            return
        for at in range(0, len(showing), PIECE):
            words = _("Telling search: %(done)d of %(all)d meetings") % {"done": at, "all": len(showing)}
            yield Progress(words, 0.75 + 0.2 * at / len(showing))
            piece = [meeting.pk for meeting in showing[at : at + PIECE]]
            index(Meeting.objects.filter(pk__in=piece))
            index(Statement.objects.filter(meeting__in=piece))
        yield Progress(_("Telling readers"), 0.95)
        record_changed(showing, whole=True, indexed=True)

    def _record(self, step):
        return step.model.objects.get(pk=self.ids[step.model][step.names[1]])

    def _ids(self, model, entries):
        return [self.ids[model][entry.key] for entry in entries]


def _pieces(model, created, updated):
    """Pairs of some new and some changed entries, to be written one after the other: what is answered comes first."""
    if model is Number:  # numbers change places with each other
        yield created, updated
        return
    own = [field.name for field in columns(model) if field.related_model is model]
    replies = [entry for entry in created if any(entry.values[name] is not None for name in own)]
    first = [entry for entry in created if all(entry.values[name] is None for name in own)]
    for at in range(0, len(first), AT_ONCE):
        yield first[at : at + AT_ONCE], []
    yield replies, []
    for at in range(0, len(updated), AT_ONCE):
        yield [], updated[at : at + AT_ONCE]
