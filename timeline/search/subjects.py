"""Subjects that each side names in its own way: who asks by one name finds what is said under the others."""

from .analyzer import analyze

LONGEST_NAME = 3  # words

_SUBJECTS = (
    (
        "Northern Territories", "South Kuril Islands", "South Kurils", "Kuril Islands", "Kurils",
        "Северные территории", "Южные Курилы", "Южно-Курильские острова", "Курильские острова", "Курилы",
        "北方領土", "南クリル諸島", "南クリル", "クリル諸島", "クリル",
    ),
    ("missile", "ракета", "ракетный", "ミサイル"),
)  # fmt: skip
_WAYS = [frozenset(analyze(name) for name in names) for names in _SUBJECTS]
_KNOWN = frozenset().union(*_WAYS)


def subject_ways(terms):
    """The terms of every name of the subject that ``terms`` name; nothing if they name none."""
    return next((ways for ways in _WAYS if terms in ways), frozenset())


def with_subjects_whole(clauses):
    """The clauses, those that follow one another and together name a subject as one."""
    at = 0
    while at < len(clauses):
        size = next((n for n in range(LONGEST_NAME, 1, -1) if _names_a_subject(clauses[at : at + n])), 1)
        yield _joined(clauses[at : at + size])
        at += size


def _names_a_subject(clauses):
    return not any(clause.quoted for clause in clauses) and _terms(clauses) in _KNOWN


def _joined(clauses):
    return clauses[0]._replace(text=" ".join(clause.text for clause in clauses), terms=_terms(clauses))


def _terms(clauses):
    return " ".join(clause.terms for clause in clauses)
