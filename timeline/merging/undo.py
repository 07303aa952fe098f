"""A merge taken back, row by row, as long as nothing it touched was changed since."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..changes.states import MODELS
from ..editing import versions
from ..editing.document import documents
from ..loading.schema import label
from ..models import DataVersion
from ..references import meetings_naming
from .merge import tell
from .touched import made_again, model_of, plain, write

UNDONE = "merge undone"


class UndoError(Exception):
    """Nothing was undone; ``obstacles`` are sentences that say what stands in the way."""

    def __init__(self, obstacles):
        super().__init__(" ".join(obstacles))
        self.obstacles = obstacles


def obstacles_to_undo(done):
    """What was changed since ``done`` (a ``Merge``), a sentence each; empty if it can be undone."""
    if done.undone_at:
        return [_("It was undone already.")]
    return [words for row in done.touched if (words := _obstacle(row, done))]


def _obstacle(row, done):
    model, name = model_of(row), label(model_of(row), row["name"])
    found = model.objects.filter(pk=row["pk"]).first()
    if row["after"] is None:
        again = hasattr(model, "key") and model.objects.filter(key=row["before"]["key"]).exists()
        if found or again:
            return _("%(record)s is there again.") % {"record": name}
        return _missing_reference(row, name, done)
    if found is None:
        return _("%(record)s is no longer there.") % {"record": name}
    if any(plain(found, field) != value for field, value in row["after"].items()):
        return _("%(record)s was changed since.") % {"record": name}
    return ""


def _missing_reference(row, name, done):
    """Whether a row that comes back would name something that is no more, but for what comes back with it."""
    coming = {(other["model"], other["pk"]) for other in done.touched if other["after"] is None}
    for field in model_of(row)._meta.concrete_fields:
        value = row["before"][field.name]
        if field.is_relation and value is not None:
            there = field.related_model.objects.filter(pk=value).exists()
            if not there and (field.related_model._meta.label_lower, value) not in coming:
                return _("%(record)s cannot come back: what it belongs to is no longer there.") % {"record": name}
    return ""


@transaction.atomic
def undo(done, editor):
    """Take back ``done``, a ``Merge``: every row as it was before. Raises ``UndoError``; nothing is then changed."""
    DataVersion.objects.select_for_update().current()
    if obstacles := obstacles_to_undo(done):
        raise UndoError(obstacles)
    model = MODELS[done.noun]
    stay = model.objects.get(key=done.stayed)
    shown = list(meetings_naming(model, [stay.pk]))
    is_public = versions.is_public(stay)
    for record, rows in documents([stay, *shown]).items():
        versions.begin(record, rows)
    for row in reversed(done.touched):
        _take_back(row)
    stay, gone = model.objects.get(key=done.stayed), model.objects.get(key=done.gone)
    done.undone_at, done.undone_by = timezone.now(), editor
    done.save(update_fields=["undone_at", "undone_by"])
    for record, rows in documents([stay, gone, *shown]).items():
        versions.keep(record, editor, versions.Deed.REVERTED, UNDONE, rows)
    tell(shown, [stay, gone], [], is_public or versions.is_public(gone))
    return stay, gone


def _take_back(row):
    if row["before"] is None:
        model_of(row).objects.get(pk=row["pk"]).delete()
    elif row["after"] is None:
        made_again(row).save_base(raw=True, force_insert=True)
    else:
        write(model_of(row).objects.get(pk=row["pk"]), row["before"])
