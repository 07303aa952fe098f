"""Everything that is asked of fixtures before anything of them is saved."""

from django.utils.translation import gettext as _

from .constraints import broken_checks, shared_values
from .faults import Fault, did_you_mean
from .rules import Severity, examine
from .schema import columns, label, lists


def check_names(rows):
    """No two rows for one record; the second is at fault."""
    first = {}
    for row in (row for row in rows if row.names):
        known = first.setdefault(row.names, row)
        if known is not row:
            where = {"file": known.row.file, "position": known.row.position}
            row.fault("", _("stands twice: first in %(file)s, %(position)s.") % where)


def check_references(rows, picture):
    """Every record that a row names is in the picture, or in a row with a fault of its own."""
    faulty = {row.names for row in rows if not row.entry}
    for row in (row for row in rows if row.entry):
        for field, key in references(row.entry):
            if picture.get(field.related_model, key) is None and (field.related_model, key) not in faulty:
                name = field.related_model._meta.verbose_name
                known = [" ".join(map(str, one)) for one in picture.tables[field.related_model]]
                wanted = " ".join(map(str, key))
                words = _("unknown %(record)s “%(key)s”") % {"record": name, "key": wanted}
                row.fault(field.name, f"{words}{did_you_mean(wanted, known) or '.'}")


def references(entry):
    """``(field, natural key)`` of every record that an entry names."""
    for field in columns(entry.model):
        if field.is_relation and entry.values[field.name] is not None:
            yield field, entry.values[field.name]
    for field in lists(entry.model):
        for key in entry.values[field.name]:
            yield field, key


def check_constraints(rows, picture):
    """The constraints of the models hold for every row, and together with what the database holds already."""
    by_entry = {(row.entry.model, row.entry.key): row for row in rows if row.entry}
    for row in by_entry.values():
        for message in broken_checks(row.entry):
            row.fault("", message)
    for model in {row.entry.model for row in by_entry.values()}:
        for entries, message in shared_values(picture, model):
            names = [label(model, entry.key) for entry in entries]
            for entry in entries:
                row = by_entry.get((model, entry.key))
                if row:
                    others = ", ".join(name for name in names if name != label(model, entry.key))
                    row.fault("", _("%(rule)s It is %(others)s.") % {"rule": message, "others": others})


def check_rules(rows, picture, stored, faults):
    """The record has no error that it did not have before; one that is in no row is told by its record alone."""
    by_name = {(row.entry.model._meta.label_lower, row.entry.key): row for row in rows}
    known = set(_errors(stored))
    for finding in _errors(picture):
        row = by_name.get((finding.model, finding.key))
        if finding in known:
            continue
        if row:
            row.fault("", f"{finding.words}. {finding.sentence}")
        else:
            faults.append(Fault("", finding.record, "", f"{finding.words}. {finding.sentence}"))


def _errors(picture):
    return [finding for finding in examine(picture) if finding.severity == Severity.ERROR]
