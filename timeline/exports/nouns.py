"""The lists that can be taken as files; each leans on the view that answers for it in the API."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ..api.views import records


@dataclass(frozen=True)
class Noun:
    """A kind of record: its name in addresses, the API's views of it, what people call the list."""

    name: str
    listing: type
    record: type | None
    label: str
    one: str

    def rows(self):
        """All rows that the public may see."""
        return self.listing().rows()

    def load(self, rows):
        """The records that renderers read, in a fixed number of queries."""
        loaded = self.listing().load(rows)
        return loaded.select_related("meeting__place") if self.name == "statements" else loaded

    def selection(self, data):
        """The filter set that reads the query string ``data``."""
        return self.listing.filter_class(data, queryset=self.rows())


NOUNS = {
    noun.name: noun
    for noun in [
        Noun("meetings", records.MeetingList, records.MeetingRecord, _("Meetings"), _("Meeting")),
        Noun("statements", records.StatementList, records.StatementRecord, _("Statements"), _("Statement")),
        Noun("participants", records.ParticipantList, records.ParticipantRecord, _("Participants"), _("Participant")),
        Noun("sources", records.SourceList, records.SourceRecord, _("Sources"), _("Source")),
    ]
}
