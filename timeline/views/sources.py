"""The pages of the sources: all that was read, and what rests on one."""

from ..arrangement import Notes, voices
from ..filters import SourceFilter
from ..models import Meeting, MeetingLink, Source, Statement
from ..offices import offices_for
from ..templatetags.record import language_name
from .filtered import FilteredList
from .record import RecordDetail


class SourceList(FilteredList):
    """``/sources/``."""

    template_name = "timeline/source_list.html"
    filter_class = SourceFilter
    controls = ("side", "kind", "language")

    def get_context_data(self, page, **kwargs):
        sources = page.rows.with_counts().with_link_states() if page.count else []
        return super().get_context_data(page=page, sources=sources, **kwargs)

    def label(self, name, question, record):
        """Languages by name."""
        return language_name(record) if name == "language" else super().label(name, question, record)


class SourceDetail(RecordDetail):
    """``/sources/<key>/``: what it is, and the meetings, statements and links that rest on it."""

    template_name = "timeline/source_detail.html"
    context_object_name = "source"

    def get_queryset(self):
        return Source.objects.public().with_link_states()

    def get_context_data(self, **kwargs):
        source, notes = self.object, Notes([self.object])
        cited = Meeting.objects.published().citing([source.key])
        statements = list(Statement.objects.published().citing([source.key]).in_order_of_time().for_lists())
        context = {
            "meetings": cited.with_statement_count().for_rows().oldest_first(),
            "said": voices(statements, notes, offices_for(statements), linked=True),
            "links": MeetingLink.objects.published().citing(source).for_page().in_order_of_time(),
            "notes": notes,
        }
        return super().get_context_data(**kwargs) | context
