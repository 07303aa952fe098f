"""Rules of what was said."""

from tests.factories import make_issue, make_organisation, make_participant, make_source, make_statement

from .planting import CLAIM, Faults, findings, make_another

FAULTS = Faults()


@FAULTS.against("statement_has_a_source", "error", CLAIM + "names no source")
def without_source(meeting):
    make_statement(meeting, sources=[])


@FAULTS.against("statement_has_an_issue", "error", CLAIM + "names no issue")
def without_issue(meeting):
    make_statement(meeting, issues=[])


@FAULTS.against(
    "statement_cites_sources_of_its_meeting", "error", CLAIM + "cites tass-2017, which its meeting does not list"
)
def source_of_no_meeting(meeting):
    make_source("tass-2017")
    make_statement(meeting, sources=["tass-2017"])
    make_another("2017-04-27-summit", sources=["tass-2017"], status="planned")


@FAULTS.against(
    "statement_is_on_issues_of_its_meeting", "error", CLAIM + "is on energy, which its meeting does not list"
)
def issue_of_no_meeting(meeting):
    make_statement(meeting, issues=["peace-treaty", "energy"])


@FAULTS.against("voice_belongs_to_the_side", "error", CLAIM + "is of JP, but its voice is of RU")
def voice_of_another_country(meeting):
    make_statement(meeting, side="JP")


@FAULTS.against("voice_belongs_to_the_side", "error", CLAIM + "is of RU, but its voice is of no country")
def body_of_no_country(meeting):
    make_statement(meeting, attributed_to=make_organisation("g7", country=""))


@FAULTS.against("phrase_is_short", "error", CLAIM + "quotes 9 words")
def long_phrase(meeting):
    make_statement(meeting, phrase="one two three four five six seven eight nine")


@FAULTS.against(
    "reply_answers_an_earlier_claim_of_another_side",
    "error",
    "statement 2017-03-20-summit 2: answers #1, which is of the same side",
)
def reply_to_own_side(meeting):
    make_statement(meeting, in_reply_to=make_statement(meeting))


@FAULTS.against("reply_answers_an_earlier_claim_of_another_side", "error", CLAIM + "answers #2, which is not earlier")
def reply_to_a_later_claim(meeting):
    later = make_statement(meeting, 2, side="JP", speaker=make_participant("fumio-kishida"))
    make_statement(meeting, 1, in_reply_to=later)


@FAULTS.against(
    "reply_answers_an_earlier_claim_of_another_side", "error", CLAIM + "answers a claim made at 2016-01-01-summit"
)
def reply_to_another_meeting(meeting):
    other = make_another("2016-01-01-summit", status="planned")
    make_statement(meeting, in_reply_to=make_statement(other, side="JP", speaker=make_participant("fumio-kishida")))


@FAULTS.against("claim_is_listed_once", "warning", "statement 2017-03-20-summit 2: says the same as #1")
def claim_twice(meeting):
    make_statement(meeting, 1, text_en="The same.")
    make_statement(meeting, 2, text_en="The same.")


@FAULTS.against("issue_is_talked_about", "note", "issue space: is named by no meeting")
def issue_named_nowhere(meeting):
    make_issue("space")


@FAULTS.each
def test_a_planted_fault_is_found_and_no_other(meeting, fault):
    fault.plant(meeting)

    assert findings() == fault.findings
