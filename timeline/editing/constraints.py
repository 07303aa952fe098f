"""Of which fields the constraints of the models speak."""

from django.db.models import Expression, F, Q
from django.db.models.constants import LOOKUP_SEP


def fields_named_in(condition):
    """The names of the fields that a ``Q`` compares."""
    names = set()
    for child in condition.children:
        if isinstance(child, Q):
            names |= fields_named_in(child)
        else:
            path, other = child
            sources = other.get_source_expressions() if isinstance(other, Expression) else [other]
            names |= {path.split(LOOKUP_SEP)[0], *(one.name for one in sources if isinstance(one, F))}
    return names
