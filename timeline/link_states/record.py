"""Results to the database: the newest of each address is kept, and readers are told of what they see change."""

from collections import Counter, defaultdict
from typing import NamedTuple

from django.db import transaction

from ..changes import record_changed
from ..editing.versions import Deed, begin, keep
from ..models import DataVersion, LinkState, Source
from ..references import meetings_naming

COPY_FOUND = "The check of its link found an archived copy."
RECORDED, SAME, OLDER, ELSEWHERE = "recorded", "same", "older", "elsewhere"


class Outcome(NamedTuple):
    """What was recorded: ``states`` counts the states of the sources, ``fates`` the results by what became of them.

    ``unknown`` are results for addresses that no source has, ``copied`` sources that were given the archived copy,
    ``differing`` pairs of a source and another archived copy than its own.
    """

    states: Counter
    fates: Counter
    unknown: list
    copied: list
    differing: list


@transaction.atomic
def record(results, dry_run=False):
    """Keep ``results`` (of ``read``) beside the sources that have these addresses; returns the ``Outcome``.

    What was checked before what is known already is left out. ``dry_run`` does it all and takes it back.
    """
    DataVersion.objects.select_for_update().current()
    sources = _sources(results)
    outcome = Outcome(Counter(), Counter(), [], [], [])
    seen, shown = [], []
    for result in results:
        for source in sources[result.url]:
            before = source.known_link
            fate = _keep(source, result, before)
            outcome.fates[fate] += 1
            outcome.states[source.link_state.state] += 1
            copied = _take_copy(source, result, outcome)
            if copied or (fate == RECORDED and (before is None or before.state != result.state)):
                seen.append(source)
            if copied or _dead(before) != source.is_dead:
                shown.append(source)
        if not sources[result.url]:
            outcome.unknown.append(result)
            outcome.fates[ELSEWHERE] += 1
    if outcome.fates[RECORDED] or outcome.copied:
        _tell(seen, shown)
    transaction.set_rollback(dry_run)
    return outcome


def _sources(results):
    found = defaultdict(list)
    addresses = [result.url for result in results]
    for source in Source.objects.with_link_states().filter(url__in=addresses).order_by("key"):
        found[source.url].append(source)
    return found


def _keep(source, result, before):
    """Keep a result, if it is newer than what is known of this address; what became of it."""
    if before and before.checked_at >= result.checked_at:
        told = (before.checked_at, before.state, before.detail, before.final_url)
        return SAME if told == (result.checked_at, result.state, result.detail, result.final_url) else OLDER
    source.link_state, _made = LinkState.objects.update_or_create(
        source=source,
        defaults={name: getattr(result, name) for name in ("url", "state", "checked_at", "detail", "final_url")},
    )
    return RECORDED


def _take_copy(source, result, outcome):
    """Give a source without an archived copy the one that was found; whether that was done."""
    if not result.archived_url or result.archived_url == source.archived_url:
        return False
    if source.archived_url:
        outcome.differing.append((source, result.archived_url))
        return False
    begin(source)
    source.archived_url = result.archived_url
    source.save(update_fields=["archived_url"])
    keep(source, None, Deed.IMPORTED, COPY_FOUND)
    outcome.copied.append(source)
    return True


def _dead(known):
    return bool(known and known.state == LinkState.State.DEAD)


def _tell(seen, shown):
    """Tell readers: of ``seen``, whose state changed, and of the meetings that show one of ``shown`` otherwise now.

    A check that found what was known moves the version alone, since the API gives the day of the check.
    """
    public = set(Source.objects.public().filter(pk__in=[source.pk for source in seen]).values_list("pk", flat=True))
    meetings = meetings_naming(Source, [source.pk for source in shown]).published() if shown else None
    record_changed(meetings, others=[source for source in seen if source.pk in public])
