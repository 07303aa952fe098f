"""Editors read the rules in their language."""

from timeline.exchange.sentences import SENTENCES
from timeline.loading.rules import RULES, Severity


def test_every_rule_whose_breach_is_an_error_is_gathered_for_translation():
    assert set(SENTENCES) == {rule.sentence for rule in RULES if rule.severity == Severity.ERROR}
