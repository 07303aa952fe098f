"""Differences as people read them: which row, which field, what it said and what it says."""

from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..loading.schema import named_by
from ..models import Attendance, Meeting, MeetingLink, Number, Office, Participant, Series, Statement, Tenure
from ..punctuation import in_brackets
from .difference import Difference, What, differences
from .document import by_name, content_fields, named, under_key
from .marking import Mark, Piece, is_reordered, marked_list, marked_text
from .naming import Name, Names
from .values import field_label, holds_list, holds_text, in_words

KINDS = {  # of rows that belong to a record; what tells one from others of its kind follows
    Attendance: gettext_lazy("participant"),
    Number: gettext_lazy("official number"),
    MeetingLink: gettext_lazy("link from an earlier meeting"),
    Tenure: gettext_lazy("tenure"),
}


KIN = {Attendance: Participant, Number: Series}  # the record by which such a row is told from others


class Line(NamedTuple):
    """One field in words.

    ``form``: how its ``pieces`` follow each other, "text" (each a part of a text in ``language``), "list" or "value"
    (each a ``Name``). ``order``: the whole list, where its items follow each other in another order now.
    """

    label: str
    form: str
    language: str
    pieces: list
    order: list = []


class RowInWords(NamedTuple):
    """A row that came, went or changed: its kind, its ``Name`` (``None`` if the kind says enough), its fields."""

    what: What
    kind: str
    name: Name | None
    lines: list


class Wording:
    """Puts differences between documents into words; reads what ``documents`` name once, for all of them.

    ``public``: for readers, who are not told of records that they cannot see.
    """

    def __init__(self, documents, public=False):
        self.names = Names(documents, public)

    def between(self, before, after):
        """What lies between two documents of a record: a ``RowInWords`` for each row that differs."""
        key = named(after[0])[1]
        return self._rows(differences(before, after), under_key(before, *key), after)

    def conflicts(self, found, mine, theirs):
        """The ``Conflict``s of two documents: theirs stands as what was, mine as what would be."""
        told = [Difference(one.model, one.key, _what(one), one.field, one.theirs, one.mine) for one in found]
        return self._rows(told, theirs, mine)

    def _rows(self, found, before, after):
        head = named(after[0])[0]
        before, after = by_name(before), by_name(after)
        changed = {}
        for one in found:
            if not self._is_hidden(one):
                changed.setdefault((one.model, one.key), []).append(one)
        rows = [
            RowInWords(
                changes[0].what,
                _kind(*name),
                self._name(*name, head),
                self.lines(changes, before.get(name, {}), after.get(name, {})),
            )
            for name, changes in changed.items()
        ]
        return [row for row in rows if row.lines or row.what != What.CHANGED]

    def _is_hidden(self, one):
        """Whether readers are not told: a link with a meeting that they cannot see stands on no page."""
        return self.names.public and one.model is MeetingLink and not self.names.knows(Meeting, one.key[:1])

    def _name(self, model, key, head):
        """What tells a row from others of its kind in the document of a ``head``; ``None`` if nothing has to."""
        if model is MeetingLink:
            return self.names.of(Meeting, key[:1])
        if model is Tenure:
            name = self.names.of(Office, key[:1]) if head is Participant else self.names.of(Participant, key[1:2])
            return name if key[2] == 1 else name._replace(text=name.text + in_brackets(key[2]))
        return self.names.of(KIN[model], key[1:]) if model in KIN else None

    def lines(self, changes, before, after):
        """The ``Line``s of the ``Difference``s of one row, whose fields are ``before`` and ``after``."""
        one = changes[0]
        if one.field:
            lines = [self._changed(change, before, after) for change in changes]
        else:
            row = one.before if one.what == What.REMOVED else one.after
            told = [field for field in content_fields(one.model) if field in row and field not in named_by(one.model)]
            lines = [self._plain(one.model, field, row) for field in told]
        return [line for line in lines if line.pieces or line.order]

    def _plain(self, model, field, row):
        """A field of a row that came or went as a whole."""
        items = in_words(model, field, row[field], row, self.names)
        form = "list" if holds_list(model, field) else "value"
        return Line(capfirst(field_label(model, field)), form, "", [Piece(item, Mark.STAYED) for item in items])

    def _changed(self, change, before, after):
        """A field that changed; without pieces if it reads as before."""
        model, field = change.model, change.field
        old = in_words(model, field, change.before, before, self.names)
        new = in_words(model, field, change.after, after, self.names)
        form, language, pieces, order = "value", "", [], []
        if old == new:
            pass
        elif holds_list(model, field):
            form, pieces, order = "list", marked_list(old, new), new if is_reordered(old, new) else []
        elif holds_text(model, field) and old and new and old[0].language == new[0].language:
            form, language, pieces = "text", new[0].language, marked_text(old[0].text, new[0].text)
        else:
            pieces = [Piece(item, Mark.REMOVED) for item in old] + [Piece(item, Mark.ADDED) for item in new]
        return Line(capfirst(field_label(model, field)), form, language, pieces, order)


def _kind(model, key):
    if model is Statement:
        return _("Statement %(n)s") % {"n": key[1]}
    return capfirst(KINDS.get(model, model._meta.verbose_name))


def _what(conflict):
    if conflict.field:
        return What.CHANGED
    return What.ADDED if conflict.theirs is None else What.REMOVED
