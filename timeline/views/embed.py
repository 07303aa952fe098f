"""What other sites show in a frame: the chronology as a short list, a meeting as a card; no script, no cookie.

``diplomacy.headers`` gives these addresses the policy that lets any page frame them.
"""

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from ..api.former import Withdrawn
from ..api.problems import Problem, bad_query
from ..cards import cards
from ..filters import MeetingFilter, unknown_parameters
from ..former import former
from ..links import query_text
from ..models import Meeting, Noun
from ..refusals import told
from .filtered import FilteredList

ROWS = 10  # of a list in a frame, unless the query string says otherwise


class EmbeddedMeetings(FilteredList):
    """``/embed/meetings/``: the meetings that the query string of ``/meetings/`` chooses, a few at a time."""

    template_name = "timeline/embed_meetings.html"
    filter_class = MeetingFilter
    page_size = ROWS

    def get_context_data(self, page, faults, selection, **kwargs):
        context = {"cards": [], "chips": []} if faults else {"cards": cards(page.rows), "chips": selection.chips()}
        context["whole"] = reverse("timeline:meeting-list") + query_text(_asked(selection))
        return super().get_context_data(page=page, faults=faults, selection=selection, **context, **kwargs)


def _asked(selection):
    """Pairs of the query as understood that choose meetings and their order, without its page of rows."""
    return selection.pairs(leaving_out=("page", "page_size"))


class EmbeddedMeeting(TemplateView):
    """``/embed/meetings/<key>/``: who met when and where, and what it was about, in a few lines."""

    template_name = "timeline/embed_meeting.html"

    def get(self, request, key):
        if faults := unknown_parameters(request.GET, ()):
            return self.nothing(bad_query(faults), faults=faults)
        if found := cards(Meeting.objects.published().filter(key=key)):
            return self.render_to_response(self.get_context_data(card=found[0]))
        gone = former(Noun.MEETING.value, key)
        if gone and gone.renamed:
            return HttpResponsePermanentRedirect(reverse("timeline:embed-meeting", args=[gone.successor]))
        absent = Problem("not_found", _("There is no record with this key."))
        return self.nothing(Withdrawn(gone) if gone else absent, gone=gone)

    def nothing(self, problem, **context):
        """The word that there is nothing to show, and why."""
        status, template = problem.status_code, "timeline/embed_missing.html"
        return told(self.request, problem, lambda: self.response_class(self.request, template, context, status=status))
