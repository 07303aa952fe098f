"""Differences in words, as editors and readers get them."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from tests.factories import (
    make_attendance,
    make_issue,
    make_link,
    make_meeting,
    make_number,
    make_participant,
    make_place,
    make_series,
    make_source,
    make_statement,
    make_tenure,
)
from timeline.editing.document import document
from timeline.editing.marking import Mark, is_reordered, marked_list, marked_text
from timeline.editing.merge import merge
from timeline.editing.wording import Wording
from timeline.models import FormerKey, Meeting, Participant, Tenure

pytestmark = pytest.mark.django_db

SIGNS = {Mark.STAYED: "", Mark.REMOVED: "-", Mark.ADDED: "+"}


def told(pieces):
    """Pieces as text: ``[-went][+came]``."""
    texts = [(piece.mark, getattr(piece.content, "text", piece.content)) for piece in pieces]
    return "".join(f"[{SIGNS[mark]}{text}]" if mark else text for mark, text in texts)


def lines(rows):
    """Rows in words as tuples: what became of the row, what it is, then a line each."""
    return [
        (
            row.what,
            row.kind,
            row.name.text if row.name else "",
            *(f"{line.label}: {told(line.pieces)}" for line in row.lines),
        )
        for row in rows
    ]


def between(before, after, **how):
    return lines(Wording([before, after], **how).between(before, after))


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("Both ministers met in Tokyo.", "Both ministers met in Bonn.", "Both ministers met in [-Tokyo][+Bonn]."),
        ("They spoke of old things at length.", "They spoke of two new things.",
         "They spoke of [-old][+two new] things[- at length]."),
        ("両外相は東京で会談した。", "両外相は大阪で会談した。", "両外相は[-東京][+大阪]で会談した。"),
        ("One two three four five six seven", "One nine ten four five six seven",
         "One [-two three][+nine ten] four five six seven"),
        ("Nothing of this stays.", "A wholly other sentence", "[-Nothing of this stays.][+A wholly other sentence]"),
        ("word " * 1600, "word " * 1601, f"[-{'word ' * 1600}][+{'word ' * 1601}]"),
    ],
    ids=["word", "words", "characters", "stretch", "other", "too long"],
)  # fmt: skip
def test_words_that_went_and_came_are_marked(before, after, marked):
    assert told(marked_text(before, after)) == marked


def test_an_item_of_a_list_that_only_moved_neither_went_nor_came():
    assert told(marked_list(["a", "b", "c"], ["c", "a", "d"])) == "[-b][+d]"
    assert is_reordered(["a", "b", "c"], ["c", "a", "d"])
    assert not is_reordered(["a", "b", "c"], ["a", "d", "c"])


def test_another_order_is_told_as_a_whole():
    meeting = make_meeting(issues=["a", "b", "c"])
    before = document(meeting)
    meeting.issues.set([make_issue("c"), make_issue("a")])
    ((line,),) = [row.lines for row in Wording([before]).between(before, document(meeting))]

    assert (told(line.pieces), [name.text for name in line.order]) == ("[-Issue b]", ["Issue c", "Issue a"])


def test_every_kind_of_field_and_row_is_told_in_words():
    meeting = make_meeting(participants=["sergey-lavrov"], summary_ru="Стороны говорили о мире.")
    make_statement(meeting, said_on="2017-03-20")
    make_number(meeting, "leaders", 1)
    before = document(meeting)

    Meeting.objects.filter(pk=meeting.pk).update(
        place=make_place("bonn", name_en="Bonn"), status="planned", summary_ru="Стороны говорили о войне.",
        start="2017-03-01", end="2017-03-31", precision="month", duration_minutes=90,
    )  # fmt: skip
    meeting.sources.add(make_source("mofa", publisher="MOFA", title="外相会談", language="ja"))
    meeting.attendances.update(lead=False)
    meeting.statements.update(kind="concern", said_on=None, attributed_to=None)
    meeting.numbers.all().delete()
    make_attendance(meeting, make_participant("fumio-kishida", name_en="Fumio Kishida").key, side="JP", order=1)
    make_link(make_meeting("2016-12-15-summit", title_en="Nagato talks"), meeting, kind="agreed_at")
    after = document(meeting)

    assert between(before, after) == [
        (
            "changed", "Meeting", "",
            "First day: [-20 March 2017][+March 2017]",
            "Last day: [-20 March 2017][+March 2017]",
            "Date known to: [-day][+month]",
            "Status: [-held][+planned]",
            "Place: [-Tokyo][+Bonn]",
            "Length in minutes: [+90]",
            "Summary, in Russian: Стороны говорили о [-мире][+войне].",
            "Sources: [+MOFA: 外相会談]",
        ),
        ("changed", "Participant", "Sergey Lavrov", "Leads: [-yes][+no]"),
        ("added", "Participant", "Fumio Kishida", "Side: Japan",
         "Office that day, in English: Minister of Foreign Affairs", "Leads: yes", "Order: 1"),
        ("changed", "Statement 1", "", "Kind: [-position][+concern]", "Said on: [-20 March 2017]"),
        ("added", "Link from an earlier meeting", "Nagato talks", "Kind: this meeting was agreed there"),
        ("removed", "Official number", "leaders", "Number: 1"),
    ]  # fmt: skip
    with translation.override("ru"):
        assert ("Статус: [-состоялась][+запланирована]") in between(before, after)[0]


def test_names_are_those_of_the_page_and_a_record_that_is_no_more_goes_by_its_key():
    meeting = make_meeting(issues=["peace-treaty"])
    before = document(meeting)
    meeting.issues.set([make_issue("visas"), make_issue("spent"), make_issue("led")])
    after = document(meeting)
    make_issue("visas").delete()
    meeting.issues.set([make_issue("peace-treaty")])
    for key in ("visas", "spent", "led"):
        type(make_issue(key)).objects.filter(key=key).delete()
    make_issue("visas", name_ja="査証")
    make_issue("newest", name_ja="新")
    FormerKey.objects.create(noun="issues", key="led", kind="renamed", successor="newest")

    with translation.override("ja"):
        (told_in_japanese,) = Wording([before, after]).between(before, after)[0].lines

    assert told(told_in_japanese.pieces) == "[-Issue peace-treaty (ja)][+査証][+議題 spent][+新]"


def test_readers_are_not_told_of_what_they_cannot_see():
    meeting, draft = make_meeting(), make_meeting("2016-12-15-draft", state="draft", title_en="Secret talks")
    before = document(meeting)
    make_link(draft, meeting).sources.set([make_source("hidden", title="Secret source")])
    draft.sources.set([make_source("hidden")])
    meeting.sources.set([make_source("hidden")])
    after = document(meeting)
    meeting.sources.clear()

    assert between(before, after, public=True) == [
        ("changed", "Meeting", "", "Sources: [-Publisher: Title of mid-2017-03-20][+not public now]")
    ]
    assert "Secret talks" in str(between(before, after))


def test_terms_are_told_by_the_office_or_by_the_person_whose_history_it_is():
    make_tenure(term=2)
    person = Participant.objects.get()
    office = Tenure.objects.get().office
    before, before_office = document(person), document(office)
    Tenure.objects.update(start="2004-03-01", start_precision="month")

    assert between(before, document(person)) == [
        (
            "changed",
            "Tenure",
            "Office ru-minister-of-foreign-affairs (2)",
            "From: [+March 2004]",
            "Known to: [-day][+month]",
        )
    ]
    assert between(before_office, document(office))[0][2] == "Sergey Lavrov (2)"


def test_conflicts_tell_what_is_live_and_what_was_meant():
    meeting = make_meeting()
    base = document(meeting)
    mine, theirs = ([{**base[0], "fields": base[0]["fields"] | {"venue": venue}}] for venue in ("Kremlin", "Iikura"))

    rows = Wording([mine, theirs]).conflicts(merge(base, mine, theirs)[1], mine, theirs)

    assert lines(rows) == [("changed", "Meeting", "", "Venue: [-Iikura][+Kremlin]")]


def test_marks_are_words_too_and_texts_say_their_language():
    meeting = make_meeting(summary_ru="Стороны говорили о мире.")
    before = document(meeting)
    Meeting.objects.update(summary_ru="Стороны говорили о <войне>.")
    rows = Wording([before]).between(before, document(meeting))

    html = render_to_string("components/differences.html", {"rows": rows})

    assert (
        '<dd lang="ru">Стороны говорили о <del><span class="vh" lang="en">removed: </span>мире</del>'
        '<ins><span class="vh" lang="en">added: </span>&lt;войне&gt;</ins>.</dd>'
    ) in html


def test_many_differences_are_worded_with_as_many_queries_as_one(django_assert_num_queries):
    documents = []
    for at in range(3):
        meeting = make_meeting(f"2017-01-0{at + 1}-summit", issues=[f"issue-{at}"], sources=[f"source-{at}"])
        make_number(meeting, make_series(f"series-{at}").key, 1)
        documents.append(document(meeting))

    wording = Wording(documents)
    with django_assert_num_queries(3):  # issues, sources, series: one each; places and formats are alike
        for other in documents[1:]:
            wording.between(documents[0], other)
