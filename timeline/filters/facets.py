"""Facets: for each way to narrow a list, the values there are and how many rows one would get."""

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from .. import bitmaps
from ..punctuation import labelled, listed, told_apart
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


def filters_in_words(chips):
    """The active filters in one phrase: "Format: Summit; Issue: Energy, Fisheries"."""
    return told_apart(labels_of(chips).values())


def narrowed(title, chips):
    """The title of a list with the filters in force: "Statements – Side speaking: Russia; Issue: Energy"."""
    return f"{title} – {filters_in_words(chips)}" if chips else str(title)


def labels_of(chips):
    """What each parameter with active filters asks for, in words: ``{"format": "Format: Summit"}``."""
    words = {}
    for chip in chips:
        words.setdefault(chip.name, (chip.label, []))[1].append(chip.text)
    return {name: labelled(label, listed(texts)) for name, (label, texts) in words.items()}


class ChosenFilters:
    """What a filter set can say of its active filters."""

    def chips(self):
        """A ``Chip`` for each active filter, in the order of the parameters."""
        return [chip for name in self.query if name not in self.steering for chip in self._chips_of(name)]

    def _chips_of(self, name):
        question, value = self.filters[name], self.cleaned[name]
        if not isinstance(value, dict):
            (said,) = self.query[name]
            text = said if not hasattr(question, "label_of") else question.find([value])[value]
            return [Chip(name, said, str(question.label), str(text), self._without(name))]
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
    """A filter set of meetings that can count its own options.

    ``among_all`` says whether it chooses among all that are published, ``narrowing`` which parameters leave some out.
    """

    facet_names = ()

    def facets(self):
        """A ``Facet`` for each of ``facet_names``."""
        return [self._facet(name) for name in self.facet_names]

    def _facet(self, name):
        counts = self.counts(name, self.chosen_but(name)) if self.is_valid() else {}
        question, chosen = self.filters[name], self.cleaned.get(name) or {}
        known = question.find(list(dict.fromkeys([*counts, *chosen])))
        options = [
            Option(value, str(question.label_of(known[value])), counts.get(value, 0), value in chosen)
            for value in known
            if counts.get(value) or value in chosen
        ]
        return Facet(name, str(question.label), sorted(options, key=lambda option: (-option.count, option.label)))

    def counts(self, name, meetings):
        """How many of ``meetings`` (a bitmap) one gets by each value of the facet."""
        counts = {value: (found & meetings).bit_count() for value, found in self.bitmaps[name].items()}
        return {value: count for value, count in counts.items() if count}

    @cached_property
    def bitmaps(self):
        """The bitmaps of every facet, by name and value."""
        return bitmaps.facets(bitmaps.ALL)

    @cached_property
    def chosen(self):
        """The bitmap of the meetings that answer."""
        return self._bitmap()

    def chosen_but(self, name):
        """The bitmap of the meetings that would answer if nothing were asked under that name."""
        return self._bitmap(name) if self.cleaned.get(name) else self.chosen

    def _bitmap(self, *leaving_out):
        if self.among_all and not self.narrowing - {*leaving_out}:
            return reduce(or_, self.bitmaps["status"].values(), 0)  # every meeting has one
        return bitmaps.bitmap_of(self.choose(leaving_out))
