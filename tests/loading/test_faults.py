"""A bad fixture says what is wrong where, and leaves the database as it was."""

import json

import pytest

from tests.loading.conftest import TWO_PLUS_TWO
from timeline.loading import LoadError, load
from timeline.models import DataVersion, LoadedRow, Meeting, Statement

pytestmark = pytest.mark.django_db

MEETING = "record.yaml: line 1, meeting 2017-03-20-two-plus-two: "
NUMBER = "record.yaml: line 17, official number 2017-03-20-two-plus-two two-plus-two: "
CLAIM = "record.yaml: line 30, statement 2017-03-20-two-plus-two 1: "
REPLY = "record.yaml: line 40, statement 2017-03-20-two-plus-two 2: "

ONE_CHANGE = {
    "unknown format": (
        "format: [two-plus-two]",
        "format: [two-plus-tow]",
        MEETING + "format: unknown format “two-plus-tow” – did you mean “two-plus-two”?",
    ),
    "unknown issue in a list": (
        "issues: [[security], [missile-defence]]",
        "issues: [[securty], [missile-defence]]",
        MEETING + "issues: unknown issue “securty” – did you mean “security”?",
    ),
    "unknown claim": (
        "in_reply_to: [2017-03-20-two-plus-two, 1]",
        "in_reply_to: [2017-03-20-two-plus-two, 7]",
        REPLY
        + "in_reply_to: unknown statement “2017-03-20-two-plus-two 7” – did you mean “2017-03-20-two-plus-two 2”?",
    ),
    "end before start": ("end: 2017-03-20", "end: 2017-03-19", MEETING + "A meeting cannot end before it starts."),
    "no such day": (
        "start: 2017-03-20",
        "start: 2017-02-30",
        MEETING + "start: “2017-02-30” value has the correct format (YYYY-MM-DD) but it is an invalid date.",
    ),
    "partial date": (
        "start: 2017-03-20",
        "start: 2017",
        MEETING + "start: a day such as 2017-03-20 is expected, found 2017.",
    ),
    "month that starts on the 20th": (
        "status: held",
        "status: held\n    precision: month",
        MEETING + "A date known to the month runs from the first to the last day of the month.",
    ),
    "missing title": ("    title_en: 2+2 in Tokyo\n", "", MEETING + "title_en: is missing."),
    "blank title": ("title_en: 2+2 in Tokyo", "title_en: ''", MEETING + "title_en: This field cannot be blank."),
    "text that YAML takes for something else": (
        "title_en: 2+2 in Tokyo",
        "title_en: no",
        MEETING + "title_en: text is expected; quote words that YAML reads as something else, found False.",
    ),
    "text with outer blanks": (
        "title_en: 2+2 in Tokyo",
        "title_en: '2+2 in Tokyo '",
        MEETING + "title_en: blanks at the start or the end, or a character that no text holds.",
    ),
    "text too long": (
        "title_en: 2+2 in Tokyo",
        f"title_en: {'x' * 161}",
        MEETING + "title_en: Ensure this value has at most 160 characters (it has 161).",
    ),
    "word of no closed list": ("status: held", "status: hold", MEETING + "status: Value 'hold' is not a valid choice."),
    "key that is no slug": (
        "series: [two-plus-two]",
        "series: two-plus-two",
        NUMBER + "series: a natural key such as [key] is expected, found 'two-plus-two'.",
    ),
    "unknown field": (
        "confidence: high",
        "confidence: high\n    satus: held",
        MEETING + "satus: meeting has no such field – did you mean “status”?",
    ),
    "unknown model": (
        "model: timeline.number",
        "model: timeline.nummber",
        "record.yaml: line 17: model: “timeline.nummber” is no model of the record – did you mean “timeline.number”?",
    ),
    "model outside the record": (
        "model: timeline.number",
        "model: auth.user",
        "record.yaml: line 17: model: “auth.user” is no model of the record.",
    ),
    "field that stands twice": (
        "status: held",
        "status: held\n    status: planned",
        "record.yaml: line 11: “status” stands twice in one row.",
    ),
    "number from zero": ("    number: 2\n- model", "    number: 0\n- model", NUMBER + "Official numbers count from 1."),
    "statement without source": (
        "    sources: [[mid-2017-03-20]]\n",
        "",
        CLAIM + "sources: at least one is needed.",
    ),
    "statement without issue": ("    issues: [[missile-defence]]\n", "", CLAIM + "issues: at least one is needed."),
    "source listed twice": (
        "[[mofa-2017-03-20], [mid-2017-03-20]]",
        "[[mofa-2017-03-20], [mofa-2017-03-20]]",
        REPLY + "sources: “mofa-2017-03-20” is listed twice.",
    ),
    "both speaker and attribution": (
        "attributed_to: [mofa-japan]",
        "attributed_to: [mofa-japan]\n    speaker: [sergey-lavrov]",
        REPLY + "A statement has a speaker or is attributed to a body, not both.",
    ),
    "no voice": (
        "    speaker: [sergey-lavrov]\n",
        "",
        CLAIM + "A statement of one side or an observer names who said it.",
    ),
    "voice of the other side": (
        "side: RU\n    speaker",
        "side: JP\n    speaker",
        CLAIM + "is of JP, but its voice is of RU. Who speaks for Russia or Japan is a person or body of that country.",
    ),
    "reply to a later claim": (
        "kind: concern",
        "kind: concern\n    in_reply_to: [2017-03-20-two-plus-two, 2]",
        CLAIM
        + "answers #2, which is not earlier. A reply answers an earlier claim of another side, at the same meeting.",
    ),
    "phrase over eight words": (
        "kind: concern",
        "kind: concern\n    phrase: one two three four five six seven eight nine",
        CLAIM + "phrase: A quoted phrase has at most eight words.",
    ),
    "issue that the meeting lacks": (
        "issues: [[security], [missile-defence]]",
        "issues: [[security]]",
        CLAIM + "is on missile-defence, which its meeting does not list. "
        "The issues of a statement are issues of its meeting too, except “other”.",
    ),
    "one-sided place name": (
        "met for the second time.",
        "spoke about the Northern Territories.",
        MEETING + "summary_en names one side's name only, not South Kuril Islands / Northern Territories. "
        "Our own text calls a disputed place by both sides' names.",
    ),
}


