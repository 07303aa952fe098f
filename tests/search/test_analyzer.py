"""Text becomes terms, and terms know where they stand."""

import pytest

from timeline.search.analyzer import analyze, composed, fold, tokens
from timeline.search.kana import romanised


@pytest.mark.parametrize(
    "words",
    [
        ("treaty", "treaties", "TREATY", "ｔｒｅａｔｙ"),
        ("Abe", "Abe’s", "Abe's", "ABE"),
        ("Лавров", "Лаврова", "Лаврову", "Лавровым", "Лаврове"),
        ("Захарова", "Захаровой", "Захарову"),
        ("договор", "договора", "договоров", "договорами"),
        ("ёлка", "елка"),
        ("Kōno", "Kono", "KONO"),
        ("ラヴロフ", "ラブロフ", "らぶろふ", "ﾗﾌﾞﾛﾌ"),
        ("メドヴェージェフ", "メドベージェフ"),
    ],
    ids=lambda words: words[0],
)
def test_forms_of_a_word_become_one_term(words):
    assert {analyze(word) for word in words} == {analyze(words[0])}


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("ば", "は"), ("Lavrov", "Lavra"), ("мир", "море")])
def test_different_words_stay_apart(one, other):
    assert analyze(one) != analyze(other)


def test_terms_are_ascii_for_any_database():
    assert analyze("Лавров and 岸田, №5").isascii()


@pytest.mark.parametrize(
    "text", ["Lavrov–Kono talks, Moscow", "Путин и Абэ", "日露外相会談（ラヴロフ・茂木）", "Ko\u0304no"]
)
def test_every_term_stands_where_it_says(text):
    for token in tokens(text):
        assert analyze(composed(text)[token.start : token.end]) == token.term


def test_a_run_that_folds_to_fewer_characters_is_placed_as_a_whole():
    places = {(token.start, token.end) for token in tokens("x メドヴェージェフ")}
    assert places == {(0, 1), (2, 10)}


def test_folding_keeps_what_tells_letters_apart():
    assert fold("Й Ё Ō ガ ﾊﾟ") == "й е o が ぱ"


@pytest.mark.parametrize(
    ("reading", "spellings"),
    [
        ("こうの たろう", ["kono taro", "kouno tarou", "kohno taroh"]),
        ("きしだ ふみお", ["kishida fumio", "kisida humio"]),
        ("いっしき", ["isshiki", "issiki"]),
        ("しょうじ", ["shoji", "shouji", "shohji", "syozi"]),
        ("", [""]),
    ],
)
def test_readings_are_romanised_in_the_usual_ways(reading, spellings):
    assert romanised(reading) == spellings
