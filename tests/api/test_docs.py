"""docs/api.md says what works."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from timeline.api.problem_kinds import KINDS
from timeline.api.views.root import LISTS

DOCS = (Path(settings.BASE_DIR) / "docs" / "api.md").read_text(encoding="utf-8")


def parameters_of(noun):
    """What the table of parameters says of a list."""
    rows = dict(re.findall(r"^\| `(\w+)` \| (`.*) \|$", DOCS.split("## Parameters")[1], re.MULTILINE))
    return set(re.findall(r"`(\w+)`", rows.get(noun, ""))) | {"page", "page_size", "fields"}


@pytest.mark.parametrize("view", LISTS, ids=lambda view: view.noun)
def test_every_list_and_its_parameters_are_there(view):
    assert f"`/api/v1/{view.noun}/`" in DOCS
    shaping = {"lang"} if view.has_texts else set()
    assert parameters_of(view.noun) | shaping == set(view.asked_class().base_filters)


def test_every_status_of_a_problem_is_there():
    for status in {kind.status for kind in KINDS.values()} - {403}:
        assert f"| {status} |" in DOCS
