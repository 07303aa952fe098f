"""What readers saw change in a meeting: its published versions, and any two of them side by side."""

from datetime import datetime
from typing import NamedTuple

from django.http import Http404
from django.utils.functional import cached_property

from ..editing.versions import Deed
from ..editing.wording import Wording
from ..filters import VersionFilter
from ..models import Change, Meeting, Noun, Revision
from .filtered import Choice, Control, FilteredList
from .former import former_page
from .missing import get_or_404_with_hints


class Entry(NamedTuple):
    """One published version: its number among these, when readers first saw it, who made it and why, what changed.

    ``by_editor``: whether an editor made it, rather than a load of the files; editors' names are not told. ``rows``:
    what changed since the version before, in words; ``None`` for the first one.
    """

    number: int
    at: datetime
    by_editor: bool
    put_back: bool
    reason: str
    rows: list | None


class MeetingHistory(FilteredList):
    """``/meetings/<key>/history/``: the newest version first; ``?from=2&to=5`` compares two of them."""

    template_name = "timeline/meeting_history.html"
    controls = ("from", "to")
    page_size = 20

    def get(self, request, *args, **kwargs):
        try:
            self.meeting = get_or_404_with_hints(Meeting.objects.published(), kwargs["key"])
        except Http404:
            if answer := former_page(request, Meeting, kwargs["key"]):
                return answer
            raise
        return super().get(request, *args, **kwargs)

    @cached_property
    def seen(self):
        """The versions that readers saw."""
        return Revision.objects.of(Noun.MEETING, self.meeting.key).seen()

    @cached_property
    def selection(self):
        """The query string, read and checked."""
        return VersionFilter(self.request.GET, self.seen)

    def control(self, name):
        """The versions to choose from, the latest first; unless told, the latest and the one before it."""
        count, faulty = self.selection.count, not self.selection.is_valid()
        first, last = (not faulty and self.selection.compared) or (count - 1, count)
        chosen = first if name == "from" else last
        numbers = range(count, 0, -1)
        choices = [Choice(str(number), str(number), number == chosen) for number in numbers]
        return Control(name, str(self.selection.filters[name].label), choices)

    def get_context_data(self, page, faults, **kwargs):
        compared = None if faults else self.selection.compared
        told = {"entries": [], "compared": compared}
        if compared:
            told["rows"] = self.between(*compared)
        elif not faults:
            told["entries"] = self.entries(page)
        return super().get_context_data(page=page, faults=faults, meeting=self.meeting, **told, **kwargs)

    def render_to_response(self, context, **kwargs):
        return super().render_to_response(context, headers={"X-Robots-Tag": "noindex"}, **kwargs)

    def entries(self, page):
        """The versions on this page as ``Entry``s, the newest first."""
        kept = list(self.selection.qs[page.first - 1 : page.last + 1]) if page.count else []
        wording = Wording([one.document for one in kept], public=True)
        pairs = zip(kept, [*kept[1:], None], strict=False)
        changes = [
            Entry(
                number=page.count - page.first + 1 - place,
                at=one.at,
                by_editor=one.deed != Deed.LOADED,
                put_back=one.deed == Deed.REVERTED,
                reason=one.reason,
                rows=wording.between(before.document, one.document),
            )
            for place, (one, before) in enumerate(pairs)
            if before
        ]
        return changes if page.last < page.count else [*changes, self.first(kept[-1] if kept else None)]

    def first(self, kept):
        """The ``Entry`` of the first version; it is told alike whether it was ``kept`` already or stands as it is."""
        if kept and kept.deed != Deed.LOADED:
            return Entry(1, kept.at, True, False, kept.reason, None)
        published = Change.objects.first_of(Noun.MEETING, self.meeting.key)
        at = published.at if published else self.meeting.content_updated_at
        return Entry(1, at, False, False, "", None)

    def between(self, first, last):
        """What changed from one version to another, in words."""
        kept = list(self.seen)
        if first == last or not kept:
            return []
        before, after = kept[first - 1].document, kept[last - 1].document
        return Wording([before, after], public=True).between(before, after)
