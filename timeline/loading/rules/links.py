"""Rules of what led to what."""

from collections import defaultdict

from timeline.models import Issue, Meeting, MeetingLink

from .registry import Severity, rule


@rule(Severity.ERROR)
def link_leads_forward(picture):
    """What led to a meeting began on the same day or earlier."""
    for link in picture.all(MeetingLink):
        earlier, later = picture.get(Meeting, link.earlier), picture.get(Meeting, link.later)
        if earlier.start > later.start:
            yield link, f"leads from {earlier.start} back to {later.start}"


@rule(Severity.ERROR)
def links_never_run_in_a_circle(picture):
    """No meeting led, over however many others, to itself."""
    ahead = defaultdict(set)
    for link in picture.all(MeetingLink):
        ahead[link.earlier].add(link.later)
    circular = in_circles(ahead)
    for link in picture.all(MeetingLink):
        if link.earlier in circular and link.later in circular:
            yield link, "is part of a circle"


@rule(Severity.ERROR)
def issues_never_run_in_a_circle(picture):
    """No issue is, over however many others, part of itself."""
    parents = {issue.key: {issue.parent} for issue in picture.all(Issue) if issue.parent}
    for key in in_circles(parents):
        yield picture.get(Issue, key), "is part of itself"


def in_circles(ahead):
    """The nodes of a graph, ``{node: {next nodes}}``, that lie on a circle or between two."""
    left = _without_ends(ahead)
    behind = defaultdict(set)
    for node, following in left.items():
        for other in following:
            behind[other].add(node)
    return set(left) & set(_without_ends(behind))


def _without_ends(ahead):
    """The graph without what leads, in the end, nowhere."""
    left = {node: set(following) for node, following in ahead.items()}
    behind = defaultdict(set)
    for node, following in ahead.items():
        for other in following:
            left.setdefault(other, set())
            behind[other].add(node)
    ends = [node for node, following in left.items() if not following]
    while ends:
        end = ends.pop()
        del left[end]
        for node in behind[end]:
            left[node].discard(end)
            if not left[node]:
                ends.append(node)
    return left
