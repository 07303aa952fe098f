"""The board “To fix”: what is wrong, in plain words, and where it is mended."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from tests.admin.screens import change_address
from tests.factories import (
    make_attendance,
    make_meeting,
    make_number,
    make_office,
    make_source,
    make_statement,
    make_tenure,
)
from timeline.admin import board
from timeline.board import GROUPS, findings
from timeline.editing import versions
from timeline.models import LinkState, Proposal, Remark, Tenure

pytestmark = pytest.mark.django_db

BOTH = ["mid", "mofa"]


def sound_meeting(key="2017-03-20-summit", **fields):
    """A meeting with nothing to fix, unless ``fields`` say otherwise."""
    make_source("mid")
    make_source("mofa", side="JP", language="ja")
    texts = {"summary_ru": "Итоги.", "summary_ja": "概要。"}
    return make_meeting(key, **{"sources": BOTH, **texts, **fields})


def told(slug):
    """What the board says in a group: the name, the words and the address of each line."""
    (group,) = [group for group in GROUPS if group.slug == slug]
    return [(line.name, group.words(line), group.where(line)) for line in findings()[slug]]


def seat_in(meeting, office="ru-minister-of-foreign-affairs", **term):
    """Lavrov at that meeting as the holder of an office, with a term in it if its dates are given."""
    make_office(office, title_en="Minister of Foreign Affairs of the Russian Federation")
    translated = {"capacity_ru": "Министр", "capacity_ja": "外相"}
    seat = make_attendance(meeting, capacity_en="Minister of Foreign Affairs", **translated)
    if term:
        make_tenure(office, **term)
    return seat


def test_a_sound_record_has_nothing_to_fix():
    meeting = sound_meeting()
    seat_in(meeting, start="2004-03-09")
    make_statement(meeting, sources=["mid"], text_ru="Тезис.", text_ja="主張。")
    make_number(meeting, number=4)

    assert set(map(len, findings().values())) == {0}


def test_what_names_no_source_leads_to_where_one_is_named():
    meeting = sound_meeting(sources=[], state="draft")
    statement = make_statement(meeting, sources=[], text_ru="Тезис.", text_ja="主張。")

    assert told("no-source") == [
        ("Talks 2017-03-20-summit", "The meeting names no source.", f"{change_address(meeting)}#id_sources"),
        ("Talks 2017-03-20-summit", "Statement #1 names no source.", change_address(statement)),
    ]
    assert [line.unpublished for line in findings()["no-source"]] == [True, True]


def test_a_meeting_with_one_source_is_told():
    sound_meeting(sources=["mid"])

    assert [words for _name, words, _where in told("single-source")] == ["The meeting rests on one source alone."]


@pytest.mark.parametrize(
    ("sources", "status", "words"),
    [
        (["mid"], "held", ["An official Japanese read-out was not found."]),
        (["mofa"], "held", ["An official Russian read-out was not found."]),
        ([], "held", ["An official read-out of either side was not found."]),
        ([], "planned", []),
    ],
)
def test_a_read_out_that_is_missing_is_not_found(sources, status, words):
    sound_meeting(sources=sources, status=status)

    assert [said for _name, said, _where in told("readout-not-found")] == words


def test_a_missing_translation_names_fields_and_languages():
    meeting = sound_meeting(summary_ja="", title_ru="", occasion_en="A forum")
    statement = make_statement(meeting, sources=["mid"], text_ja="主張。")
    seat = seat_in(meeting, start="2004-03-09")
    type(seat).objects.update(capacity_ja="")

    assert told("missing-translation") == [
        (
            "Talks 2017-03-20-summit",
            "Lacks: title (Russian); summary (Japanese); occasion (Russian, Japanese).",
            f"{change_address(meeting)}#id_title_ru",
        ),
        ("Talks 2017-03-20-summit", "Statement #1 lacks: text (Russian).", change_address(statement)),
        ("Talks 2017-03-20-summit", "Sergey Lavrov: lacks office that day (Japanese).", change_address(seat)),
    ]


def test_a_hole_in_a_count_leads_to_the_meetings_between_its_neighbours():
    for number, year in ((1, "2013"), (4, "2015"), (5, "2016"), (7, "2018")):
        make_number(sound_meeting(f"{year}-summit", start=f"{year}-05-01"), number=number)
    between = "/admin/timeline/meeting/?end__gte={}&start__lte={}"

    assert told("hole-in-a-count") == [
        (
            "two-plus-two",
            "Nos. 2–3 are missing. The meetings beside them: 1 May 2013; 1 May 2015.",
            between.format("2013-05-01", "2015-05-01"),
        ),
        (
            "two-plus-two",
            "No. 6 is missing. The meetings beside it: 1 May 2016; 1 May 2018.",
            between.format("2016-05-01", "2018-05-01"),
        ),
    ]


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ({}, "Sergey Lavrov sat as “Minister of Foreign Affairs” (20 March 2017); no tenure is on record at all."),
        (
            {"start": "2018-01-01"},
            "Sergey Lavrov sat as “Minister of Foreign Affairs”; no tenure of that office on record covers "
            "20 March 2017.",
        ),
    ],
)
def test_a_seat_without_an_office_that_day_leads_to_the_tenures_of_the_person(term, words):
    seat = seat_in(sound_meeting(), **term)

    assert told("no-office") == [
        ("Talks 2017-03-20-summit", words, f"{change_address(seat.participant)}#tenures-group")
    ]
    Tenure.objects.all().delete()
    make_tenure(start="2004-03-09")
    assert told("no-office") == []


def test_a_dead_link_is_told_as_long_as_no_copy_is_known():
    source = make_source("mid")
    LinkState.objects.create(
        source=source, url=source.url, state="dead", checked_at=datetime(2026, 11, 20, tzinfo=UTC), detail="404"
    )

    assert told("dead-link") == [
        (
            "Title of mid",
            "Recorded dead on 20 November 2026 (answer 404); no archived copy is known.",
            f"{change_address(source)}#id_archived_url",
        )
    ]
    type(source).objects.update(archived_url="https://archive.example/mid")
    assert told("dead-link") == []


def test_what_is_in_review_for_long_is_told_the_longest_first(settings):
    settings.REVIEW_DAYS = 14
    now = timezone.now()
    for days in (3, 15):
        meeting = sound_meeting(
            f"2017-03-{days:02}-summit", state="review", content_updated_at=now - timedelta(days=90)
        )
        Remark.objects.create(meeting=meeting, deed="submitted", at=now - timedelta(days=days))
    unsent = sound_meeting("2017-03-30-summit", state="review", content_updated_at=now - timedelta(days=20))
    public = sound_meeting("2017-03-31-summit")
    kept = versions.begin(public)
    Proposal.objects.create(meeting=public, state="review", base=kept, revision=kept, since=now - timedelta(days=40))

    assert [(name, words.partition(": ")[2]) for name, words, _where in told("waiting")] == [
        (public.title, "for 40 days."),
        (unsent.title, "for 20 days."),
        ("Talks 2017-03-15-summit", "for 15 days."),
    ]


def test_withdrawn_meetings_are_left_alone():
    sound_meeting(sources=[], state="withdrawn", summary_ru="")

    assert set(map(len, findings().values())) == {0}


@pytest.mark.parametrize("who", ["boss", "editor"])
def test_the_index_asks_few_queries_however_much_there_is_to_fix(request, who):
    client = request.getfixturevalue(who)
    for at in range(1, 20):
        meeting = make_meeting(f"2017-03-{at:02}-summit", participants=[f"person-{at}"], start=f"2017-03-{at:02}")
        make_statement(meeting)
        make_number(meeting, number=at * 2)
    client.get("/admin/")
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/admin/")

    assert {group["slug"] for group in page.context["board"]["groups"]} >= {"single-source", "hole-in-a-count"}
    assert all(len(group["lines"]) <= 3 for group in page.context["board"]["groups"])
    assert len(queries) <= 15


def test_what_was_found_is_kept_until_something_is_changed(boss, settings):
    settings.KEEP_ANSWERS_SECONDS = 600
    cache.clear()
    meeting = sound_meeting(sources=["mid"], state="draft")
    assert len(findings()["single-source"]) == 1
    with CaptureQueriesContext(connection) as queries:
        findings()
    assert len(queries) <= 2

    meeting.sources.set([])
    assert len(findings()["single-source"]) == 1
    versions.keep(meeting, None, versions.Deed.SAVED)
    assert len(findings()["single-source"]) == 0
    cache.clear()


def test_a_group_has_pages_of_its_own(boss, monkeypatch):
    monkeypatch.setattr(board, "ON_A_PAGE", 2)
    for at in range(3):
        sound_meeting(f"2017-03-20-summit-{at:02}", sources=["mid"])
    first, second = (boss.get(f"/admin/to-fix/single-source/?p={page}").content.decode() for page in (1, 2))

    assert first.count("rests on one source") == 2
    assert second.count("rests on one source") == 1
    assert "1–2 of 3" in first
    assert 'href="?p=2"' in first
    assert "Look for the other side’s account" in second
    assert boss.get("/admin/to-fix/nothing/").status_code == 404


def test_an_editor_is_shown_only_what_they_may_view(client):
    user = User.objects.create_user("librarian", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_source"))
    client.force_login(user)
    shown = client.get("/admin/").context["board"]

    assert [str(title) for title in shown["clear"]] == ["Link recorded dead"]
    assert client.get("/admin/to-fix/dead-link/").status_code == 200
    assert client.get("/admin/to-fix/no-source/").status_code == 403


def test_a_partial_date_stays_partial():
    meeting = sound_meeting("2017-03-summit", start="2017-03-01", end="2017-03-31", precision="month")
    seat_in(meeting, start="2018-01-01")
    (line,) = findings()["no-office"]

    assert (line.when, line.edtf) == ("March 2017", "2017-03")
    assert told("no-office")[0][1].endswith("no tenure of that office on record covers March 2017.")


def test_names_and_words_are_in_the_language_of_the_editor():
    sound_meeting(sources=["mid"], title_ru="Переговоры")
    with translation.override("ru"):
        ((name, words, _where),) = told("single-source")

    assert name == "Переговоры"
    assert words != "The meeting rests on one source alone."
