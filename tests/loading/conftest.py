"""A small record, written as fixtures, on a database that already has the vocabulary."""

import pytest

from tests.factories import (
    make_format,
    make_issue,
    make_organisation,
    make_participant,
    make_place,
    make_series,
    make_source,
)
from timeline.loading import LoadError, load

TWO_PLUS_TWO = """\
- model: timeline.meeting
  fields:
    key: 2017-03-20-two-plus-two
    title_en: 2+2 in Tokyo
    title_ru: «2+2», Токио
    title_ja: 日露「2+2」、東京
    format: [two-plus-two]
    start: 2017-03-20
    end: 2017-03-20
    status: held
    place: [tokyo]
    summary_en: The four ministers met for the second time.
    confidence: high
    state: published
    issues: [[security], [missile-defence]]
    sources: [[mid-2017-03-20], [mofa-2017-03-20]]
- model: timeline.number
  fields:
    meeting: [2017-03-20-two-plus-two]
    series: [two-plus-two]
    number: 2
- model: timeline.attendance
  fields:
    meeting: [2017-03-20-two-plus-two]
    participant: [sergey-lavrov]
    side: RU
    capacity_en: Minister of Foreign Affairs
    lead: true
    order: 1
- model: timeline.statement
  fields:
    meeting: [2017-03-20-two-plus-two]
    number: 1
    side: RU
    speaker: [sergey-lavrov]
    kind: concern
    text_en: Missile defence in Japan worries Russia.
    issues: [[missile-defence]]
    sources: [[mid-2017-03-20]]
- model: timeline.statement
  fields:
    meeting: [2017-03-20-two-plus-two]
    number: 2
    side: JP
    attributed_to: [mofa-japan]
    kind: reply
    text_en: It threatens nobody.
    in_reply_to: [2017-03-20-two-plus-two, 1]
    issues: [[missile-defence], [security]]
    sources: [[mofa-2017-03-20], [mid-2017-03-20]]
"""


@pytest.fixture
def vocabulary(db):
    """What the fixture above refers to."""
    make_format("two-plus-two", rank=2)
    make_place("tokyo")
    make_participant("sergey-lavrov")
    make_organisation("mofa-japan", country="JP")
    make_series("two-plus-two")
    for key in ("security", "missile-defence"):
        make_issue(key)
    make_source("mid-2017-03-20")
    make_source("mofa-2017-03-20", side="JP")


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write a fixture into the current directory and name it."""
    monkeypatch.chdir(tmp_path)

    def write(text, name="record.yaml"):
        content = text if isinstance(text, bytes) else text.encode()
        (tmp_path / name).write_bytes(content)
        return name

    return write


@pytest.fixture
def faults(write):
    """Load a fixture that must be refused; its faults as they are printed."""

    def faults(text, name="record.yaml"):
        with pytest.raises(LoadError) as refused:
            load([write(text, name)])
        return [str(fault) for fault in refused.value.faults]

    return faults
