"""The findings of all rules as a report that people read, or as JSON."""

import json
from collections import Counter
from itertools import groupby

from .picture import read_database
from .rules import RULES, Severity, examine
from .rules.series import spans
from .schema import MODELS


class Examination:
    """What all rules find in the whole database."""

    def __init__(self):
        picture, _ = read_database()
        self.findings = examine(picture)
        self.spans = spans(picture)
        self.records = {model._meta.label_lower: len(picture.all(model)) for model in MODELS}

    def has_errors(self):
        """Whether the record contradicts itself anywhere."""
        return bool(self.totals()[Severity.ERROR])

    def totals(self):
        """How many findings there are of each severity."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity}

    def as_json(self):
        """Counts, rules, official counts and findings, as JSON."""
        return json.dumps(
            {
                "records": self.records,
                "totals": self.totals(),
                "rules": [{"rule": one.name, "severity": one.severity, "sentence": one.sentence} for one in RULES],
                "series": [span._asdict() for span in self.spans],
                "findings": [finding._asdict() for finding in self.findings],
            },
            ensure_ascii=False,
            indent=2,
        )

    def as_text(self):
        """The findings grouped by rule, then the official counts, then the totals."""
        return "\n".join([self._head(), *self._rules(), *self._series(), "", self._totals()])

    def _head(self):
        return f"{sum(self.records.values())} records, {len(RULES)} rules."

    def _rules(self):
        worst = sorted(self.findings, key=lambda finding: list(Severity).index(finding.severity))
        for (severity, sentence), group in groupby(worst, lambda finding: (finding.severity, finding.sentence)):
            found = list(group)
            yield f"\n{severity.upper()} ({len(found)}): {sentence}"
            yield from (f"  {finding.record}: {finding.words}" for finding in found)

    def _series(self):
        yield "\nOfficial counts"
        for span in self.spans:
            yield f"  {span.key}: {_span_in_words(span)}"

    def _totals(self):
        return ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in self.totals().items())


def _span_in_words(span):
    if not span.meetings:
        return "no meeting"
    holes = f"lacks {', '.join(map(str, span.holes))}" if span.holes else "no holes"
    return f"{span.first}–{span.last}, {span.meetings} meetings, {holes}"
