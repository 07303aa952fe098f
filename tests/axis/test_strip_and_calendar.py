"""The strip of one record, and the calendar for narrow screens."""

from django.utils.translation import override

from timeline.axis import calendar, strip

from .test_geometry import a_mark, census

MEETINGS = [a_mark("2016-05-06"), a_mark("2017-03-20"), a_mark("2017-09-07", status="planned", rank=2)]


def test_a_strip_shows_the_chosen_as_marks_and_the_others_as_ticks():
    row = strip(MEETINGS, {"2017-03-20"})

    assert [one.key for one in row.drawn] == ["2017-03-20"]
    assert row.ticks.count("M") == 2
    assert [year.year for year in row.years] == [2016, 2017]


def test_the_meeting_that_is_read_is_ringed_and_larger():
    row = strip(MEETINGS, {"2016-05-06", "2017-03-20"}, here="2017-03-20")

    assert row.here.key == "2017-03-20"
    assert [one.key for one in row.drawn] == ["2016-05-06"]
    assert row.here.mark.shape != strip(MEETINGS, {"2017-03-20"}).drawn[0].mark.shape


def test_an_arc_leads_from_the_earlier_to_the_later_meeting():
    row = strip(MEETINGS, {"2016-05-06", "2017-03-20"}, arcs=[("2016-05-06", "2017-03-20")])
    left, right = row.drawn

    assert len(row.arcs) == 1
    assert row.arcs[0].startswith(f"M{left.x:.1f} ")
    assert f" {right.x:.1f} " in row.arcs[0]
    assert row.height > strip(MEETINGS, set()).height


def test_an_arc_to_a_meeting_that_is_not_public_is_not_drawn():
    assert strip(MEETINGS, set(), arcs=[("2016-05-06", "draft")]).arcs == []


def test_the_calendar_counts_months_and_marks_those_in_which_leaders_met():
    table = calendar(census(MEETINGS), 2017)
    opened = table.rows[1]

    assert [(row.year, row.is_open, row.count) for row in table.rows] == [(2016, False, 1), (2017, True, 2)]
    assert (opened.months[2].count, opened.months[2].leaders_met) == (1, True)
    assert (opened.months[8].count, opened.months[8].leaders_met) == (1, False)


def test_a_meeting_of_unknown_month_counts_for_the_year_alone():
    (row,) = calendar(census([a_mark("2014-09-01", "2014-11-30", precision="month")]), 2014).rows

    assert row.count == 1
    assert not any(month.count for month in row.months)


def test_fuller_months_are_darker():
    crowd = [a_mark("2016-05-02", key=str(n)) for n in range(6)]
    pair = [a_mark("2016-06-02", key=f"june {n}") for n in range(4)]
    (row,) = calendar(census([*crowd, *pair, a_mark("2016-07-01")]), None).rows

    assert [row.months[n].shade for n in (0, 4, 5, 6)] == ["", "most", "more", "some"]


def test_months_have_the_shortest_names_that_the_language_has():
    heads = {}
    for language in ("en", "ru", "ja"):
        with override(language):
            heads[language] = "".join(letter for letter, _word in calendar(census(MEETINGS), None).heads)

    assert heads == {"en": "JFMAMJJASOND", "ru": "ЯФМАМИИАСОНД", "ja": "123456789101112"}
