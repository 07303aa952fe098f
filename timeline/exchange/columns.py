"""The header of a table: which field stands in which column."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from ..loading.faults import did_you_mean
from ..loading.schema import named_by
from .refusal import RefusedError
from .tables import NAMES, columns_of

MOST = 200  # columns; no table has half as many


class Columns(NamedTuple):
    """Which field stands in which column: names of fields by the number of their column, from 0, and back."""

    names: dict
    places: dict

    def fields(self, cells):
        """``{name of the field: cell}`` of a row, given as ``{column: cell}``; cells that are missing are empty."""
        return {name: cells.get(at) for at, name in self.names.items()}

    def strays(self, cells):
        """The columns without a name in which a row, ``{column: cell}``, holds something."""
        return [at for at in cells if at not in self.names]


def read_header(model, header, place):
    """The ``Columns`` of a table; raises ``RefusedError``, for ``place``, if the header does not fit the model."""
    if len(header) > MOST:
        raise RefusedError(_("This table has more than %(most)d columns.") % {"most": MOST}, place)
    known = columns_of(model)
    names = ["" if name is None else str(name).strip() for name in header]
    for name in names:
        if name and name not in known:
            words = _("There is no column “%(name)s” in the table “%(table)s”")
            hint = did_you_mean(name, known) or "."
            raise RefusedError(words % {"name": name, "table": NAMES[model]} + hint, place)
        if name and names.count(name) > 1:
            raise RefusedError(_("The column “%(name)s” stands there twice.") % {"name": name}, place)
    _refuse_without_key(model, names, place)
    named = {at: name for at, name in enumerate(names) if name}
    return Columns(named, {name: at for at, name in named.items()})


def is_empty(cell):
    """Whether a cell holds nothing, or blanks only."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _refuse_without_key(model, names, place):
    wanted = [name for name in named_by(model) if not columns_of(model)[name].has_default()]
    if missing := [name for name in wanted if name not in names]:
        words = _("Rows of the table “%(table)s” are known by %(wanted)s: the column %(missing)s is missing.")
        said = {"table": NAMES[model], "wanted": ", ".join(wanted), "missing": ", ".join(missing)}
        raise RefusedError(words % said, place)