@pytest.mark.parametrize(("before", "after", "fault"), ONE_CHANGE.values(), ids=ONE_CHANGE)
def test_each_fault_names_file_record_field_and_rule(vocabulary, faults, before, after, fault):
    assert before in TWO_PLUS_TWO

    assert fault in faults(TWO_PLUS_TWO.replace(before, after, 1))
    assert not Meeting.objects.exists()
    assert not LoadedRow.objects.exists()
    assert DataVersion.objects.current().number == 0


UNREADABLE = {
    "malformed YAML": ("- model: timeline.format\n\t- fields", "bad.yaml", "bad.yaml: line 2: is not YAML: "),
    "malformed JSON": ('[{"model": "timeline.format",}]', "bad.json", "bad.json: line 1: is not JSON: "),
    "wrong encoding": ("- title: Встреча".encode("cp1251"), "bad.yaml", "bad.yaml: line 1: is not UTF-8: "),
    "control character": (b"- a: \x07", "bad.yaml", "bad.yaml: is not YAML: unacceptable character"),
    "tag of a programming language": (
        "- !!python/object/apply:os.getcwd []",
        "bad.yaml",
        "bad.yaml: line 1: has a tag (tag:yaml.org,2002:python/object/apply:os.getcwd): write plain values.",
    ),
    "laughing aliases": (
        "- a: &a [ha, ha]\n  b: &b [*a, *a]\n  c: [*b, *b]",
        "bad.yaml",
        "bad.yaml: line 1: has an anchor or alias (& or *): write the value out where it belongs.",
    ),
    "lists in lists without end": ("- " + "[" * 200_000, "bad.yaml", "bad.yaml: line 1: lists stand in lists deeper"),
    "two documents": ("- a: 1\n---\n- a: 2", "bad.yaml", "bad.yaml: line 2: holds more than one document"),
    "no list": ("model: timeline.format", "bad.yaml", "bad.yaml: a list of rows is expected."),
    "nothing": ("", "bad.yaml", "bad.yaml: a list of rows is expected."),
    "no list in JSON": ("{}", "bad.json", "bad.json: a list of rows is expected."),
    "row without fields": ("- model: timeline.format", "bad.yaml", "bad.yaml: line 1: a row has a “model” and its"),
    "row that is a text": ("- summit", "bad.yaml", "bad.yaml: line 1: a row has a “model” and its “fields”."),
    "row with a primary key": (
        "- {model: timeline.format, pk: 1, fields: {}}",
        "bad.yaml",
        "bad.yaml: line 1: pk: a row has a “model” and its “fields” only; its natural key names the record.",
    ),
    "other file": ("key,name", "bad.csv", "bad.csv: fixtures are .yaml or .json files."),
}


