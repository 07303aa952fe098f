"""Lists that are cut into pages or hung into a tree."""

from dataclasses import dataclass


def in_pages(sizes, most):
    """Cut a row of sizes into pages of at most ``most`` together, never within one: a list of slices."""
    pages, first, filled = [], 0, 0
    for place, size in enumerate(sizes):
        if filled and filled + size > most:
            pages.append(slice(first, place))
            first, filled = place, 0
        filled += size
    return [*pages, slice(first, len(sizes))]


@dataclass
class Branch:
    """An issue and the narrower ones under it."""

    issue: object
    children: list


def tree(issues):
    """``Branch``es of issues, each under its parent; one whose parent is not among them stands at the top."""
    branches = {issue.pk: Branch(issue, []) for issue in issues}
    top = []
    for issue in issues:
        parent = branches.get(issue.parent_id)
        (parent.children if parent else top).append(branches[issue.pk])
    return top
