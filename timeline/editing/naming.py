"""The records that documents name, as editors and readers call them; a few queries for however many documents."""

from collections import defaultdict
from typing import NamedTuple

from django.utils.translation import gettext as _

from ..loading.schema import fields_by_name, label
from ..models import Format, Meeting, Office, Source, Statement
from ..models.translated import in_language
from .document import named
from .put import led

NAMED_BY = {Meeting: "title", Office: "title", Format: "short_name"}  # the others are named by ``name``


class Name(NamedTuple):
    """What something is called, in which language (BCP 47, "" for none), and the path of its page, if it has one."""

    text: str
    language: str = ""
    address: str = ""


class Names:
    """The names of all records in ``documents``; ``public``: of those only that readers see now, with addresses.

    Those of one kind are read with the first of them that is told: of long documents, little may have changed.
    """

    def __init__(self, documents, public=False):
        self.public = public
        self._asked = _asked(documents)
        self._found = {}

    def _known(self, model):
        """What was found among the records of ``model``, by key."""
        if model not in self._found:
            self._found[model] = dict(self._look_up(model, self._asked.get(model, set())))
        return self._found[model]

    def _look_up(self, model, keys):
        records = self._records(model, keys)
        lost = led(model, keys - records.keys())
        successors = self._records(model, set(lost.values()) - records.keys()) if lost else {}
        for key in keys:
            if record := records.get(key) or successors.get(lost.get(key)):
                yield key, _name(record, with_address=self.public)

    def _records(self, model, keys):
        listed = model.objects.public() if self.public else model.objects.all()
        return listed.in_bulk(keys, field_name="key")

    def knows(self, model, key):
        """Whether there is such a record, among those that readers see if the names are public."""
        return model is Statement or key[0] in self._known(model)

    def of(self, model, key):
        """The ``Name`` of the record with this natural key; without a record, its key, which readers are not told."""
        if model is Statement:
            return Name(f"#{key[1]}")
        if self.knows(model, key):
            return self._known(model)[key[0]]
        return Name(_("not public now")) if self.public else Name(label(model, key))


def _asked(documents):
    """The keys that documents name, by model; statements need no look-up."""
    asked = defaultdict(set)
    for rows in documents:
        for row in rows:
            for field in fields_by_name(named(row)[0]).values():
                if (
                    field.is_relation
                    and field.related_model is not Statement
                    and (value := row["fields"].get(field.name))
                ):
                    asked[field.related_model] |= {key for (key,) in (value if field.many_to_many else [value])}
    return asked


def _name(record, with_address):
    address = record.get_absolute_url() if with_address and hasattr(record, "get_absolute_url") else ""
    if isinstance(record, Source):
        return Name(str(record), record.language, address)
    return Name(*in_language(record, NAMED_BY.get(type(record), "name")), address)
