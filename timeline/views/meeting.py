"""The page of a meeting: everything that is recorded of it."""

from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ..arrangement import Notes, by_first_issue, facing, sides, tally, voices
from ..models import DataVersion, Meeting, MeetingLink
from ..offices import offices_for
from .record import RecordDetail, strip_of

LED_HERE = dict(MeetingLink.Kind.choices)
LED_TO = {
    MeetingLink.Kind.AGREED_AT: _("was agreed here"),
    MeetingLink.Kind.PREPARED_BY: _("was prepared here"),
    MeetingLink.Kind.FOLLOW_UP_OF: _("took up the results"),
    MeetingLink.Kind.RESUMED: _("took up the format again"),
    MeetingLink.Kind.SAME_VISIT: _("same visit"),
    MeetingLink.Kind.POSTPONED_FROM: _("postponed from here"),
    MeetingLink.Kind.FOLLOWS: _("related"),
}


class Linked(NamedTuple):
    """A meeting that led here or was led to: how, and which sources say so."""

    meeting: Meeting
    word: str
    refs: list


class MeetingDetail(RecordDetail):
    """``/meetings/<key>/``; a withdrawn meeting is gone, an unpublished one is not there."""

    template_name = "timeline/meeting_detail.html"
    context_object_name = "meeting"

    def get_queryset(self):
        return Meeting.objects.published().for_page()

    def get_context_data(self, **kwargs):
        meeting, statements = self.object, self.statements
        said = voices(statements, self.notes, offices_for(statements))
        context = {
            "notes": self.notes,
            "tally": tally(statements),
            "statement_count": len(statements),
            "groups": by_first_issue(said, meeting.issues.all()),
            "seats": facing(meeting.attendances.all()),
            "readouts": self.readouts(),
            "strip": self.strip(),
            "data_version": DataVersion.objects.current(),
            "page_address": self.request.build_absolute_uri(meeting.get_absolute_url()),
            **self.links,
            **self.neighbours(),
        }
        return super().get_context_data(**kwargs) | context

    @cached_property
    def statements(self):
        """Every statement of the meeting, by number."""
        return list(self.object.statements.all())

    @cached_property
    def notes(self):
        """The footnotes of the page: the meeting's sources in their order, then those of its links."""
        return Notes(self.object.sources.all())

    def readouts(self):
        """Each side with the footnotes of its official read-outs; none if none was found."""
        sources = self.notes.refer(self.object.sources.all())
        official = [(n, source) for n, source in sources if source.is_readout_of(self.object)]
        return [(side, [(n, source) for n, source in official if source.side == side]) for side in sides()]

    @cached_property
    def links(self):
        """What led here and what this meeting led to, each in order of time."""
        back, ahead = self.object.links_back.all(), self.object.links_ahead.all()
        return {
            "led_here": [self.linked(link, link.earlier, LED_HERE) for link in back],
            "led_to": [self.linked(link, link.later, LED_TO) for link in ahead],
        }

    def linked(self, link, meeting, words):
        """The other end of a link, in words."""
        return Linked(meeting, words[link.kind], self.notes.refer(link.sources.all()))

    def strip(self):
        """The chronology with the meetings of the thread standing out and arcs between them."""
        here = self.object.key
        arcs = [(one.meeting.key, here) for one in self.links["led_here"]]
        arcs += [(here, one.meeting.key) for one in self.links["led_to"]]
        thread = Meeting.objects.published().filter(key__in={here, *(key for arc in arcs for key in arc)})
        return strip_of(thread, arcs=arcs, here=here)

    def neighbours(self):
        """The meetings just before and after, in the chronology and in the same format."""
        published = Meeting.objects.published().for_rows()
        same_format = published.filter(format=self.object.format_id)
        return {
            "previous": published.before(self.object).first(),
            "next": published.after(self.object).first(),
            "previous_in_format": same_format.before(self.object).first(),
            "next_in_format": same_format.after(self.object).first(),
        }
