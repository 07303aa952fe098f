"""The sequence of changes: what the public sees now is compared with what it saw last, and the difference written."""

from functools import reduce
from operator import or_

from django.db.models import Q

from ..models import Change, DataVersion, Meeting, Noun, SeenRecord, Tenure
from .states import NOUNS, key_of, states

BATCH = 500
OF_MEETINGS = (Noun.MEETING, Noun.STATEMENT)


def write(meetings, others, gone):
    """Write down what became of the ``meetings`` with these keys, of ``others`` and ``gone``, and of what they name.

    A record that only an unpublished meeting names is not public: what a meeting names comes and goes with it.
    """
    meetings = {*meetings, *(record.key for record in gone if isinstance(record, Meeting))}
    seen = list(SeenRecord.objects.filter(meeting__in=meetings))
    now = [state for noun in OF_MEETINGS for state in states(noun, meetings)]
    named = {
        *_with_holders({*_names(others), *_names(gone)}),
        *(tuple(name) for one in [*seen, *now] for name in one.names),
    }
    named = _with_offices({name for name in named if name[0] not in OF_MEETINGS})
    seen += _seen(named)
    for noun in [noun for noun in Noun if noun not in OF_MEETINGS]:
        now += states(noun, [key for of, key in named if of == noun])
    _write(seen, now)


def write_whole():
    """Write down whatever changed, anywhere in the record."""
    _write(SeenRecord.objects.all(), [state for noun in Noun for state in states(noun)])


def _with_offices(named):
    """``named``, and the offices which these people held: an office shows who held it, if the public may see them."""
    people = [key for noun, key in named if noun == Noun.PARTICIPANT]
    held = Tenure.objects.filter(participant__key__in=people).values_list("office__key", flat=True)
    once = SeenRecord.objects.filter(noun=Noun.PARTICIPANT, key__in=people).values_list("names", flat=True)
    return named | {(Noun.OFFICE.value, key) for key in held} | {tuple(name) for names in once for name in names}


def _with_holders(named):
    """``named``, and the people who held these offices: whoever gets or loses a term shows it."""
    offices = [key for noun, key in named if noun == Noun.OFFICE]
    holders = Tenure.objects.filter(office__key__in=offices).values_list("participant__key", flat=True)
    once = SeenRecord.objects.filter(noun=Noun.OFFICE, key__in=offices).values_list("names", flat=True)
    return (
        named | {(Noun.PARTICIPANT.value, key) for key in holders} | {tuple(name) for names in once for name in names}
    )


def _seen(names):
    """What was seen of the records with these names, pairs of kind and key."""
    asked = [Q(noun=noun, key__in=[key for of, key in names if of == noun]) for noun in Noun]
    return SeenRecord.objects.filter(reduce(or_, asked))


def _names(records):
    """The kind and key of each of ``records``; a term of office stands for the person and the office."""
    for record in records:
        for one in (record.participant, record.office) if isinstance(record, Tenure) else (record,):
            if noun := NOUNS.get(type(one)):
                yield noun.value, key_of(one)


def _write(seen, now):
    """Write the difference: what came and changed in the order of ``Noun``, then what went, the other way round."""
    seen = {(one.noun, one.key): one for one in seen}
    places = {noun.value: place for place, noun in enumerate(Noun)}
    now = sorted(now, key=lambda state: places[state.noun])
    found = [(state, _difference(seen.get((state.noun, state.key)), state)) for state in now]
    found = [(state, difference) for state, difference in found if difference]
    here = {(state.noun, state.key) for state in now}
    went = sorted((name for name in seen if name not in here), key=lambda name: (-places[name[0]], name[1]))
    _remember([state for state, _what in found])
    SeenRecord.objects.filter(pk__in=[seen[name].pk for name in went]).delete()
    _append([(state.noun, state.key, *difference) for state, difference in found])
    _append([(noun, key, Change.Kind.WITHDRAWN, []) for noun, key in went])


def _difference(before, state):
    """What happened, and to which fields; ``None`` if nothing did."""
    if before is None:
        return Change.Kind.CREATED, []
    names = before.digests.keys() | state.digests.keys()
    fields = sorted(name for name in names if before.digests.get(name) != state.digests.get(name))
    return (Change.Kind.CHANGED, fields) if fields else None


def _remember(found):
    SeenRecord.objects.bulk_create(
        [SeenRecord(**{**vars(state), "names": sorted(state.names)}) for state in found],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["noun", "key"],
        update_fields=["meeting", "digests", "names"],
    )


def _append(changes):
    version = DataVersion.objects.current()
    Change.objects.bulk_create(
        [
            Change(version=str(version), at=version.moved_at, noun=noun, key=key, kind=kind, fields=fields)
            for noun, key, kind, fields in changes
        ],
        batch_size=BATCH,
    )
