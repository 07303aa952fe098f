"""What a load would do: row by row, between the fixture, the database, and what was loaded last."""

import json
from collections import Counter, defaultdict
from typing import NamedTuple

from timeline.models import LoadedRow

from .schema import BY_LABEL

CREATED, UPDATED, UNCHANGED, KEPT = OUTCOMES = ("created", "updated", "unchanged", "kept")


class Step(NamedTuple):
    """What becomes of one entry of the fixtures, and why it is kept if it is."""

    entry: object
    outcome: str
    why: str = ""


class Plan:
    """The steps of a load; ``remembered`` are the digests of what was loaded before, by model and natural key."""

    def __init__(self, entries, stored, overwrite):
        self.remembered = _remembered()
        self.steps = [self._step(entry, stored, overwrite) for entry in entries]

    def _step(self, entry, stored, overwrite):
        before = stored.get(entry.model, entry.key)
        last = self.remembered.get((entry.model, entry.key))
        if before is None:
            return self._step_without_record(entry, last, overwrite)
        now, wanted = before.digest(), entry.digest()
        if now == wanted:
            return Step(entry, UNCHANGED)
        if now == last or overwrite:
            return Step(entry, UPDATED)
        return Step(entry, KEPT, "changed by an editor" if last else "made by an editor")

    def _step_without_record(self, entry, last, overwrite):
        if last is None or overwrite:
            return Step(entry, CREATED)
        return Step(entry, KEPT, "deleted by an editor")

    def entries(self, *outcomes):
        """The entries of the fixtures that come to one of these outcomes."""
        return [step.entry for step in self.steps if step.outcome in outcomes]

    def counts(self):
        """How many rows came to which outcome, by model."""
        found = defaultdict(Counter)
        for step in self.steps:
            found[step.entry.model][step.outcome] += 1
        return found

    def missing(self):
        """Natural keys, by model, of what was loaded once and is in the fixtures no more."""
        given = {(step.entry.model, step.entry.key) for step in self.steps}
        return [known for known in self.remembered if known not in given]


def _remembered():
    rows = LoadedRow.objects.order_by("pk").values_list("model", "natural_key", "digest")
    known = ((BY_LABEL.get(model), tuple(json.loads(key)), digest) for model, key, digest in rows)
    return {(model, key): digest for model, key, digest in known if model}
