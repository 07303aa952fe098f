"""Rules of links between meetings, and of issues within issues."""

from tests.factories import make_issue, make_link, make_meeting

from .planting import Faults, findings, make_another

FAULTS = Faults()


@FAULTS.against(
    "link_leads_forward",
    "error",
    "link between meetings 2017-03-20-summit 2016-01-01-summit: leads from 2017-03-20 back to 2016-01-01",
)
def link_back_in_time(meeting):
    make_link(meeting, make_another("2016-01-01-summit", status="planned"))


@FAULTS.against(
    "links_never_run_in_a_circle",
    "error",
    *(
        f"link between meetings 2017-03-20-{earlier} 2017-03-20-{later}: is part of a circle"
        for earlier, later in [("second", "third"), ("summit", "second"), ("third", "summit")]
    ),
)
def links_in_a_circle(meeting):
    second, third = (make_meeting(f"2017-03-20-{name}", status="planned") for name in ("second", "third"))
    make_link(meeting, second)
    make_link(second, third)
    make_link(third, meeting)
    make_link(meeting, make_another("2017-03-20-fourth", status="planned"))


@FAULTS.against(
    "issues_never_run_in_a_circle",
    "error",
    "issue energy: is part of itself",
    "issue peace-treaty: is part of itself",
)
def issues_in_a_circle(meeting):
    energy = make_issue("energy", parent=make_issue())
    make_issue().children.add(energy)
    energy.children.add(make_issue())


@FAULTS.each
def test_a_planted_fault_is_found_and_no_other(meeting, fault):
    fault.plant(meeting)

    assert findings() == fault.findings
