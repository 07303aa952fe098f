"""What the chronology's templates need: entries under their years, facets, ways to mend or widen a query."""

from collections import namedtuple

from django import template

from ..arrangement import sides
from ..filters import labels_of
from ..links import changed_query, list_from, mended_queries
from .timeline import query_of, request_of

register = template.Library()

SHOWN_OPTIONS = 8

Way = namedtuple("Way", "label query count")


@register.simple_tag(takes_context=True)
def list_from_here(context):
    """The path of the chronology as links of this page write it."""
    return list_from(request_of(context).path)


@register.simple_tag
def axis_year(axis, year):
    """That year of the axis, with its counts, or ``None``."""
    return next((one for one in axis.years if one.year == year), None) if axis else None


@register.simple_tag
def seats_of(card, side):
    """The delegation of one side."""
    return card.seats_of(side)


@register.simple_tag
def statement_counts(card):
    """Pairs of side and number of statements, the reader's order of sides first; sides without any are left out."""
    counts = card.statement_counts
    return [(side, counts[side]) for side in (*sides(), "joint", "observer") if counts.get(side)]


@register.inclusion_tag("components/facet.html")
def facet(facet):
    """A facet as checkboxes: the most frequent values and the chosen ones first, the rest folded away."""
    shown = [one for place, one in enumerate(facet.options) if place < SHOWN_OPTIONS or one.chosen]
    return {"facet": facet, "shown": shown, "rest": [one for one in facet.options if one not in shown]}


@register.simple_tag(takes_context=True)
def asked_besides(context, *names):
    """Pairs of name and value in the query string, without these names and the page number."""
    return changed_query(query_of(context), dict.fromkeys(names, ""))


@register.simple_tag(takes_context=True)
def asked_outside(context, facets, faulty, *names):
    """Pairs of name and value in the query string for which no facet and none of ``names`` has a field.

    Parameters at fault (``faulty``) are not kept.
    """
    return asked_besides(context, *names, *faulty, *(one.name for one in facets))


@register.filter
def params(faults):
    """The names of the parameters at fault."""
    return {fault.param for fault in faults}


@register.simple_tag(takes_context=True)
def mended(context, fault):
    """The ways to mend a fault, each as a query string from its "?"; see ``links.mended_queries``."""
    return mended_queries(query_of(context), fault)


@register.simple_tag
def ways_out(selection, chips):
    """For a query that nothing answers: each filter whose loss gives meetings, with how many, most first."""
    ways = [_way(selection, name, label) for name, label in labels_of(chips).items()]
    return sorted((way for way in ways if way.count), key=lambda way: -way.count)


def _way(selection, name, label):
    left_out = (name, "page", *(["sort"] if name == "q" else []))
    query = selection.query_string(leaving_out=left_out)
    return Way(label, f"?{query}" if query else "", selection.choose(leaving_out=(name,)).count())
