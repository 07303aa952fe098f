"""Versions of many records kept at once, as ``timeline.editing.versions`` keeps them one by one."""

from collections import defaultdict

from django.db.models import Max

from ..changes.states import NOUNS
from ..editing.difference import differences
from ..models import Meeting, Office, Participant, Revision, Tenure

BATCH = 200
Deed = Revision.Deed


def told_by(step):
    """The names (model and natural key) of the records whose versions tell of a step: of a term, holder and office."""
    if step.meeting:
        return [(Meeting, step.meeting)]
    model, key = step.names
    return [(Office, key[:1]), (Participant, key[1:2])] if model is Tenure else [step.names]


def begin(names, documents):
    """Keep these records as they stand before they change, where no version tells of that yet.

    ``documents``: the ``Documents`` of the record; what is not in it is new and left out.
    """
    for model, told in _pieces(names, documents):
        last = _last(model, told)
        unknown = {key: rows for key, rows in told.items() if key not in last or differences(last[key], rows)}
        _keep(model, unknown, editor=None, deed=Deed.LOADED)


def keep(names, documents, editor, reason):
    """Keep these records as they are now that they were imported."""
    for model, told in _pieces(names, documents):
        _keep(model, told, editor=editor, deed=Deed.IMPORTED, reason=reason)


def _pieces(names, documents):
    """Models and some documents of their records, by key."""
    by_model = defaultdict(list)
    for model, key in sorted(set(names), key=lambda name: (name[0].__name__, name[1])):
        by_model[model].append(key)
    for model, keys in by_model.items():
        for at in range(0, len(keys), BATCH):
            told = {key[0]: documents.of(model, key) for key in keys[at : at + BATCH]}
            yield model, {key: rows for key, rows in told.items() if rows}


def _last(model, keys):
    """The documents of the latest versions of records as they stood, by key; proposed ones do not count."""
    kept = Revision.objects.filter(noun=NOUNS[model], key__in=list(keys)).exclude(deed=Deed.PROPOSED)
    latest = dict(kept.order_by("number").values_list("key", "pk"))
    return dict(Revision.objects.filter(pk__in=latest.values()).values_list("key", "document"))


def _keep(model, told, **deed):
    numbered = Revision.objects.filter(noun=NOUNS[model], key__in=list(told)).order_by()
    numbers = dict(numbered.values("key").annotate(last=Max("number")).values_list("key", "last"))
    public = _public(model, list(told))
    Revision.objects.bulk_create(
        Revision(
            noun=NOUNS[model],
            key=key,
            number=numbers.get(key, 0) + 1,
            document=rows,
            public=key in public,
            **deed,
        )
        for key, rows in told.items()
    )


def _public(model, keys):
    seen = model.objects.published() if model is Meeting else model.objects.public()
    return set(seen.filter(key__in=keys).values_list("key", flat=True))
