"""Where the axis puts a meeting, and what it draws there."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from tests.factories import make_meeting
from timeline.axis import Census, MeetingMark, mark
from timeline.axis import axis as axis_of
from timeline.axis.census import Group
from timeline.axis.scale import years_of
from timeline.models import Meeting

SUMMIT = SimpleNamespace(key="summit", rank=1, name="Summit", short_name="Summit")
DEPUTIES = SimpleNamespace(key="deputies", rank=4, name="Deputies", short_name="Deputies")
OTHER = SimpleNamespace(key="other", rank=4, name="Other", short_name="Other")


def a_mark(start, end=None, key=None, **fields):
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    known = {"title": "Talks", "precision": "day", "status": "held", "format_key": "summit", "rank": 1}
    return MeetingMark(key=key or start, start=first, end=last, **known | fields)


def census(meetings, chosen_keys=None):
    """The census of marks, counted one by one."""
    chosen = None if chosen_keys is None else [_group(one) for one in meetings if one.key in chosen_keys]
    return Census([_group(one) for one in meetings], chosen, years_of(meetings))


def _group(one):
    until = None if one.precision == "day" else one.end
    return Group(one.format_key, one.rank, one.start.replace(day=1), until, 1, one.status == "held", None)


def axis(meetings, formats, year, chosen_keys=None):
    """The axis of a small record."""
    return axis_of(census(meetings, chosen_keys), meetings, formats, year, chosen_keys)


def drawn(meetings, year, **how):
    """The axis of summits with that year open, and the one mark in it."""
    (cell,) = axis(meetings, [SUMMIT], year, **how).open.cells
    return cell.one


def test_a_held_meeting_stands_on_its_day():
    opened = axis([a_mark("2017-03-16")], [SUMMIT], 2017).open
    month = opened.width / 12

    assert opened.cells[0].one.x == pytest.approx(opened.x + month * (2 + 0.5), abs=0.1)  # the middle of March
    assert opened.cells[0].one.bracket == ""


def test_a_date_known_to_the_month_stands_in_its_middle_over_a_bracket():
    one = drawn([a_mark("2017-12-01", "2017-12-31", precision="month"), a_mark("2016-01-01", format_key="none")], 2017)
    day = drawn([a_mark("2017-12-16"), a_mark("2016-01-01", format_key="none")], 2017)

    assert one.x == day.x
    assert one.bracket.startswith("M")


def test_a_period_of_three_months_is_bracketed_from_its_first_day_to_its_last():
    elsewhere = a_mark("2013-01-01", format_key="none")
    one = drawn([a_mark("2014-09-01", "2014-11-30", precision="month"), elsewhere], 2014)
    first, last = (drawn([a_mark(day), elsewhere], 2014) for day in ("2014-09-01", "2014-11-30"))
    middle = drawn([a_mark("2014-10-16"), elsewhere], 2014)

    assert one.x == middle.x
    assert one.bracket.startswith(f"M{first.x:.1f} ")
    assert f"H{last.x:.1f}" in one.bracket


def test_a_meeting_whose_month_is_not_known_counts_for_its_year_but_not_for_a_month():
    period = a_mark("2014-09-01", "2014-11-30", precision="month")
    (year,) = axis([period], [SUMMIT], 2014).years

    assert (year.count, year.bars) == (1, [])


def test_two_meetings_of_a_format_in_a_month_of_the_open_year_become_a_pill():
    cell = axis([a_mark("2017-03-02"), a_mark("2017-03-28")], [SUMMIT], 2017).open.cells[0]

    assert cell.one is None
    assert (cell.count, cell.month, cell.words) == (2, "2017-03", "March 2017")


def test_a_folded_year_draws_every_meeting_for_itself():
    meetings = [a_mark("2016-03-28"), a_mark("2016-03-02"), a_mark("2017-01-01")]
    folded = axis(meetings, [SUMMIT], 2017).years[0]

    assert [one.key for one in folded.drawn] == ["2016-03-02", "2016-03-28"]
    assert folded.cells == []


def test_the_years_are_those_that_the_record_holds():
    meetings = [a_mark("2009-05-12"), a_mark("2012-12-28", "2013-01-03")]

    assert [year.year for year in axis(meetings, [SUMMIT], 2012).years] == [2009, 2010, 2011, 2012, 2013]


@pytest.mark.parametrize("open_year", [None, 1999])
def test_without_an_open_year_all_are_equally_wide(open_year):
    drawing = axis([a_mark("2016-03-28"), a_mark("2017-01-01")], [SUMMIT], open_year)

    assert drawing.open is None
    assert len({year.width for year in drawing.years}) == 1


def test_an_empty_record_has_no_years():
    assert axis([], [SUMMIT], None).years == []


@pytest.mark.parametrize("last", [2013, 2016, 2019, 2060])
def test_every_folded_year_is_wide_enough_to_be_hit(last):
    drawing = axis([a_mark("2013-01-01"), a_mark(f"{last}-12-31")], [SUMMIT], 2013)

    assert all(year.width >= 24 for year in drawing.years)
    assert drawing.years[-1].end <= drawing.right
    assert drawing.open.width / 12 >= 24


def test_marks_outside_the_filter_are_off():
    meetings = [a_mark("2017-03-02", key="in"), a_mark("2016-05-02", key="out")]
    folded, opened = axis(meetings, [SUMMIT], 2017, {"in"}).years

    assert [one.off for one in folded.drawn] == [True]
    assert [cell.off for cell in opened.cells] == [False]
    assert (folded.chosen, opened.chosen) == (0, 1)


def test_a_pill_is_off_only_if_all_its_meetings_are():
    meetings = [a_mark("2017-03-02", key="in"), a_mark("2017-03-09", key="out")]

    assert [axis(meetings, [SUMMIT], 2017, keys).open.cells[0].off for keys in ({"in"}, set())] == [False, True]


def test_lanes_follow_the_formats_with_a_gap_where_the_level_changes():
    lanes = axis([a_mark("2017-03-02")], [SUMMIT, DEPUTIES, OTHER], 2017).lanes

    assert [(lane.format.key, lane.count) for lane in lanes] == [("summit", 1), ("deputies", 0), ("other", 0)]
    assert lanes[1].y - lanes[0].y > lanes[2].y - lanes[1].y


def test_a_month_says_its_number_in_the_open_year_and_from_four_on():
    crowd = [a_mark("2016-05-02", key=str(n)) for n in range(4)]
    folded, opened = axis([*crowd, a_mark("2016-07-01"), a_mark("2017-03-02")], [SUMMIT], 2017).years

    assert [bar.label for bar in folded.bars] == ["4", ""]
    assert [bar.label for bar in opened.bars] == ["1"]


def test_the_fullest_month_stays_within_the_room_for_bars():
    crowd = [a_mark("2016-05-02", key=str(n)) for n in range(500)]
    (bar,) = axis(crowd, [SUMMIT], 2016).years[0].bars

    assert bar.height <= 36


@pytest.mark.parametrize(
    ("status", "hollow", "arrow"),
    [("held", False, False), ("planned", True, False), ("postponed", True, True), ("cancelled", True, False)],
)
def test_status_is_the_fill_and_an_arrow(status, hollow, arrow):
    one = mark(2, status, 8, 8)

    assert (one.hollow, bool(one.arrow)) == (hollow, arrow)


def test_each_level_and_a_cancelled_meeting_have_a_shape_of_their_own():
    shapes = {mark(rank, "held", 8, 8).shape for rank in range(1, 6)} | {mark(2, "cancelled", 8, 8).shape}

    assert len(shapes) == 6


def test_a_mark_says_date_title_and_status_in_full():
    with override("en"):
        assert a_mark("2017-03-20").name == "20 March 2017: Talks"
        period = a_mark("2014-09-01", "2014-11-30", precision="month", status="postponed")
        assert period.name == "September–November 2014: Talks (postponed)"


@pytest.mark.django_db
def test_marks_are_loaded_with_one_query_in_the_language_of_the_page(django_assert_num_queries):
    make_meeting("2017-03-20-summit", title_en="Talks", title_ru="Переговоры")
    make_meeting("2016-03-20-summit", start="2016-03-20", title_en="Only English", title_ru="")

    with override("ru"), django_assert_num_queries(1):
        marks = MeetingMark.load(Meeting.objects.all())

    assert [(one.title, one.format_key, one.rank) for one in marks] == [
        ("Only English", "summit", 1),
        ("Переговоры", "summit", 1),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "ru", "ja"])
def test_a_title_that_says_the_status_is_not_told_it_twice(language):
    titles = {"title_en": "Talks (postponed)", "title_ru": "Переговоры (перенесены)", "title_ja": "会談（延期）"}
    make_meeting("said", status="postponed", **titles)
    make_meeting("unsaid", status="postponed", start="2019-01-01", title_en="Talks", title_ru="Беседы", title_ja="会談")
    with override(language):
        said, unsaid = MeetingMark.load(Meeting.objects.all())
        assert said.name.endswith(titles[f"title_{language}"])
        assert str(Meeting.Status.POSTPONED.label) in unsaid.name
