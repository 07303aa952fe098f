"""Who may import what, and by which way it goes: the same permissions as on the forms of the desk."""

from collections import defaultdict

from django.utils.translation import gettext as _

from ..changes.states import NOUNS
from ..editing import workflow
from ..editing.workflow import Stage
from ..models import FormerKey, ImportStep, Meeting, Proposal, Tenure

PUBLISH = "timeline.publish_meeting"
BATCH = 500
Way = ImportStep.Way


class Rights:
    """What ``user`` may do with the records of these ``steps``; asks the database a few times for all of them.

    ``publish``: that what may be published is.
    """

    def __init__(self, steps, stored, user, publish):
        self.user = user
        self.publish = publish and user.has_perm(PUBLISH)
        self.stored = stored
        meetings = {step.meeting for step in steps if step.meeting}
        self.changes = _pending(meetings)
        self.public = _public(steps)
        self.former = _former(steps)

    def way(self, step):
        """By which way a step goes (``ImportStep.Way``)."""
        if step.meeting is None:
            if self._is_public(step):
                return Way.SEEN
            return Way.NEW if step.created else Way.QUIET
        meeting = self.stored.get(Meeting, step.meeting)
        if meeting is None:
            return Way.SEEN if self.publish and step.published else Way.NEW_DRAFT
        if meeting.state != Meeting.State.PUBLISHED:
            return Way.DRAFT
        return Way.SEEN if self.publish else Way.WAITS

    def refuse(self, steps):
        """Note a fault in the first of the ``steps`` that break each rule of who may do what."""
        told = set()
        for step in steps:
            for reason, words in self._objections(step):
                if reason not in told:
                    told.add(reason)
                    step.fault("", words)

    def _objections(self, step):
        deed = "add" if step.created else "change"
        names = {"records": step.model._meta.verbose_name_plural}
        if not self.user.has_perm(f"timeline.{deed}_{step.model._meta.model_name}"):
            words = _("You may not add %(records)s.") if step.created else _("You may not change %(records)s.")
            yield (deed, step.model), words % names
        if step.meeting is None and step.way == Way.SEEN and not self.user.has_perm(PUBLISH):
            yield step.names, _("Readers see this record: only a Publisher changes it.")
        if former := self.former.get(step.names) if step.created else None:
            words = _("This key was given up: no other record may have it.")
            if former.successor:
                words = _("This key was given up: the record is now “%(key)s”.") % {"key": former.successor}
            yield step.names, words
        yield from self._objections_at(step)

    def _objections_at(self, step):
        """What stands against changing an existing meeting as it is."""
        meeting = self.stored.get(Meeting, step.meeting) if step.meeting else None
        if meeting and not workflow.may_edit(self.user, self._stage(meeting)):
            words = {
                Stage.IN_REVIEW: _("This meeting is in review: only a Publisher changes it now."),
                Stage.CHANGE_IN_REVIEW: _("A change of this meeting is in review: only a Publisher adds to it now."),
                Stage.WITHDRAWN: _("This meeting was withdrawn: only a Publisher changes it."),
            }
            yield step.meeting, words.get(self._stage(meeting), _("You may not change this meeting."))

    def _stage(self, meeting):
        if meeting.state == Meeting.State.PUBLISHED and (change := self.changes.get(meeting.key)):
            return Stage.CHANGE_IN_REVIEW if change.state == Proposal.State.IN_REVIEW else Stage.CHANGE_DRAFT
        return Stage(meeting.state)

    def _is_public(self, step):
        if step.model is Tenure:
            return (Tenure._meta.get_field("participant").related_model, step.names[1][1:2]) in self.public
        return step.names in self.public


def _pending(meetings):
    """The change that waits for each of these meetings, by their natural keys."""
    keys = sorted(key for (key,) in meetings)
    found = {}
    for at in range(0, len(keys), BATCH):
        changes = Proposal.objects.filter(meeting__key__in=keys[at : at + BATCH])
        for change in changes.select_related("meeting", "revision", "base"):
            found[(change.meeting.key,)] = change
    return found


def _public(steps):
    """The names (model and natural key) of those records outside of meetings that readers see."""
    asked = defaultdict(set)
    for step in steps:
        if step.model is Tenure:
            asked[Tenure._meta.get_field("participant").related_model].add(step.names[1][1])
        elif step.meeting is None:
            asked[step.model].add(step.names[1][0])
    return {
        (model, (key,))
        for model, keys in asked.items()
        for piece in _pieces(sorted(keys))
        for key in model.objects.public().filter(key__in=piece).values_list("key", flat=True)
    }


def _former(steps):
    """Former keys that new records would take again, by their names."""
    asked = defaultdict(list)
    for step in steps:
        if step.created and step.model in NOUNS and len(step.names[1]) == 1:
            asked[step.model].append(step.names[1][0])
    return {
        (model, (former.key,)): former
        for model, keys in asked.items()
        for piece in _pieces(keys)
        for former in FormerKey.objects.filter(noun=NOUNS[model], key__in=piece)
    }


def _pieces(keys):
    return (keys[at : at + BATCH] for at in range(0, len(keys), BATCH))
