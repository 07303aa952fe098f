"""``load_record`` and ``check_record`` as they are typed."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_meeting, make_source, make_statement
from tests.loading.conftest import TWO_PLUS_TWO
from timeline.models import Meeting, Statement

pytestmark = pytest.mark.django_db


def test_load_record_counts_what_came_of_each_row(vocabulary, write, capsys):
    call_command("load_record", write(TWO_PLUS_TWO))

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["created", "updated", "unchanged", "kept"]
    assert [line.split() for line in lines if line.startswith("statements")] == [["statements", "2", "0", "0", "0"]]


def test_load_record_lists_what_it_kept(vocabulary, write, capsys):
    call_command("load_record", write(TWO_PLUS_TWO))
    Statement.objects.filter(number=2).update(text_en="Rewritten by an editor.")

    call_command("load_record", write(TWO_PLUS_TWO))

    out = capsys.readouterr().out
    assert "Kept, changed by an editor: statement 2017-03-20-two-plus-two 2\n" in out
    assert "--overwrite loads the fixtures over these." in out


def test_load_record_overwrites_when_told(vocabulary, write):
    call_command("load_record", write(TWO_PLUS_TWO))
    Statement.objects.filter(number=2).update(text_en="Rewritten by an editor.")

    call_command("load_record", write(TWO_PLUS_TWO), "--overwrite")

    assert Statement.objects.get(number=2).text_en == "It threatens nobody."


def test_load_record_refuses_with_each_fault_and_exit_1(vocabulary, write, capsys):
    with pytest.raises(CommandError, match=r"^1 fault; nothing was loaded\.$") as refused:
        call_command("load_record", write(TWO_PLUS_TWO.replace("status: held", "status: hold")))

    assert refused.value.returncode == 1
    assert (
        "record.yaml: line 1, meeting 2017-03-20-two-plus-two: status: Value 'hold' is not" in capsys.readouterr().err
    )
    assert not Meeting.objects.exists()


def test_a_dry_run_says_that_it_was_one(vocabulary, write, capsys):
    call_command("load_record", write(TWO_PLUS_TWO), "--dry-run")

    assert capsys.readouterr().out.endswith("Dry run: the database is as it was.\n")
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(("terminal", "first_line"), [(True, "Reading the fixtures …"), (False, " " * 28)])
def test_progress_is_shown_on_a_terminal_only(vocabulary, write, terminal, first_line):
    out = StringIO()
    out.isatty = lambda: terminal

    call_command("load_record", write(TWO_PLUS_TWO), stdout=out)

    assert out.getvalue().startswith(first_line)


def test_check_record_groups_findings_by_rule_and_exits_1_on_errors(capsys):
    meeting = make_meeting(status="planned")
    make_statement(meeting, sources=[])
    make_statement(meeting, sources=[])
    make_source("tass-2017")

    with pytest.raises(SystemExit) as left:
        call_command("check_record")

    assert left.value.code == 1
    assert (
        "ERROR (2): Every statement names a source.\n"
        "  statement 2017-03-20-summit 1: names no source\n"
        "  statement 2017-03-20-summit 2: names no source\n"
        "\n"
        "WARNING (1): Every source supports a meeting, a statement or a link.\n"
        "  source tass-2017: is cited nowhere\n"
    ) in (out := capsys.readouterr().out)
    assert out.endswith("2 errors, 1 warning, 0 notes\n")


def test_check_record_without_errors_exits_0(capsys):
    make_meeting(status="planned")

    call_command("check_record")

    assert capsys.readouterr().out.endswith("0 errors, 0 warnings, 0 notes\n")


def test_check_record_writes_json_for_programs(capsys):
    make_statement(make_meeting(status="planned"), sources=[])

    with pytest.raises(SystemExit):
        call_command("check_record", "--json")

    report = json.loads(capsys.readouterr().out)
    assert report["totals"] == {"error": 1, "warning": 0, "note": 0}
    assert report["records"]["timeline.statement"] == 1
    assert report["findings"] == [
        {
            "rule": "statement_has_a_source",
            "severity": "error",
            "sentence": "Every statement names a source.",
            "model": "timeline.statement",
            "key": ["2017-03-20-summit", 1],
            "record": "statement 2017-03-20-summit 1",
            "words": "names no source",
        }
    ]
