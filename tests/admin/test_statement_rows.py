"""Sixty statements on one screen: few queries, the markup of the admin, and ways to work without scripts."""

import re

import pytest
from django.db import connection
from django.test.html import parse_html
from django.test.utils import CaptureQueriesContext

from tests.admin.screens import add_address, change_address, faults, rows, typed
from tests.admin.test_meeting_entry import meeting, statement
from tests.factories import make_meeting, make_participant, make_source, make_statement
from timeline.admin import quick_rendering
from timeline.models import Meeting

pytestmark = pytest.mark.django_db

ROWS = 60


@pytest.fixture
def long_meeting(db):
    """A draft of sixty statements by ten people on five issues, as a long joint press conference has them."""
    saved = make_meeting(state="draft", participants=["sergey-lavrov"])
    for at in range(ROWS):
        make_statement(
            saved,
            speaker=make_participant(f"person-{at % 10}"),
            issues=[f"issue-{at % 5}", "china"],
            sources=[f"source-{at % 7}"],
            said_on="2017-03-20" if at % 2 else None,
            phrase='a "quoted" <phrase>' if at % 3 else "",
        )
    return saved


def test_sixty_statements_open_folded_with_few_queries_and_are_saved(boss, long_meeting):
    boss.get(change_address(long_meeting))
    with CaptureQueriesContext(connection) as opening:
        screen = boss.get(change_address(long_meeting))
    page = screen.content.decode()
    empty = {f"statements-{at}-empty-{field}": "" for at in range(ROWS) for field in range(10)}  # as browsers send them
    with CaptureQueriesContext(connection) as saving:
        answer = boss.post(change_address(long_meeting), typed(screen) | empty | {"statements-59-text_en": "The last."})

    assert len(opening) <= 25
    assert '<a href="#statements-41">42</a>' in page
    assert page.count('<details class="statement-body">') == ROWS
    assert page.count('<details class="statement-body" open>') == 1  # the row that new ones are made of
    assert answer.status_code == 302, faults(answer)
    assert len(saving) <= 75
    assert long_meeting.statements.get(number=60).text_en == "The last."


def test_sixty_statements_with_a_change_that_waits_open_with_few_queries(boss, long_meeting):
    Meeting.objects.update(state="published")
    change = {"venue": "Iikura", "statements-0-text_en": "Another claim."}
    boss.post(change_address(long_meeting), typed(boss.get(change_address(long_meeting))) | change)

    with CaptureQueriesContext(connection) as opening:
        screen = boss.get(change_address(long_meeting))

    assert [len(row.lines) for row in screen.context["panel"].differences] == [3, 1]  # two lists gain what claims have
    assert len(opening) <= 38


def test_sixty_statements_that_all_changed_are_saved_with_few_queries(boss, long_meeting):
    changed = {f"statements-{at}-text_en": f"Another claim {at}." for at in range(ROWS)}
    data = typed(boss.get(change_address(long_meeting))) | changed

    with CaptureQueriesContext(connection) as saving:
        boss.post(change_address(long_meeting), data)

    assert list(long_meeting.statements.order_by("number").values_list("text_en", flat=True)) == [*changed.values()]
    assert len(saving) <= 200


def test_a_row_of_another_meeting_is_not_changed_from_here(boss, long_meeting):
    other = make_statement(make_meeting("other", state="draft"))
    data = typed(boss.get(change_address(long_meeting)))

    boss.post(change_address(long_meeting), data | {"statements-0-id": other.pk, "statements-0-text_en": "X"})

    other.refresh_from_db()
    assert other.text_en != "X"


def test_rows_are_drawn_as_django_draws_them(boss, long_meeting, monkeypatch):
    quick = boss.get(change_address(long_meeting)).content.decode()
    monkeypatch.setattr(quick_rendering, "DRAWN", {})
    monkeypatch.setattr(quick_rendering, "CHOOSER", None)
    monkeypatch.setattr(quick_rendering.RowMould, "filled", lambda mould, form, index: drawn_by_django(form, index))

    slow = boss.get(change_address(long_meeting)).content.decode()

    for number in (0, 1, 59):
        assert parse_html(row_of(quick, number)) == parse_html(row_of(slow, number))


def drawn_by_django(form, index):
    from django.contrib import admin
    from django.contrib.admin.helpers import InlineAdminForm

    from timeline.admin.statement import StatementInline

    class Rows:
        fk = None
        prefix = "statements"

    inline = StatementInline(Meeting, admin.site)
    row = InlineAdminForm(Rows, form, inline.fieldsets, {}, form.instance, (), model_admin=inline)
    return quick_rendering.as_django_draws(row, index)


def row_of(page, number):
    """The fieldsets of one row."""
    start = page.index(f'id="statements-{number}"')
    fieldsets = re.search(r"<fieldset.*</fieldset>", page[start : page.index("</details>\n  <input", start)], re.DOTALL)
    return fieldsets[0].replace("\n", " ")


def test_rows_are_added_without_scripts_and_nothing_typed_goes(boss):
    data = meeting() | rows("statements", statement(text_en="Kept words."))

    shown = boss.post(add_address(Meeting), data | {"_more": "statements"})

    kept = typed(shown)
    assert (kept["statements-TOTAL_FORMS"], kept["statements-0-text_en"]) == ("4", "Kept words.")
    assert "There are more rows now. Nothing is saved yet." in shown.content.decode()
    assert boss.post(add_address(Meeting), kept).status_code == 302
    assert Meeting.objects.get().statements.count() == 1


def test_records_are_chosen_by_their_keys_without_scripts(boss):
    make_source("tass")
    make_source("mid")
    by_key = {"format": "", "format-by_key": "two-plus-two", "sources-by_key": "tass mid tass"}
    claim = statement() | {"speaker": "", "speaker-by_key": "sergey-lavrov", "sources": [], "sources-by_key": "mid"}

    refused = boss.post(
        add_address(Meeting), meeting(**by_key) | rows("statements", claim | {"speaker-by_key": "lawrow"})
    )
    answer = boss.post(add_address(Meeting), meeting(**by_key) | rows("statements", claim))

    assert '<input name="statements-0-speaker-by_key" value="lawrow">' in refused.content.decode()
    assert faults(refused) == {"statements-0-speaker": ["What was chosen is no longer there: choose again."]}
    assert answer.status_code == 302, faults(answer)
    saved = Meeting.objects.get()
    assert [source.key for source in saved.sources.all()] == ["mofa-2017-03-20", "tass", "mid"]
    assert saved.statements.get().speaker.key == "sergey-lavrov"
