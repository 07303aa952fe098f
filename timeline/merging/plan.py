"""What a merge would do, told before it is done."""

import json
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from ..changes.states import NOUNS
from ..models import FormerKey, Organisation, Participant, Place, Source
from ..references import fields_naming
from .conflicts import conflicts
from .fields import differing

MERGEABLE = (Participant, Organisation, Place, Source)
OF_A_COUNTRY = (Participant, Organisation)  # whose words and seats belong to a side
LOADED_WITH = {  # what the name of a row is made of
    "attendance": ("meeting", "participant"),
    "statement": ("meeting",),
    "tenure": ("office", "participant"),
    "meetinglink": ("earlier", "later"),
}


@dataclass(frozen=True)
class Moves:
    """The rows that name the record that goes, by one field; ``both`` are primary keys of those that name the two."""

    field: object
    rows: list
    both: frozenset


@dataclass(frozen=True)
class Plan:
    """A merge of ``gone`` into ``stay``: what moves, where they differ, what to decide, what stands in the way."""

    stay: object
    gone: object
    moves: list
    fields: list
    conflicts: list
    former_keys: list
    obstacles: list

    @property
    def rows(self):
        """Every row that moves."""
        return [row for moved in self.moves for row in moved.rows]

    @property
    def digest(self):
        """A word that changes when the plan does: so that what was seen is what is done."""
        told = [
            [self.stay.pk, self.gone.pk],
            [[moved.field.name, [row.pk for row in moved.rows], sorted(moved.both)] for moved in self.moves],
            [[one.name, str(one.stays), str(one.goes), one.fate] for one in self.fields],
            [[one.name, one.options, [row.pk for row in one.stays]] for one in self.conflicts],
            [former.pk for former in self.former_keys],
        ]
        return sha256(json.dumps(told).encode()).hexdigest()[:16]


def plan(stay, gone):
    """The ``Plan`` of a merge of the record ``gone`` into ``stay``, which are of one kind; nothing is written."""
    moves = [_moves(field, stay, gone) for field in fields_naming(type(gone))]
    moves = [moved for moved in moves if moved.rows]
    rows = [row for moved in moves for row in moved.rows]
    return Plan(
        stay=stay,
        gone=gone,
        moves=moves,
        fields=differing(stay, gone),
        conflicts=conflicts(stay, gone, rows),
        former_keys=list(FormerKey.objects.filter(noun=NOUNS[type(gone)], successor=gone.key).order_by("key")),
        obstacles=list(_obstacles(stay, gone)),
    )


def _moves(field, stay, gone):
    naming = field.model.objects.filter(**{field.name: gone}).order_by(*field.model._meta.ordering, "pk")
    rows = list(naming.select_related(*LOADED_WITH.get(field.model._meta.model_name, ())))
    both = (
        naming.filter(pk__in=field.model.objects.filter(**{field.name: stay}).values("pk"))
        if field.many_to_many
        else ()
    )
    return Moves(field, rows, frozenset(row.pk for row in both))


def _obstacles(stay, gone):
    """In words, what no decision mends."""
    if isinstance(stay, OF_A_COUNTRY) and stay.country != gone.country:
        yield _("They are of different countries (%(stays)s, %(goes)s): whichever is wrong is corrected first.") % {
            "stays": stay.country or "–",
            "goes": gone.country or "–",
        }
    listed = FormerKey.objects.of(NOUNS[type(gone)], gone.key)
    if listed:
        yield _("The key %(key)s is listed among the former keys already: take it out there first.") % {"key": gone.key}


def larger_first(one, other):
    """The two records, the one first that more rows name; of equals, the older one."""

    def size(record):
        named = (field.model.objects.filter(**{field.name: record}).count() for field in fields_naming(type(record)))
        return -sum(named), record.pk

    return sorted([one, other], key=size)
