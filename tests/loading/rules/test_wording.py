"""Rules of the names of what is disputed."""

import pytest

from tests.factories import make_statement
from timeline.loading.rules.wording import one_sided

from .planting import CLAIM, Faults, findings

FAULTS = Faults()


@FAULTS.against(
    "our_own_text_gives_both_names",
    "error",
    "meeting 2017-03-20-summit: summary_ru names one side's name only, not South Kuril Islands / Northern Territories",
)
def one_sided_summary(meeting):
    meeting.summary_ru = "О Северных территориях."
    meeting.save()


@FAULTS.against(
    "joint_statement_gives_both_names",
    "warning",
    CLAIM + "text_en names one side's name only, not Kunashir / Kunashiri",
)
def one_sided_joint_statement(meeting):
    make_statement(meeting, side="joint", text_en="Both spoke of Kunashir.")
    make_statement(meeting, text_en="Kunashir is Russian.")


@FAULTS.each
def test_a_planted_fault_is_found_and_no_other(meeting, fault):
    fault.plant(meeting)

    assert findings() == fault.findings


@pytest.mark.parametrize(
    "text",
    [
        "The South Kuril Islands",
        "the Kurils",
        "Northern Territories",
        "на Южных Курилах",
        "Курильские острова",
        "Северные территории",
        "北方領土",
        "南クリル諸島",
    ],
)
def test_one_name_of_the_islands_takes_a_side(text):
    assert one_sided(text) == ["South Kuril Islands / Northern Territories"]


@pytest.mark.parametrize(
    "text",
    [
        "the South Kuril Islands (Northern Territories)",
        "Южные Курилы (Северные территории)",
        "南クリル諸島・北方領土",
        "Iturup (Etorofu) and Kunashir (Kunashiri)",
        "Yuzhno-Kurilsk",
        "в Южно-Курильске",
        "Shikotan",
        "",
    ],
)
def test_both_names_or_none_take_no_side(text):
    assert one_sided(text) == []
