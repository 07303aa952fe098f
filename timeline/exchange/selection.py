"""What is exported: which records of which tables, read in pieces so that memory does not grow with them."""

from collections import defaultdict

from ..editing.document import PARTS
from ..loading.schema import columns, lists
from ..models import Attendance, Meeting, MeetingLink, Number, Statement
from .fixture import BELONG
from .tables import TABLES
from .values import fields_of

PIECE = 500
ORDER = {
    Meeting: ("start", "key"),
    Number: ("meeting__start", "meeting__key", "pk"),
    Attendance: ("meeting__start", "meeting__key", "order", "pk"),
    Statement: ("meeting__start", "meeting__key", "number"),
    MeetingLink: ("later__start", "later__key", "pk"),
}
OWNER = {Number: "meeting", Attendance: "meeting", Statement: "meeting", MeetingLink: "later"}


class Selection:
    """Records to export: a queryset for each table, in the order of tables."""

    def __init__(self, querysets):
        self.querysets = {model: querysets[model] for model in TABLES.values() if model in querysets}

    @classmethod
    def whole(cls, models=None):
        """Everything; or only the tables of these models."""
        return cls({model: model.objects.all() for model in models or TABLES.values()})

    @classmethod
    def of(cls, records, with_parts=True):
        """The records of a queryset, and what belongs to them: participants of a meeting, tenures of a person."""
        keys = records.order_by().values("pk")
        chosen = {records.model: records.model.objects.filter(pk__in=keys)}
        if with_parts:
            for part, owner, _order in PARTS.get(records.model, ()):
                chosen[part] = part.objects.filter(**{f"{owner}__in": keys})
        return cls(chosen)

    def tables(self):
        """Pairs of a model and the fixture rows (their fields) of its records."""
        for model, records in self.querysets.items():
            yield model, (fields_of(record) for record in _read(records))

    def rows(self):
        """Pairs of a model and the fields of a row, as fixtures have them: what belongs to a meeting below it."""
        for model, records in self.querysets.items():
            if model is Meeting:
                yield from self._meetings(records)
            elif model not in BELONG or Meeting not in self.querysets:
                yield from ((model, fields_of(record)) for record in _read(records))

    def _meetings(self, meetings):
        for piece in _pieces(_read(meetings)):
            below = self._below(piece)
            for meeting in piece:
                yield Meeting, fields_of(meeting)
                yield from below[meeting.pk]

    def _below(self, meetings):
        below = defaultdict(list)
        for model, owner in OWNER.items():
            if model in self.querysets:
                parts = self.querysets[model].filter(**{f"{owner}__in": [meeting.pk for meeting in meetings]})
                for part in _read(parts):
                    below[getattr(part, f"{owner}_id")].append((model, fields_of(part)))
        return below


def _read(records):
    """The records of a queryset with all that their rows name, a piece at a time."""
    model = records.model
    related = [field.name for field in columns(model) if field.is_relation]
    if model is Statement:
        related.append("in_reply_to__meeting")
    records = records.select_related(*related).prefetch_related(*(field.name for field in lists(model)))
    return records.order_by(*ORDER.get(model, ("pk",))).iterator(chunk_size=PIECE)


def _pieces(records):
    piece = []
    for record in records:
        piece.append(record)
        if len(piece) == PIECE:
            yield piece
            piece = []
    if piece:
        yield piece
