"""Rules of places and sources."""

from tests.factories import make_place, make_source

from .planting import Faults, findings

FAULTS = Faults()


@FAULTS.against("time_zone_exists", "error", "place osaka: has the time zone Asia/Osaka")
def unknown_time_zone(meeting):
    make_place("osaka", time_zone="Asia/Osaka")


@FAULTS.against("source_is_cited", "warning", "source tass-2017: is cited nowhere")
def source_cited_nowhere(meeting):
    make_source("tass-2017")


@FAULTS.each
def test_a_planted_fault_is_found_and_no_other(meeting, fault):
    fault.plant(meeting)

    assert findings() == fault.findings
