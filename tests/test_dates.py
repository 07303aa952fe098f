from datetime import date

import pytest
from django.utils.translation import override

from timeline.dates import Span, date_words, edtf, parse_edtf, partial_words, weekday_words

DAY = (date(2017, 3, 20), date(2017, 3, 20), "day")
DAYS = (date(2016, 12, 15), date(2016, 12, 16), "day")
OVER_MONTHS = (date(2014, 4, 28), date(2014, 5, 2), "day")
OVER_YEARS = (date(2014, 12, 28), date(2015, 1, 2), "day")
MONTH = (date(2014, 3, 1), date(2014, 3, 31), "month")
MONTHS = (date(2014, 9, 1), date(2014, 11, 30), "month")
YEAR = (date(2014, 1, 1), date(2014, 12, 31), "year")
YEARS = (date(2014, 1, 1), date(2015, 12, 31), "year")


@pytest.mark.parametrize(
    ("when", "en", "ru", "ja"),
    [
        (DAY, "20 March 2017", "20 марта 2017\u00a0г.", "2017年3月20日"),
        (DAYS, "15–16 December 2016", "15–16 декабря 2016\u00a0г.", "2016年12月15～16日"),
        (OVER_MONTHS, "28 April – 2 May 2014", "28 апреля – 2 мая 2014\u00a0г.", "2014年4月28日～5月2日"),
        (
            OVER_YEARS,
            "28 December 2014 – 2 January 2015",
            "28 декабря 2014\u00a0г. – 2 января 2015\u00a0г.",
            "2014年12月28日～2015年1月2日",
        ),
        (MONTH, "March 2014", "март 2014\u00a0г.", "2014年3月"),
        (MONTHS, "September–November 2014", "сентябрь–ноябрь 2014\u00a0г.", "2014年9月～11月"),
        (YEAR, "2014", "2014\u00a0г.", "2014年"),
        (YEARS, "2014–2015", "2014–2015\u00a0гг.", "2014年～2015年"),
    ],
)
def test_a_date_is_worded_in_the_way_of_each_language(when, en, ru, ja):
    for language, words in (("en", en), ("ru", ru), ("ja", ja)):
        with override(language):
            assert date_words(*when) == words


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (DAY, "2017-03-20"),
        (DAYS, "2016-12-15/2016-12-16"),
        (MONTH, "2014-03"),
        (MONTHS, "2014-09/2014-11"),
        (YEAR, "2014"),
    ],
)
def test_a_partial_date_stays_partial_in_edtf(when, text):
    assert edtf(*when) == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017-03-20", date(2017, 3, 20), date(2017, 3, 20)),
        ("2016-05-XX", date(2016, 5, 1), date(2016, 5, 31)),
        ("2016-05?", date(2016, 5, 1), date(2016, 5, 31)),
        ("2016~", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-12/2017-03", date(2016, 12, 1), date(2017, 3, 31)),
        ("../2014", None, date(2014, 12, 31)),
        ("2019/..", date(2019, 1, 1), None),
        (" 2017 ", date(2017, 1, 1), date(2017, 12, 31)),
    ],
)
def test_an_edtf_date_means_the_days_it_may_be(text, first, last):
    assert parse_edtf(text) == Span(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/",
        "20.03.2017",
        "2017-13",
        "2017-02-30",
        "2017-3",
        "17",
        "2018/2017",
        "2017/2018/2019",
        "٢٠١٧",
        "0000",
    ],
)
def test_what_is_no_edtf_date_is_refused_with_a_sentence(text):
    with pytest.raises(ValueError, match=r"\w+ .*\."):
        parse_edtf(text)


def test_one_end_of_a_tenure_is_worded_as_far_as_it_is_known():
    assert partial_words(date(2011, 12, 1), "month") == "December 2011"
    assert partial_words(date(1996, 1, 1), "year") == "1996"


def test_the_day_of_the_week_is_small_in_russian():
    with override("ru"):
        assert weekday_words(date(2017, 3, 20)) == "понедельник"
