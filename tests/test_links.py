"""Query strings: changed, mended, spelt in one way."""

import pytest
from django.http import QueryDict

from timeline.filters import Fault
from timeline.links import canonical_query, changed_query, mended_queries, query_text


def changed(query, **changes):
    return query_text(changed_query(QueryDict(query), changes))


@pytest.mark.parametrize(
    ("query", "changes", "then"),
    [
        ("issue=energy&page=3", {"sort": "-date"}, "?issue=energy&sort=-date"),
        ("issue=energy&issue=visas", {"issue": "fisheries"}, "?issue=fisheries"),
        ("issue=energy", {"issue": ""}, ""),
        ("issue=energy", {"page": 2}, "?issue=energy&page=2"),
        ("q=&issue=energy", {}, "?issue=energy"),
        ("q=2%2B2", {}, "?q=2%2B2"),
        ("q=north+korea", {}, "?q=north%20korea"),
    ],
)
def test_a_change_keeps_the_rest_of_the_query(query, changes, then):
    assert changed(query, **changes) == then


def test_a_page_has_one_canonical_query():
    spellings = ("status=held&issue=energy", "issue=energy&status=held&page=1", "issue=energy&q=&status=held")

    assert {canonical_query(QueryDict(query)) for query in spellings} == {"?issue=energy&status=held"}


def test_an_unknown_parameter_is_mended_by_its_nearest_name():
    fault = Fault("formt", "summit", "unknown_parameter", "Not known.", "format", ["format", "issue"])
    ways = mended_queries(QueryDict("formt=summit&issue=energy"), fault)

    assert (ways.meant, ways.words) == ("?format=summit&issue=energy", "format=summit")
    assert ways.without == "?issue=energy"
    assert ways.allowed == [("format", "?format=summit&issue=energy"), ("issue", "?issue=summit&issue=energy")]


def test_an_unknown_value_is_mended_among_its_neighbours():
    fault = Fault("issue", "enrgy", "unknown_value", "Not known.", "energy")
    ways = mended_queries(QueryDict("issue=visas&issue=enrgy&q=oil"), fault)

    assert ways.meant == "?issue=visas&issue=energy&q=oil"
    assert ways.without == "?issue=visas&q=oil"


def test_a_fault_without_a_guess_can_only_be_left_out():
    ways = mended_queries(QueryDict("from=2017-13"), Fault("from", "2017-13", "invalid_date", "No such day."))

    assert (ways.meant, ways.without, ways.allowed) == ("", "", [])
