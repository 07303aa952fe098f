"""Facets: for each way to narrow a list, the values there are and how many rows one would get."""

from collections import Counter
from dataclasses import dataclass

from .strict import StrictFilterSet


@dataclass(frozen=True)
class Option:
    """One value of a facet: how many rows one gets with it, everything else being as it is."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One parameter with its options, the most frequent first; chosen ones are always among them."""

    name: str
    label: str
    options: list


@dataclass(frozen=True)
class Chip:
    """One active filter, and the query string without it."""

    name: str
    value: str
    label: str
    text: str
    without: str


class ChosenFilters:
    """What a filter set can say of its active filters."""

    def chips(self):
        """A ``Chip`` for each active filter, in the order of the parameters."""
        return [chip for name in self.query if name not in self.steering for chip in self._chips_of(name)]

    def _chips_of(self, name):
        question, value = self.filters[name], self.cleaned[name]
        if not isinstance(value, dict):
            text = self.data[name] if not hasattr(question, "label_of") else question.find([value])[value]
            return [Chip(name, self.data[name], str(question.label), str(text), self._without(name))]
        return [
            Chip(name, key, str(question.label), str(question.label_of(record)), self._without(name, key))
            for key, record in value.items()
        ]

    def _without(self, name, value=None):
        """The query string from the first page, without a parameter or one value of it."""
        kept = {
            n: [v for v in values if n != name or (value is not None and v != value)]
            for n, values in self.query.items()
        }
        return self.written({n: values for n, values in kept.items() if n != "page"})


class FacetedFilterSet(ChosenFilters, StrictFilterSet):
    """A filter set that can count its own options."""

    facet_names = ()

    def facets(self):
        """A ``Facet`` for each of ``facet_names``, one query each."""
        return [self._facet(name) for name in self.facet_names]

    def _facet(self, name):
        rows = self.choose(leaving_out=(name,)) if self.is_valid() else self.queryset.none()
        counts = self.counts(name, rows)
        question, chosen = self.filters[name], self.cleaned.get(name) or {}
        known = question.find(list(dict.fromkeys([*counts, *chosen])))
        options = [
            Option(value, str(question.label_of(known[value])), counts.get(value, 0), value in chosen)
            for value in known
            if counts.get(value) or value in chosen
        ]
        return Facet(name, str(question.label), sorted(options, key=lambda option: (-option.count, option.label)))

    def counts(self, name, rows):
        """How many of ``rows`` one gets by each value of the facet."""
        counts = Counter()
        for row in rows.facet(name):
            counts[row["value"]] += row["n"]
        return {value: count for value, count in counts.items() if value}
