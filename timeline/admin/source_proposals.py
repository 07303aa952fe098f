"""What other sources of the same host say about a new one: publisher, language, side. No other host is asked."""

from collections import Counter
from typing import NamedTuple
from urllib.parse import urlsplit

from ..models import Source
from ..source_addresses import host_of

FIELDS = ("publisher", "language", "side")
SURE = 0.9  # of the sources compared; with less agreement values are offered, none is proposed
MOST_CHOICES = 5


class Proposal(NamedTuple):
    """What one field may hold: the value proposed ("" if there is none), how many sources have it, and of how many."""

    field: str
    value: str
    have_it: int
    compared: int
    choices: list


def proposals_for(address):
    """A ``Proposal`` for each of ``FIELDS``; an empty list if no source of the host is recorded.

    The sources compared are those whose paths begin most like that of ``address``, two at least: sites write other
    languages below another directory.
    """
    near = [source for source in Source.objects.at_host(address) if host_of(source.url) == host_of(address)]
    return [_proposal(field, address, near) for field in FIELDS] if near else []


def _proposal(field, address, near):
    everywhere = Counter(getattr(source, field) for source in near)
    closest = near if len(everywhere) == 1 else _closest(address, near)
    values = Counter(getattr(source, field) for source in closest)
    value, have_it = values.most_common(1)[0]
    compared = values.total()
    choices = [choice for choice, _count in everywhere.most_common(MOST_CHOICES)]
    return Proposal(field, value if have_it >= SURE * compared else "", have_it, compared, choices)


def _closest(address, near):
    """Those of the sources whose paths share the most directories with that of ``address``, but never one alone."""
    wanted = _directories(address)
    for depth in range(len(wanted), 0, -1):
        alike = [source for source in near if _directories(source.url)[:depth] == wanted[:depth]]
        if len(alike) > 1:
            return alike
    return near


def _directories(address):
    return urlsplit(address).path.strip("/").split("/")[:-1]
