"""Every statement that answers the query string, in order of time."""

from ..arrangement import Notes, voices
from ..filters import StatementFilter
from ..models import Issue, Participant
from ..offices import offices_for
from .filtered import FilteredList


class StatementList(FilteredList):
    """``/statements/``."""

    template_name = "timeline/statement_list.html"
    filter_class = StatementFilter
    controls = ("side", "kind", "issue", "participant")

    def get_context_data(self, page, **kwargs):
        statements, notes = list(page.rows.for_lists()) if page.count else [], Notes()
        said = voices(statements, notes, offices_for(statements), linked=True)
        return super().get_context_data(page=page, said=said, notes=notes, **kwargs)

    def values(self, name, question):
        """Only what the public may see, and only people who spoke."""
        if name == "issue":
            return {issue.key: issue for issue in Issue.objects.public()}
        if name == "participant":
            return {person.key: person for person in Participant.objects.public().who_spoke()}
        return super().values(name, question)
