"""All rules together."""

from tests.factories import make_statement
from timeline.loading.picture import read_database
from timeline.loading.rules import RULES, examine
from timeline.models import Statement

from . import test_links, test_meetings, test_offices, test_series, test_statements, test_vocabulary, test_wording
from .planting import findings, make_another, seats

MODULES = (test_links, test_meetings, test_offices, test_series, test_statements, test_vocabulary, test_wording)


def test_a_good_record_has_no_findings(meeting):
    make_statement(meeting)

    assert findings() == {}


def test_every_rule_says_what_holds_in_one_sentence():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.sentence.endswith(".") and "\n" not in rule.sentence for rule in RULES)


def test_every_rule_has_a_planted_fault():
    assert {rule.name for rule in RULES} == {fault.rule for module in MODULES for fault in module.FAULTS}


def test_a_draft_may_have_holes(meeting):
    draft = make_another("2017-04-27-summit", state="draft", participants=seats(meeting))
    make_statement(draft, sources=[])

    assert findings() == {("statement_has_a_source", "note"): ["statement 2017-04-27-summit 1: names no source"]}


def test_examining_costs_as_many_queries_for_one_statement_as_for_thirty(meeting, django_assert_max_num_queries):
    for number in range(1, 31):
        make_statement(meeting, number)

    with django_assert_max_num_queries(19):
        examine(read_database()[0])

    assert Statement.objects.count() == 30
