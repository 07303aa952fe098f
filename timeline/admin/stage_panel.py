"""What stands above a meeting's form: where it is on its way, what waits, what lacks, what editors said."""

from django.utils.functional import cached_property

from ..editing import workflow
from ..editing.completeness import gaps
from ..editing.document import document
from ..editing.pending import overtaken, pending
from ..editing.put import missing
from ..editing.wording import Wording
from ..loading.schema import label
from ..models import Meeting
from .desk_words import BUTTONS, STAGES, gap_words


def note_kept(meeting):
    """Where a session keeps the note of a step that was not taken."""
    return f"note-{meeting.pk}"


class Panel:
    """The way of one meeting, for one editor; made before its form borrows the rows of a pending change."""

    def __init__(self, request, meeting):
        self.meeting = meeting
        self.change = pending(meeting)
        self.stage = workflow.stage_with(meeting, self.change)
        self.words = STAGES[self.stage]
        self.steps = [(step, BUTTONS[step.deed]) for step in workflow.steps(request.user, self.stage)]
        self.may_edit = workflow.may_edit(request.user, self.stage)
        self.is_broken = False  # the change cannot be put together: shown is what readers see
        self.is_open = bool(self.change) or meeting.state != Meeting.State.PUBLISHED  # has what readers do not see
        self.live = document(meeting) if self.is_open or self.deeds & workflow.JUDGING else None
        self.seen = workflow.sight(self.live, self.change) if self.live else ""
        self.note = request.session.pop(note_kept(meeting), "") if request.method == "GET" else ""

    @property
    def deeds(self):
        """The steps open to this editor."""
        return {step.deed for step, _words in self.steps}

    @cached_property
    def wording(self):
        """The words for what lies between the live version and the change; what both name is read once."""
        return Wording([self.live, self.change.revision.document])

    @cached_property
    def differences(self):
        """What the pending change changes in what readers see, in words."""
        if not self.change:
            return []
        return self.wording.between(self.live, self.change.revision.document)

    @cached_property
    def collisions(self):
        """Where the change and the live version, which moved on meanwhile, changed the same field, in words."""
        if not self.change:
            return []
        _rows, conflicts = overtaken(self.change, self.live)
        return conflicts and self.wording.conflicts(conflicts, self.change.revision.document, self.live)

    @cached_property
    def lost(self):
        """What the change names and what is no more, in words."""
        return [label(model, key) for model, key in missing(self.change.revision.document)] if self.change else []

    @cached_property
    def gaps(self):
        """What is missing before readers may see it, in words; nothing of what they see already."""
        if not self.is_open:
            return []
        rows = self.change.revision.document if self.change else self.live
        return [(gap, gap_words(gap)) for gap in gaps(rows)]

    @cached_property
    def remarks(self):
        """What happened so far, the latest first."""
        return list(self.meeting.remarks.select_related("editor").order_by("-at", "-pk"))
