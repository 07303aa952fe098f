"""What a cell says is what the record says, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange.cells import EMPTY, from_cell, harmless, to_cell
from timeline.loading.clean import BadValueError
from timeline.models import Attendance, Meeting, Participant, Place, Source, Statement

NOTE, ALIASES = Place._meta.get_field("note"), Place._meta.get_field("aliases")
START, MINUTES = Meeting._meta.get_field("start"), Meeting._meta.get_field("duration_minutes")
LATITUDE, LEAD = Place._meta.get_field("latitude"), Attendance._meta.get_field("lead")
written = st.text(st.characters(exclude_categories=["Cs", "Cc"])).map(str.strip).filter(bool)


@given(written)
def test_any_text_comes_back_as_it_went(text):
    cell = to_cell(NOTE, text)

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert from_cell(NOTE, cell) == text


@given(st.lists(written, max_size=4))
def test_any_list_of_texts_comes_back_as_it_went(texts):
    assert from_cell(ALIASES, to_cell(ALIASES, texts)) in (texts, EMPTY)


@pytest.mark.parametrize("text", ["=1+1", "+7 495", "-", "@home", "'=quoted", "''=", "'"])
def test_formulas_are_defused_on_the_way_out_and_whole_on_the_way_in(text):
    assert harmless(text) == (text if text == "'" else f"'{text}")
    assert from_cell(NOTE, harmless(text)) == text


def test_an_apostrophe_that_defuses_nothing_stays():
    assert from_cell(NOTE, "'twas") == "'twas"


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        (START, "2017-03-20", "2017-03-20"),
        (START, "20.03.2017", "2017-03-20"),
        (START, "2017/3/20", "2017-03-20"),
        (START, "3/20/2017", "2017-03-20"),
        (MINUTES, "75", 75),
        (MINUTES, 75.0, 75),
        (MINUTES, "an hour", "an hour"),
        (LATITUDE, "-34,61", "-34.61"),
        (LEAD, "ИСТИНА", True),
        (LEAD, "FALSE", False),
        (LEAD, True, True),
        (NOTE, 2017, "2017"),
        (NOTE, "a\r\nb ", "a\nb"),
        (Statement._meta.get_field("in_reply_to"), "2017-03-20-talks#2", ["2017-03-20-talks", 2]),
        (Meeting._meta.get_field("issues"), "energy ; fisheries;", [["energy"], ["fisheries"]]),
        (Source._meta.get_field("published"), "  ", EMPTY),
    ],
)
def test_cells_are_read_as_spreadsheet_programs_of_any_country_write_them(field, cell, value):
    assert from_cell(field, cell) == value


def test_a_day_that_may_be_two_days_is_refused_in_words():
    with pytest.raises(BadValueError, match="may be read in several ways"):
        from_cell(START, "03/04/2017")


def test_a_giant_cell_is_refused():
    with pytest.raises(BadValueError, match="longer than 32767 characters"):
        from_cell(Participant._meta.get_field("note"), "x" * 32_768)