@pytest.mark.parametrize(("text", "name", "fault"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_is_named_with_its_line(faults, text, name, fault):
    assert faults(text, name)[0].startswith(fault)


def test_a_missing_file_is_named(write):
    with pytest.raises(LoadError, match=r"^nowhere\.yaml: there is no such file\.$"):
        load(["nowhere.yaml"])


def test_a_directory_without_fixtures_is_named(tmp_path):
    with pytest.raises(LoadError, match=r"holds no \.yaml or \.json file"):
        load([tmp_path])


def test_all_faults_of_all_files_come_at_once(vocabulary, write):
    first = write(TWO_PLUS_TWO.replace("status: held", "status: hold").replace("side: RU", "side: USSR"), "first.yaml")
    second = write("- model: [", "second.yaml")

    with pytest.raises(LoadError) as refused:
        load([first, second])

    assert [fault.file for fault in refused.value.faults] == ["second.yaml", *["first.yaml"] * 3]
    assert [fault.field for fault in refused.value.faults] == ["", "status", "side", "side"]


def test_a_row_with_a_fault_is_not_called_unknown_by_those_that_name_it(vocabulary, faults):
    assert len(faults(TWO_PLUS_TWO.replace("confidence: high", "confidence: certain"))) == 1


def test_a_record_that_stands_twice_is_named_with_both_places(vocabulary, faults):
    again = TWO_PLUS_TWO[: TWO_PLUS_TWO.index("- model: timeline.number")]

    assert faults(TWO_PLUS_TWO + again) == [
        "record.yaml: line 51, meeting 2017-03-20-two-plus-two: stands twice: first in record.yaml, line 1."
    ]


def test_a_number_is_taken_once_within_the_files(vocabulary, faults):
    other = TWO_PLUS_TWO[: TWO_PLUS_TWO.index("- model: timeline.attendance")].replace(
        "2017-03-20-two", "2018-07-31-two"
    )

    found = faults(TWO_PLUS_TWO + other)

    assert (
        NUMBER
        + (
            "Another meeting already has this number in this count. "
            "It is official number 2018-07-31-two-plus-two two-plus-two."
        )
        in found
    )


def test_a_number_is_taken_once_with_the_database(vocabulary, write, faults):
    load([write(TWO_PLUS_TWO)])
    other = TWO_PLUS_TWO[: TWO_PLUS_TWO.index("- model: timeline.attendance")].replace(
        "2017-03-20-two", "2018-07-31-two"
    )

    assert any("It is official number 2017-03-20-two-plus-two two-plus-two." in fault for fault in faults(other))
    assert Meeting.objects.count() == 1


def test_a_change_that_breaks_a_rule_elsewhere_is_told_by_the_record_it_breaks(vocabulary, write, faults):
    load([write(TWO_PLUS_TWO)])
    meeting = TWO_PLUS_TWO[: TWO_PLUS_TWO.index("- model: timeline.number")]

    assert faults(meeting.replace("[[security], [missile-defence]]", "[[security]]")) == [
        f"statement 2017-03-20-two-plus-two {number}: is on missile-defence, which its meeting does not list. "
        "The issues of a statement are issues of its meeting too, except “other”."
        for number in (1, 2)
    ]
    assert Statement.objects.count() == 2


def test_json_rows_are_counted(vocabulary, faults):
    rows = [{"model": "timeline.place", "fields": {"key": "nowhere", "latitude": 135, "longitude": 0}}]

    assert "bad.json: row 1, place nowhere: latitude: Ensure this value is less than or equal to 90." in faults(
        json.dumps(rows), "bad.json"
    )
