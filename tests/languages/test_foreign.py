"""The finder of foreign words, on pages with words planted in them."""

import pytest

from .foreign import foreign_words


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Meetings</p>",
        "<p>Встречи <b>of the</b> года</p>",
        "<p>Встречи</p> tail",
        '<a aria-label="Source 3">3</a>',
        '<input placeholder="Search">',
        '<meta name="description" content="Who met whom">',
        '<p lang="ru">Summary</p>',
        "<p>会談</p>",
    ],
)
def test_a_word_that_was_not_marked_is_found(planted):
    assert foreign_words(f"<html lang='ru'><body>{planted}</body></html>", "ru")


@pytest.mark.parametrize(
    "innocent",
    [
        "<p>Встречи 2017 года</p>",
        '<p lang="en">Meetings</p>',
        '<div lang="en"><p>A <b>summary</b></p></div>',
        '<span translate="no">/ru/meetings/2017/</span>',
        "<code>two-plus-two</code>",
        "<a href='/ru/issues/energy/'>https://www.mid.ru/ru/foreign_policy/news</a>",
        "<p>Лицензия: CC BY 4.0.</p>",
        "<script>const word = 'Meetings'</script>",
        "<p>с. ш., 35° N</p>",
    ],
)
def test_what_is_no_word_of_the_page_is_left_alone(innocent):
    assert not foreign_words(f"<html lang='ru'><body>{innocent}</body></html>", "ru", allowed=["CC BY 4.0"])


def test_a_name_is_taken_out_whole_also_between_japanese_letters():
    page = "<html lang='ja'><body><p>APIの説明。APIsの説明。</p></body></html>"

    assert foreign_words(page, "ja", allowed=["API"]) == {"APIs": "APIの説明。APIsの説明。"}


def test_cyrillic_is_foreign_to_japanese_readers():
    assert foreign_words("<html><body><p>会談 Встреча</p></body></html>", "ja") == {"Встреча": "会談 Встреча"}
