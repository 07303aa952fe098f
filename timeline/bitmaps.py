"""Which meetings one gets by each value of a facet, as bitmaps: filters are counted without asking the database again.

A bitmap is a whole number in which bit n stands for meeting number n. Two sets meet by ``&`` and are counted by
``bit_count()``, in microseconds for a hundred thousand meetings, so that every facet of a list and every place of the
time axis is counted from one set, of what the filters choose. The bitmaps of the published record are kept in the
database as ``FacetEntry`` rows, made anew in the transaction of each published change.
"""

import zlib

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import F

FACETS = ("format", "issue", "participant", "place", "country", "status", "side", "confidence", "has")
OF_THE_STRIP = ("begun", "last_year")
OF_THE_AXIS = ("format", "status", *OF_THE_STRIP)
ALL = tuple(dict.fromkeys((*FACETS, *OF_THE_AXIS)))
BATCH = 200  # entries written at a time
QUICKLY = 1  # the level of compression


def bitmap(numbers):
    """The set of these numbers (whole, not negative)."""
    flags = bytearray(b"0") * (max(numbers, default=0) + 1)
    for number in numbers:
        flags[~number] = 49  # an ASCII 1, from the right
    return int(flags, 2)


def bitmap_of(meetings):
    """The set of a queryset of meetings; one query."""
    return bitmap(meetings.numbers())


def member(single):
    """The one number in a set."""
    return single.bit_length() - 1


def facets(names):
    """The sets of each of these facets, by its values: ``{"status": {"held": …}}``; of published meetings.

    They are read where they are kept for the version of the record that readers see, and else made from the record.
    """
    kept = {name: {} for name in names}
    for name, value, packed in _kept().filter(facet__in=names).values_list("facet", "value", "meetings"):
        kept[name][value] = _unpacked(packed)
    return {name: sets or made(name, _published()) for name, sets in kept.items()}


def sizes(name, values):
    """How many published meetings one gets by each of these values of a facet: a mapping."""
    kept = _kept()
    if kept.exists():
        rows = kept.filter(facet=name, value__in=values).values_list("value", "meetings")
        sets = {value: _unpacked(packed) for value, packed in rows}
    else:
        sets = made(name, _published())
    return {value: sets.get(value, 0).bit_count() for value in values}


def made(name, meetings):
    """The sets of a facet by its values, from the record of these meetings."""
    sets = {}
    for value, numbers in meetings.facet(name):
        sets[value] = sets.get(value, 0) | bitmap(numbers)
    return {value: found for value, found in sets.items() if found}


def index(meetings, whole=False):
    """Keep the bitmaps of the version that the record has now, in the transaction in which it moved there.

    ``meetings`` (a queryset) are all that changed since the version before, unless ``whole``: then anything may have.
    """
    version = _model("DataVersion").objects.current()
    if whole or version.facets_of != version.number - 1:
        _keep_all()
    else:
        _keep_of(list(meetings.values_list("pk", flat=True)))
    _model("DataVersion").objects.update(facets_of=F("number"))


def index_record():
    """Keep all bitmaps anew: what is needed after the record was written past ``record_changed``."""
    with transaction.atomic():
        _model("DataVersion").objects.current()
        index(_published().none(), whole=True)


def _keep_all():
    _model("FacetEntry").objects.all().delete()
    _add({(name, value): found for name in ALL for value, found in made(name, _published()).items()})


def _keep_of(numbers):
    """The same for the meetings with these numbers alone."""
    if not numbers:
        return
    these, published = bitmap(numbers), _published().filter(pk__in=numbers)
    now = {(name, value): found for name in ALL for value, found in made(name, published).items()}
    for entry in _model("FacetEntry").objects.all():
        before = _unpacked(entry.meetings)
        found = (before & ~these) | now.pop((entry.facet, entry.value), 0)
        if not found:
            entry.delete()
        elif found != before:
            entry.meetings = _packed(found)
            entry.save()
    _add(now)


def _add(sets):
    entry = _model("FacetEntry")
    entries = [entry(facet=name, value=value, meetings=_packed(found)) for (name, value), found in sets.items()]
    entry.objects.bulk_create(entries, batch_size=BATCH)


def _kept():
    """What is kept for the version of the record that readers see; nothing where no answer is."""
    entries = _model("FacetEntry").objects
    return entries.current() if settings.KEEP_ANSWERS_SECONDS else entries.none()


def _published():
    return _model("Meeting").objects.published()


def _model(name):
    """A model by name: the questions of models count with bitmaps, and models import their questions."""
    return apps.get_model("timeline", name)


def _packed(found):
    return zlib.compress(found.to_bytes(-(-found.bit_length() // 8), "little"), QUICKLY)


def _unpacked(packed):
    return int.from_bytes(zlib.decompress(packed), "little")
