"""The history of a record as editors read it: its versions, and what the log of the desk tells beyond them."""

from datetime import timedelta
from typing import NamedTuple

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils.functional import cached_property

from ..models import Revision
from ..paging import Page
from .difference import What
from .versions import Deed, versions
from .wording import Wording

ROWS = 20  # versions a page
SAME_DEED = timedelta(minutes=1)  # within which a line of the log tells of what a version was kept for


class Entry(NamedTuple):
    """A version with what changed since the one it was made from (``None`` for the first), or a line of the log."""

    revision: Revision | None
    rows: list | None
    line: LogEntry | None

    @property
    def count(self):
        """How many differences there are: a row that came or went is one."""
        return sum(len(row.lines) if row.what == What.CHANGED else 1 for row in self.rows or ())


class History:
    """The versions of ``record``, the latest first, as page ``number`` of them."""

    def __init__(self, record, number=1):
        self.record = record
        self.kept = list(versions(record).defer("document"))[::-1]
        count = len(self.kept)
        self.page = Page(None, min(max(number, 1), max(1, -(-count // ROWS))), ROWS, count)

    @cached_property
    def numbers(self):
        """The numbers of all versions, the latest first."""
        return [one.number for one in self.kept]

    @property
    def latest(self):
        """The number of the version that stands; 0 if none is kept."""
        return next((one.number for one in self.kept if one.deed != Deed.PROPOSED), 0)

    @cached_property
    def entries(self):
        """The ``Entry``s of this page: its versions, and the lines of the log that belong between them."""
        shown = self.kept[max(self.page.first - 1, 0) : self.page.last]
        made_from = {one.number: self._made_from(one) for one in shown}
        documents = self.documents({*made_from, *made_from.values()} - {None})
        wording = Wording(documents.values())
        told = [self._entry(one, made_from[one.number], documents, wording) for one in shown]
        told += [Entry(None, None, line) for line in self._lines(shown)]
        return sorted(
            told, key=lambda entry: entry.revision.at if entry.revision else entry.line.action_time, reverse=True
        )

    @staticmethod
    def _entry(one, before, documents, wording):
        rows = None if before is None else wording.between(documents[before], documents[one.number])
        return Entry(one, rows, None)

    def _made_from(self, revision):
        """The number of the version before, what was only proposed apart; ``None`` for the first."""
        earlier = (one.number for one in self.kept if one.number < revision.number and one.deed != Deed.PROPOSED)
        return next(earlier, None)

    def documents(self, numbers):
        """The documents of the versions with these numbers, by number."""
        return dict(versions(self.record).filter(number__in=numbers).values_list("number", "document"))

    def _lines(self, shown):
        """The lines of the log from the time of this page, but for those of which a version tells more."""
        content_type = ContentType.objects.get_for_model(self.record)
        lines = LogEntry.objects.filter(content_type=content_type, object_id=self.record.pk).select_related("user")
        if self.page.first > 1:
            lines = lines.filter(action_time__lt=self.kept[self.page.first - 2].at)
        if shown and self.page.last < self.page.count:
            lines = lines.filter(action_time__gte=shown[-1].at)
        return [line for line in lines if not self._is_told(line)]

    def _is_told(self, line):
        return line.action_flag == CHANGE and any(
            one.editor_id == line.user_id and abs(one.at - line.action_time) < SAME_DEED for one in self.kept
        )
