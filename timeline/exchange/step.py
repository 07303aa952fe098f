"""A step: one row of a file that would change the record."""

from ..editing.values import KNOWN_TO
from ..loading.faults import Fault
from ..loading.picture import Entry
from ..loading.schema import BY_LABEL, label
from ..models import ImportStep, Meeting, MeetingLink
from .tables import columns_of
from .values import plain, stored

LATER = {MeetingLink: "later"}  # to which meeting a row belongs, where that is not its ``meeting``


class Step:
    """What a row of a file changes: ``after`` has the fields that differ, as fixtures give values.

    ``judge`` fills in the rest: what these fields hold now (``before``), the ``entry`` that the record would hold, the
    ``way`` it takes, and the ``faults`` that stand against it.
    """

    __slots__ = ("_after", "before", "created", "entry", "faults", "names", "number", "place", "published", "way")

    def __init__(self, model, key, place, after, created):
        self.names = (model, key)
        self.place = place
        self.after = after
        self.created = created
        self.before = {}
        self.entry = None
        self.way = ""
        self.published = False
        self.number = 0  # of its row, in the file
        self.faults = []

    @property
    def after(self):
        """The fields that differ; of a new record all, which its entry alone keeps."""
        if self._after is None:
            return {name: plain(field, self.entry.values[name]) for name, field in columns_of(self.model).items()}
        return self._after

    @after.setter
    def after(self, values):
        self._after = values

    @classmethod
    def of_row(cls, row):
        """The step of a checked ``FileRow``; ``None`` if it says what the record says."""
        entry, before = row.entry, row.before
        fields = columns_of(entry.model)
        values = {name: value for name, value in entry.values.items() if not before or value != before.values[name]}
        if before:
            values.pop("state", None)  # no row moves a meeting on its way
        after = {name: plain(fields[name], value) for name, value in values.items()}
        return cls(entry.model, entry.key, row.row.place, after, before is None) if after else None

    @classmethod
    def of_record(cls, kept):
        """The step that was kept as an ``ImportStep``."""
        key = tuple(kept.key)
        model = BY_LABEL[kept.model]
        after = {name: kept.after[name] for name in columns_of(model) if name in kept.after}  # names are held once
        return cls(model, key, lambda _field, place=kept.place: place, after, kept.created)

    def as_record(self, part_of, number):
        """An unsaved ``ImportStep``."""
        model, key = self.names
        return ImportStep(
            part_of=part_of,
            number=number,
            model=model._meta.label_lower,
            key=list(key),
            place=self.place("")[:200],
            created=self.created,
            way=self.way,
            before=self.before,
            after=self.after,
        )

    @property
    def model(self):
        """The model of its record."""
        return self.names[0]

    @property
    def meeting(self):
        """The natural key of the meeting to which it belongs, ``None`` if it is no row of a meeting."""
        model, key = self.names
        if model is Meeting:
            return key
        if model in LATER:
            return key[1:]
        return key[:1] if any(field.name == "meeting" for field in model._meta.concrete_fields) else None

    def fault(self, field, rule):
        """Note that a rule is broken."""
        self.faults.append(Fault(self.place(field), label(*self.names), field, str(rule)))

    def set_against(self, base):
        """Compare with what the record, or the change that waits, holds: an ``Entry``, or ``None``."""
        fields = columns_of(self.model)
        if base:
            values = {name: plain(fields[name], base.values[name]) for name in self.after}
            told = [name for name, value in self.after.items() if value != values[name]]
            told += [known_to for name in told if (known_to := KNOWN_TO.get((self.model, name)))]  # words need it
            now = {name: plain(fields[name], base.values[name]) for name in told}
            self.after = {name: self.after.get(name, now[name]) for name in told}
            self.before = now
            self.created = False
        else:
            self.before = {}
            self.created = True
        told = self.after
        after = {name: stored(fields[name], value) for name, value in told.items()}
        if base:
            self.entry = Entry(self.model, base.values | after)
        elif told.keys() == fields.keys():
            self.entry, self.after = Entry(self.model, after), None
