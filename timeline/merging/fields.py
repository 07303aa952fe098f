"""Field by field, what the record that stays takes over from the one that goes."""

from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import models

from ..loading.schema import columns
from ..models import Place

NAMES = ("name_en", "name_ru", "name_ja", "full_name_ru", "reading_ja")
EMPTY_MEANS_SOMETHING = {(Place, "country")}  # none where sovereignty is disputed


class Fate(StrEnum):
    """What becomes of a value of the record that goes, where the one that stays has another or none."""

    FILLED = "filled"  # the other has none, and may take it
    ALIAS = "alias"  # a name, kept as another spelling
    JOINED = "joined"  # a list, added to the other's
    GIVEN_UP = "given up"  # told in the preview, kept in the merge alone


@dataclass(frozen=True)
class Field:
    """A field in which two records differ; ``stays`` and ``goes`` are the values of the two."""

    name: str
    stays: object
    goes: object
    fate: Fate


def differing(stay, gone):
    """A ``Field`` for each field in which ``gone`` has a value and ``stay`` another or none, keys apart."""
    found = []
    for column in columns(type(stay)):
        mine, other = getattr(stay, column.name), getattr(gone, column.name)
        if column.name != "key" and mine != other and other not in ("", None, []):
            found.append(Field(column.name, mine, other, _fate(column, stay, gone)))
    return found


def _fate(column, stay, gone):
    if isinstance(column, models.JSONField):
        return Fate.JOINED
    if _is_empty(getattr(stay, column.name)):
        return Fate.FILLED if _may_be_filled(column, stay, gone) else Fate.GIVEN_UP
    return Fate.ALIAS if column.name in NAMES and hasattr(stay, "aliases") else Fate.GIVEN_UP


def _is_empty(value):
    return value in ("", None)


def _may_be_filled(column, stay, gone):
    """Whether the value can stand beside the others of the record that stays."""
    if (type(stay), column.name) in EMPTY_MEANS_SOMETHING:
        return False
    tried = type(stay)(**{one.attname: getattr(stay, one.attname) for one in stay._meta.concrete_fields})
    setattr(tried, column.name, getattr(gone, column.name))
    try:
        tried.validate_constraints()
    except ValidationError:
        return False
    return True


def new_values(stay, gone, taken):
    """The fields of ``stay`` that change, by name; ``taken`` names those of ``Fate.FILLED`` that it takes over."""
    values = {}
    for one in differing(stay, gone):
        if one.fate == Fate.FILLED and one.name in taken:
            values[one.name] = one.goes
        elif one.fate == Fate.JOINED:
            values[one.name] = [*one.stays, *(item for item in one.goes if item not in one.stays)]
    if hasattr(stay, "aliases"):
        values["aliases"] = _spellings(stay, gone, values)
    values["waits"] = stay.waits and gone.waits  # what readers know of stays known
    return {name: value for name, value in values.items() if value != getattr(stay, name)}


def _spellings(stay, gone, values):
    """The other spellings of the two together: none that is a name of the record as it will be, none twice."""
    names = {values.get(name, getattr(stay, name, "")) for name in NAMES}
    known = values.get("aliases", stay.aliases)
    added = [getattr(gone, name, "") for name in NAMES]
    return [*known, *(name for name in dict.fromkeys(added) if name and name not in {*names, *known})]
