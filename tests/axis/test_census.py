"""What the axis knows of a record that is too large to be drawn meeting by meeting."""

import pytest

from tests.factories import make_format, make_meeting
from timeline import bitmaps
from timeline.axis import Census, MeetingMark, axis
from timeline.axis import census as module
from timeline.models import Format, Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def crowd(monkeypatch):
    """Seven meetings, which are more than are drawn singly here."""
    monkeypatch.setattr(module, "SINGLY", 6)
    make_format("summit", rank=1)
    make_format("deputies", rank=4)
    for day in (1, 2, 3):
        make_meeting(f"2016-05-0{day}-deputies", start=f"2016-05-0{day}", format="deputies", issues=["energy"])
    make_meeting("2016-09-02-summit", start="2016-09-02")
    for day in (20, 28):
        make_meeting(f"2017-03-{day}-deputies", start=f"2017-03-{day}", format="deputies")
    make_meeting("2017-12-summit", start="2017-12-01", end="2017-12-31", precision="month", status="planned")


def taken(chosen=None):
    among = None if chosen is None else bitmaps.bitmap_of(chosen)
    return Census.take(bitmaps.facets(bitmaps.OF_THE_AXIS), Format.objects.all(), among)


def drawn(chosen=None):
    record = Meeting.objects.published()
    census = taken(chosen)
    marks = MeetingMark.load(census.drawn_singly(record, 2017))
    keys = None if chosen is None else {meeting.key for meeting in chosen}
    return marks, axis(census, marks, Format.objects.all(), 2017, keys)


def test_only_meetings_alone_in_their_month_of_the_open_year_are_read(crowd):
    marks, _drawing = drawn()

    assert [mark.key for mark in marks] == ["2017-12-summit"]


def test_the_open_year_has_a_pill_where_a_month_is_crowded_and_a_mark_where_not(crowd):
    opened = drawn()[1].open

    assert [(cell.month, cell.count, cell.one and cell.one.key) for cell in opened.cells] == [
        ("2017-12", 1, "2017-12-summit"),
        ("2017-03", 2, None),
    ]


def test_folded_years_have_a_stroke_for_each_month_as_high_as_it_is_full(crowd):
    folded = drawn()[1].years[0]

    assert folded.drawn == []
    assert [(lane.rank, lane.path.count("v-"), lane.off) for lane in folded.strokes] == [(4, 1, False), (1, 1, False)]
    assert folded.strokes[0].path.endswith("v-18")
    assert folded.strokes[1].path.endswith("v-6")


def test_months_without_a_chosen_meeting_are_faint(crowd):
    _marks, drawing = drawn(Meeting.objects.published().about(["energy"]))

    assert [(lane.rank, lane.off) for lane in drawing.years[0].strokes] == [(4, False), (1, True)]
    assert [cell.off for cell in drawing.open.cells] == [True, True]
    assert [(year.count, year.chosen) for year in drawing.years] == [(4, 3), (3, 0)]


def test_the_counts_are_those_of_the_record_whatever_the_precision(crowd):
    census = taken()

    assert census.count == 7
    assert list(census.years) == [2016, 2017]
    assert dict(census.by_format) == {"deputies": 5, "summit": 2}
    assert dict(census.by_month) == {(2016, 5): 3, (2016, 9): 1, (2017, 3): 2, (2017, 12): 1}
    assert census.leaders_met == {(2016, 9)}
