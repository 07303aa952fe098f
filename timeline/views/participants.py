"""The pages of the participants: all of them by side, and one person's meetings, offices and statements."""

from django.utils.functional import cached_property

from ..arrangement import Notes, delegations, voices
from ..filters import LARGEST_PAGE, ParticipantFilter
from ..models import Format, Issue, Meeting, Participant, Statement
from ..offices import offices_for
from .filtered import FilteredList
from .record import MOST_ROWS, RecordDetail, strip_of

LATEST = 8
MOST_NAMED = 8


class ParticipantList(FilteredList):
    """``/participants/``: the officials of each side, of other countries, and the observers."""

    template_name = "timeline/participant_list.html"
    filter_class = ParticipantFilter
    controls = ("country", "kind", "office")
    page_size = LARGEST_PAGE  # both sides on one page

    def get_context_data(self, page, **kwargs):
        people = page.rows.with_counts().with_tenures() if page.count else []
        return super().get_context_data(page=page, delegations=delegations(people), **kwargs)


class ParticipantDetail(RecordDetail):
    """``/participants/<key>/``: names, offices, meetings, statements."""

    template_name = "timeline/participant_detail.html"
    context_object_name = "participant"

    def get_queryset(self):
        return Participant.objects.public().with_tenures()

    def get_context_data(self, **kwargs):
        person, notes = self.object, Notes()
        latest = list(self.said.latest_first().for_lists()[:LATEST])
        kinds = self.said.counted_by("kind")
        context = {
            "meetings": list(self.attended.with_statements_by(person).for_rows().newest_first()[:MOST_ROWS]),
            "meeting_count": self.attended.count(),
            "formats": Format.objects.counted_in(self.attended),
            "met": Participant.objects.public().met_by(person)[:MOST_NAMED],
            "spoke_of": Issue.objects.public().spoken_of_by(person)[:MOST_NAMED],
            "statement_count": sum(kinds.values()),
            "kinds": [(Statement.Kind(kind).label, count) for kind, count in kinds.items()],
            "latest": voices(latest, notes, offices_for(latest), linked=True),
            "notes": notes,
            "strip": strip_of(self.attended),
            "published_count": Meeting.objects.published().count(),
        }
        return super().get_context_data(**kwargs) | context

    @cached_property
    def said(self):
        """Every published statement of the person."""
        return Statement.objects.published().said_by(self.object)

    @property
    def attended(self):
        """Every published meeting at which the person sat."""
        return Meeting.objects.published().attended_by([self.object.key])
