"""Sides, levels, dates, numbers and languages in templates."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils.translation import override

from timeline.models.translated import Localised


def drawn(source, language="en", **context):
    with override(language):
        html = Template("{% load timeline %}" + source).render(Context(context))
    return " ".join(html.split())


@pytest.mark.parametrize(
    ("code", "css", "word"),
    [("JP", "jp", "Japan"), ("RU", "ru", "Russia"), ("joint", "both", "Joint"), ("observer", "obs", "Observers")],
)
def test_a_side_is_a_shape_and_a_word(code, css, word):
    html = drawn("{% side code %}", code=code)

    assert f'href="#s-{css}"' in html
    assert f"<b>{word}</b>" in html


def test_one_observer_is_singular():
    assert "<b>Observer</b>" in drawn('{% side "observer" one=True %}')


@pytest.mark.parametrize(("language", "order"), [("en", "JP RU"), ("ru", "RU JP"), ("ja", "JP RU")])
def test_sides_stand_in_the_order_of_the_readers_alphabet(language, order):
    assert drawn("{% sides as both %}{{ both.0 }} {{ both.1 }}", language) == order


def a_meeting(start, end, precision="day"):
    return SimpleNamespace(start=date.fromisoformat(start), end=date.fromisoformat(end), precision=precision)


@pytest.mark.parametrize(
    ("meeting", "html"),
    [
        (a_meeting("2017-03-20", "2017-03-20"), '<time datetime="2017-03-20">20 March 2017</time>'),
        (a_meeting("2016-12-15", "2016-12-16"), "15–16 December 2016"),
        (
            a_meeting("2014-03-01", "2014-03-31", "month"),
            '<time datetime="2014-03">March 2014</time>, <span class="doubt">day not known</span>',
        ),
        (
            a_meeting("2014-09-01", "2014-11-30", "month"),
            'September–November 2014, <span class="doubt">day not known</span>',
        ),
    ],
)
def test_dates_of_meetings_say_no_more_than_is_known(meeting, html):
    assert drawn("{% meeting_dates meeting %}", meeting=meeting) == html


def test_a_text_in_the_language_of_the_page_is_plain():
    assert drawn("{% localised text %}", text=Localised("They met & ate.", "en")) == "They met &amp; ate."


def test_a_text_in_another_language_carries_its_own_and_a_word_for_it():
    html = drawn("{% localised text %}", "ja", text=Localised("They met.", "en"))

    assert '<span lang="en">They met.</span>' in html
    assert 'class="tag"' in html


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ({"counter": "JP", "number": 8, "session": None, "derived": True}, "No. 8 by Japan’s count (derived)"),
        ({"counter": "both", "number": 2, "session": 3, "derived": False}, "No. 2 by both sides’ count, session 3"),
    ],
)
def test_an_official_number_says_whose_it_is(number, words):
    assert drawn("{% official_number number %}", number=SimpleNamespace(**number)) == words


def test_a_cancelled_meeting_has_another_mark_than_a_held_one():
    assert drawn('{% level 2 "cancelled" %}') != drawn('{% level 2 "held" %}')
    assert " open" in drawn('{% level 2 "planned" %}')


def test_without_a_request_there_is_no_query():
    assert drawn('{% query_with sort="-date" %}|{% query_without "q" %}|{% asked "q" %}') == "?sort=-date||"
