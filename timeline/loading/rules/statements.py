"""Rules of what was said."""

from collections import defaultdict

from timeline.models import Issue, Meeting, Organisation, Participant, Statement
from timeline.models.statement import LONGEST_PHRASE

from .registry import Severity, rule

ANY_MEETING = ("other",)  # the issue that a statement may have without its meeting having it
_OF_A_STATE = {Statement.Side.RUSSIA, Statement.Side.JAPAN}


@rule(Severity.ERROR)
def statement_has_a_source(picture):
    """Every statement names a source."""
    for statement in picture.all(Statement):
        if not statement.sources:
            yield statement, "names no source"


@rule(Severity.ERROR)
def statement_has_an_issue(picture):
    """Every statement names an issue."""
    for statement in picture.all(Statement):
        if not statement.issues:
            yield statement, "names no issue"


@rule(Severity.ERROR)
def statement_cites_sources_of_its_meeting(picture):
    """The sources of a statement are sources of its meeting too."""
    for statement in picture.all(Statement):
        missing = [key for (key,) in statement.sources if (key,) not in _meeting(picture, statement).sources]
        if missing:
            yield statement, f"cites {', '.join(missing)}, which its meeting does not list"


@rule(Severity.ERROR)
def statement_is_on_issues_of_its_meeting(picture):
    """The issues of a statement are issues of its meeting too, except “other”."""
    for statement in picture.all(Statement):
        known = {ANY_MEETING, *_meeting(picture, statement).issues}
        missing = [issue[0] for issue in statement.issues if issue not in known]
        if missing:
            yield statement, f"is on {', '.join(missing)}, which its meeting does not list"


@rule(Severity.ERROR)
def voice_belongs_to_the_side(picture):
    """Who speaks for Russia or Japan is a person or body of that country."""
    for statement in picture.all(Statement):
        country = _voice_country(picture, statement)
        if statement.side in _OF_A_STATE and country != statement.side:
            yield statement, f"is of {statement.side}, but its voice is of {country or 'no country'}"


def _voice_country(picture, statement):
    if statement.speaker:
        return picture.get(Participant, statement.speaker).country
    return statement.attributed_to and picture.get(Organisation, statement.attributed_to).country


@rule(Severity.ERROR)
def reply_answers_an_earlier_claim_of_another_side(picture):
    """A reply answers an earlier claim of another side, at the same meeting."""
    for statement in picture.all(Statement):
        answered = statement.in_reply_to and picture.get(Statement, statement.in_reply_to)
        if not answered:
            continue
        if answered.meeting != statement.meeting:
            yield statement, f"answers a claim made at {answered.meeting[0]}"
        elif answered.number >= statement.number:
            yield statement, f"answers #{answered.number}, which is not earlier"
        elif answered.side == statement.side:
            yield statement, f"answers #{answered.number}, which is of the same side"


@rule(Severity.ERROR)
def phrase_is_short(picture):
    """A quoted phrase has at most eight words."""
    for statement in picture.all(Statement):
        words = len(statement.phrase.split())
        if words > LONGEST_PHRASE:
            yield statement, f"quotes {words} words"


@rule(Severity.WARNING)
def claim_is_listed_once(picture):
    """No two statements of a meeting say the same words."""
    said = defaultdict(list)
    for statement in picture.all(Statement):
        said[statement.meeting, statement.text_en].append(statement)
    for first, *again in said.values():
        for statement in again:
            yield statement, f"says the same as #{first.number}"


@rule(Severity.NOTE)
def issue_is_talked_about(picture):
    """Every issue is on the agenda of some meeting."""
    used = {issue for meeting in picture.all(Meeting) for issue in meeting.issues}
    used |= {issue for statement in picture.all(Statement) for issue in statement.issues}
    used |= {issue.parent for issue in picture.all(Issue)}
    for issue in picture.all(Issue):
        if issue.key not in used:
            yield issue, "is named by no meeting"


def _meeting(picture, statement):
    return picture.get(Meeting, statement.meeting)
