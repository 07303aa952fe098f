"""A row as it stands in a file, and as a record would have it."""

from typing import NamedTuple

from ..editing.completeness import NEEDED, OF_PARTS
from ..loading.clean import BadValueError, CleanRow, clean_value, left_out
from ..loading.faults import Fault
from ..loading.schema import fields_by_name, named_by, natural_key
from ..models import Meeting
from .cells import EMPTY

HOLES = {Meeting: set(NEEDED) - {"title_en"}} | {model: set(fields) for model, fields in OF_PARTS.items()}


class Row(NamedTuple):
    """A row of a file; nothing of it is checked yet.

    ``content`` has a ``model`` and ``fields``, as in a fixture; ``read(field, value)`` makes of a value there what a
    fixture would hold. ``whole``: what it leaves out has its default, else it stays as it is. ``place(name)`` says
    where a field stands, ``place("")`` where the row does. ``done`` is the share of its file behind it, or ``None``.
    """

    file: str
    content: dict
    read: object
    whole: bool
    place: object
    done: float | None

    @property
    def position(self):
        """Where the row stands."""
        return self.place("")


class FileRow(CleanRow):
    """A ``Row`` against the record: ``entry`` is what the record would hold, ``before`` what it holds now.

    ``understood`` are the values of those fields that are not at fault.
    """

    def __init__(self, row, stored):
        self.stored = stored
        self.before = None
        self.may_have_holes = False
        self.model = None
        self.understood = {}
        self.number = 0  # in its file
        super().__init__(row)

    def fault(self, field, rule):
        """Note that a rule is broken, at the place of the field."""
        self.faults.append(Fault(self.row.place(field), self.name, field, str(rule)))

    def _clean(self, model):
        self.model = model
        self.before = self._known(model)
        self.may_have_holes = self._is_unpublished(model)
        super()._clean(model)

    def _known(self, model):
        """The record of which this row speaks, if there is one."""
        given, fields = self.row.content["fields"], fields_by_name(model)
        try:
            values = {name: self._read(fields[name], given) for name in named_by(model)}
        except BadValueError:
            return None  # told when all fields are read
        return self.stored.get(model, natural_key(model, values))

    def _is_unpublished(self, model):
        """Whether it belongs to a meeting that readers do not see: that may have holes."""
        meeting = self.before
        if model is not Meeting:
            if "meeting" not in named_by(model):
                return False
            try:
                key = self._read(fields_by_name(model)["meeting"], self.row.content["fields"])
            except BadValueError:
                return False  # told when all fields are read
            meeting = self.stored.get(Meeting, key)
        return meeting is None or meeting.state != Meeting.State.PUBLISHED

    def _value(self, field, given):
        try:
            stays = field.name not in given and self.before and not self.row.whole
            self.understood[field.name] = self.before.values[field.name] if stays else self._read(field, given)
        except BadValueError as error:
            self.fault(field.name, str(error))
        return self.understood.get(field.name)

    def _read(self, field, given):
        value = self.row.read(field, given[field.name]) if field.name in given else EMPTY
        if value is EMPTY or value in ("", []):
            if self.may_have_holes and field.name in HOLES.get(field.model, ()):
                return () if field.many_to_many else ""
            if value is EMPTY:
                return left_out(field)
        return clean_value(field, value)
