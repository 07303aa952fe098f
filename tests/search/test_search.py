"""The same words find the same meetings, on SQLite and on PostgreSQL."""

import pytest

from timeline import search
from timeline.models import Meeting

from ..factories import make_issue, make_meeting, make_participant, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    make_participant(
        "sergey-lavrov", name_en="Sergey Lavrov", name_ru="Сергей Лавров", name_ja="セルゲイ・ラヴロフ",
        aliases=["Sergei Lavrov", "ラブロフ"],
    )  # fmt: skip
    make_participant(
        "taro-kono",
        name_en="Taro Kono",
        name_ru="Таро Коно",
        name_ja="河野太郎",
        reading_ja="こうの たろう",
        country="JP",
    )
    make_issue("peace-treaty", name_en="Peace treaty", name_ru="Мирный договор", name_ja="平和条約")
    ministers = make_meeting(
        "ministers", participants=["sergey-lavrov", "taro-kono"], issues=[], summary_en="Missiles."
    )
    make_statement(ministers, issues=[], text_en="The treaty of peace was far off.", phrase="disproportionate response")
    make_meeting("treaty", start="2018-01-01", title_ja="平和条約交渉", summary_ru="Обсудили ёлки и договоры.")
    search.index(Meeting.objects.all())


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Lavrov", ["ministers"]),
        ("LAVROV", ["ministers"]),
        ("лавров", ["ministers"]),
        ("ЛАВРОВ", ["ministers"]),
        ("ラヴロフ", ["ministers"]),
        ("ラブロフ", ["ministers"]),
        ("らぶろふ", ["ministers"]),
        ("Kono Taro", ["ministers"]),
        ("Tarō Kōno", ["ministers"]),
        ("河野太郎", ["ministers"]),
        ("こうの", ["ministers"]),
        ("ｋｏｎｏ", ["ministers"]),
        ("missile", ["ministers"]),
        ("treaties", ["ministers", "treaty"]),
        ("договора", ["treaty"]),
        ("елка", ["treaty"]),
        ("平和条約", ["treaty"]),
        ("平和条約交渉", ["treaty"]),
        ("条約平和", []),
        ("平", ["treaty"]),
        ('"peace treaty"', ["treaty"]),
        ('"treaty of peace"', ["ministers"]),
        ("treaty -missile", ["treaty"]),
        ('-"peace treaty"', ["ministers"]),
        ("disproportionate", ["ministers"]),
        ("Lavrov договор", []),
        ("nothing-of-the-kind", []),
        ("!!!", []),
        ('"', []),
        ("' OR 1=1 --", []),
        ("NEAR(a b)", []),
        ("trea*", []),
    ],
)
def test_words_in_three_scripts_find_meetings(record, words, keys):
    assert sorted(meeting.key for meeting in search.matching(Meeting.objects.all(), words)) == keys


def test_the_best_match_comes_first(record):
    make_meeting(
        "other", start="2019-01-01", issues=[], summary_en="A treaty among many other things. " + "More words. " * 50
    )
    search.index(Meeting.objects.all())
    found = search.best_first(search.matching(Meeting.objects.all(), "treaty"), "treaty")
    assert {meeting.key for meeting in found} == {"ministers", "other", "treaty"}
    assert found[0].key != "other"


def test_a_renamed_participant_is_found_by_the_new_name(record):
    kono = make_participant("taro-kono")
    kono.name_en, kono.reading_ja = "Someone Else", ""
    kono.save()
    search.index_mentions(kono)
    assert [meeting.key for meeting in Meeting.objects.matching("Someone")] == ["ministers"]
    assert not Meeting.objects.matching("Taro Kono").exists()


def test_indexing_costs_the_same_number_of_queries_to_read_any_number(record, django_assert_max_num_queries):
    for number in range(40):
        meeting = make_meeting(f"more-{number}", participants=["taro-kono"])
        make_statement(meeting)
    with django_assert_max_num_queries(30):
        search.index(Meeting.objects.filter(key__startswith="more"))
