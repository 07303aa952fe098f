"""A date is read as people write it in three languages; what could mean two things is refused with both."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import date_words, edtf, end_of_month
from timeline.reading_dates import UnreadableDate, read_day, read_period, read_when, understood, when_text

READ = {
    "2017-03-20": [
        "2017-03-20",
        "20170320",
        "2017/3/20",
        "2017.03.20",
        "20.03.2017",
        "20.3.2017",
        "20. 3. 2017",
        "20/03/2017",
        "03/20/2017",
        "20-03-2017",
        "20 March 2017",
        "20 MARCH 2017",
        "20th of March, 2017",
        "March 20, 2017",
        "Mar. 20 2017",
        "2017 March 20",
        "Monday, 20 March 2017",
        "Mon 20 Mar 2017",
        "20 марта 2017",
        "20 марта 2017 г.",
        "20 марта 2017 года",
        "понедельник, 20 марта 2017",
        "20 марта 2017 (пн)",
        "2017年3月20日",
        "２０１７年３月２０日",
        "2017年 3月 20日（月）",
        "2017年3月20日月曜日",
        "平成29年3月20日",
        "平成二十九年三月二十日",
        "㍻29年3月20日",
        "平成29.3.20",
        "平成29. 3. 20",
        "平成29/3/20",
        "H29.3.20",
        "H.29.3.20",
        "Ｈ２９．３．２０",
        "h29/3/20",
        "H29-3-20",
        "H29年3月20日",
        "二〇一七年三月二十日",
    ],
    "2014-10": [
        *(
            "Oct 2014",
            "October 2014",
            "October, 2014",
            "2014 Oct",
            "2014-10",
            "2014/10",
            "10/2014",
            "10.2014",
            "2014.10",
        ),
        *("октябрь 2014", "октября 2014 г.", "окт. 2014", "2014年10月", "平成26年10月", "平成二十六年十月", "H26.10"),
    ],
    "2013": ["2013", "2013 г.", "2013 год", "в 2013 году", "2013年", "平成25年", "２０１３"],
    "2016-12-15/2016-12-16": [
        "15–16 December 2016",
        "15-16 December 2016",
        "15 and 16 December 2016",
        "from 15 to 16 December 2016",
        "15/16 December 2016",
        "December 15–16, 2016",
        "15 December – 16 December 2016",
        "15 December 2016 - 16 December 2016",
        "Thu 15 – Fri 16 December 2016",
        "2016-12-15/2016-12-16",
        "2016-12-15/16",
        "2016-12-15 - 2016-12-16",
        "2016-12-15..2016-12-16",
        "15.–16.12.2016",
        "H28.12.15–16",
        "15.-16.12.2016",
        "15–16.12.2016",
        "15.12.–16.12.2016",
        "15.12.2016–16.12.2016",
        "15–16 декабря 2016 г.",
        "с 15 по 16 декабря 2016 года",
        "2016年12月15日～16日",
        "2016年12月15～16日",
        "2016年12月15日から12月16日まで",
        "平成28年12月15日～16日",
    ],
    "2017-02-28/2017-03-01": ["28 February – 1 March 2017", "28.02.–01.03.2017", "2017年2月28日～3月1日"],
    "2016-12-30/2017-01-02": ["30 December 2016 – 2 January 2017", "30.12.2016–02.01.2017", "2016-12-30/2017-01-02"],
    "2014-09/2014-11": [
        *("September–November 2014", "Sep-Nov 2014", "2014-09/2014-11", "сентябрь–ноябрь 2014 г."),
        *("2014年9月～11月", "9/2014 – 11/2014"),
    ],
    "2013/2014": ["2013–2014", "2013-2014", "2013/2014", "2013–2014 гг.", "2013年～2014年"],
    "2017-03-03": ["03/03/2017"],
    "2017-04-03": ["03.04.2017"],  # dots stand between day, month and year in this order alone
    "2019-04-30": ["平成31年4月30日"],
    "2019-01/2019-04": ["平成31年"],
    "2019-05/2019-12": ["令和元年"],
    "2019-05": ["令和元年5月", "令和1年5月"],
    "1989-01": ["昭和64年1月", "平成元年1月"],
}


@pytest.mark.parametrize(("meant", "text"), [(meant, text) for meant, texts in READ.items() for text in texts])
def test_a_date_is_read_as_people_write_it(meant, text):
    assert when_text(read_when(f" {text} ")) == meant


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("03/04/2017", ["2017-03-04", "2017-04-03"]),
        ("3-4-2017", ["2017-03-04", "2017-04-03"]),
        ("10-11/12/2016", ["2016-11-10/2016-11-12", "2016-12-10/2016-12-11"]),
    ],
)
def test_what_may_mean_two_days_is_refused_with_both(text, readings):
    with pytest.raises(UnreadableDate) as refused:
        read_when(text)

    assert [when_text(when) for when in refused.value.readings] == readings
    assert all(reading in str(refused.value) for reading in readings)


def test_the_refusal_names_both_readings_in_words():
    with pytest.raises(UnreadableDate, match="4 March 2017 / 3 April 2017"):
        read_when("03/04/2017")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("31 April 2017", "no such day in the calendar"),
        ("2017-02-29", "no such day in the calendar"),
        ("2013-14", "no such day in the calendar"),
        ("2017/20/03", "no such day in the calendar"),
        ("20 March", "year with four digits"),
        ("20.03.17", "year with four digits"),
        ("03/04/05", "year with four digits"),
        ("20", "year with four digits"),
        ("15–16 2016", "Write the month, too"),
        ("16–15 December 2016", "ends before it starts"),
        ("30 December – 2 January 2017", "ends before it starts"),
        ("2014-10/2014-10-25", "known alike"),
        ("Tuesday, 20 March 2017", "day of the week does not go with 20 March 2017"),
        ("Mon 20 – Wed 21 March 2017", "day of the week"),
        ("平成31年5月1日", "era 平成"),
        ("平成31年6月", "era 平成"),
        ("平成元年", "era 平成"),
        ("", "No date is understood"),
        ("spring 2017", "No date is understood"),
        ("about 2016", "No date is understood"),
        ("2016~", "No date is understood"),
        ("2017-03-20 15:00", "No date is understood"),
        ("1–2–3 March 2017", "No date is understood"),
        ("0217-03-20", "No date is understood"),
        ("20 March 2017" + " " * 80, "No date is understood"),
    ],
)
def test_what_is_no_date_is_refused_in_plain_words(text, told):
    with pytest.raises(UnreadableDate, match=told):
        read_when(text)


def test_one_day_or_one_period_is_wanted_where_the_record_holds_no_more():
    assert read_day("平成29年3月20日") == date(2017, 3, 20)
    assert when_text(read_period("март 2017")) == "2017-03"
    for text in ("March 2017", "2017", "15–16 December 2016"):
        with pytest.raises(UnreadableDate, match="One whole date is wanted"):
            read_day(text)
    for text in ("15–16 December 2016", "Sep–Nov 2014", "2013–2014"):
        with pytest.raises(UnreadableDate, match="One date is wanted"):
            read_period(text)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("20.03.2017", "en", "Monday, 20 March 2017"),
        ("20.03.2017", "ja", "月曜日"),
        ("15–16 December 2016", "en", "15–16 December 2016, Thursday to Friday"),
        ("Oct 2014", "en", "October 2014, no day known"),
        ("2013", "en", "2013, no month known"),
    ],
)
def test_what_was_understood_is_told_with_what_to_check_it_by(text, language, words):
    with translation.override(language):
        assert words in understood(read_when(text))


days = st.dates(date(1950, 1, 1), date(2030, 12, 31))


@given(start=days, length=st.integers(0, 800), precision=st.sampled_from(["day", "month", "year"]))
def test_every_date_that_the_site_writes_is_read_back(start, length, precision):
    end = start + timedelta(days=length)
    if precision != "day":
        start, end = start.replace(day=1), end_of_month(end)
    if precision == "year":
        start, end = start.replace(month=1), end.replace(month=12, day=31)
    for language in ("en", "ru", "ja"):
        with translation.override(language):
            assert read_when(date_words(start, end, precision)) == (start, end, precision)
    assert read_when(edtf(start, end, precision)) == (start, end, precision)


@given(st.text(max_size=30) | st.text("0123456789 -/.–年月日平成三十марта", max_size=20))
def test_no_text_is_answered_but_with_a_date_or_a_refusal(text):
    try:
        when = read_when(text)
    except UnreadableDate:
        return
    assert when.start <= when.end
