"""What the shipped record answers: one table for SQLite and PostgreSQL alike."""

import pytest

from timeline.found import KINDS, corrected, groups
from timeline.models import Meeting, Statement
from timeline.search import best_first, matching

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

FIRST_ANSWERS = [
    ("Lavrov", "participant", "sergey-lavrov"),
    ("lavrov", "participant", "sergey-lavrov"),
    ("Лавров", "participant", "sergey-lavrov"),
    ("Лавровым", "participant", "sergey-lavrov"),
    ("ラブロフ", "participant", "sergey-lavrov"),
    ("ラヴロフ", "participant", "sergey-lavrov"),
    ("ﾗﾌﾞﾛﾌ", "participant", "sergey-lavrov"),
    ("Sergei Lavrov", "participant", "sergey-lavrov"),
    ("Путина", "participant", "vladimir-putin"),
    ("プーチン", "participant", "vladimir-putin"),
    ("Kishida", "participant", "fumio-kishida"),
    ("Кисида", "participant", "fumio-kishida"),
    ("Кисиды", "participant", "fumio-kishida"),
    ("岸田", "participant", "fumio-kishida"),
    ("きしだ", "participant", "fumio-kishida"),
    ("キシダ", "participant", "fumio-kishida"),
    ("Kisida", "participant", "fumio-kishida"),
    ("Kono Taro", "participant", "taro-kono"),
    ("Taro Kōno", "participant", "taro-kono"),
    ("Kouno", "participant", "taro-kono"),
    ("河野太郎", "participant", "taro-kono"),
    ("こうの たろう", "participant", "taro-kono"),
    ("こうのたろう", "participant", "taro-kono"),
    ("コウノタロウ", "participant", "taro-kono"),
    ("きしだふみお", "participant", "fumio-kishida"),
    ("あべしんぞう", "participant", "shinzo-abe"),
    ("Синдзо Абе", "participant", "shinzo-abe"),
    ("Синдзо Абэ", "participant", "shinzo-abe"),
    ("Коно", "participant", "taro-kono"),
    ("Abe", "participant", "shinzo-abe"),
    ("安倍", "participant", "shinzo-abe"),
    ("treaties", "issue", "peace-treaty"),
    ("договора", "issue", "peace-treaty"),
    ("平和条約", "issue", "peace-treaty"),
    ('"peace treaty"', "issue", "peace-treaty"),
    ("missile", "issue", "missile-defence"),
    ("North Korea", "issue", "north-korea"),
    ("Nagato", "place", "nagato"),
    ("Нагато", "place", "nagato"),
    ("長門", "place", "nagato"),
    ("Kunashiri", "place", "yuzhno-kurilsk"),
    ("Etorofu", "place", "kurilsk"),
    ("Iturup", "place", "kurilsk"),
    ("Lavrov Kishida", "meeting", "2017-03-20-foreign-ministers"),
    ("Лавров Кисида", "meeting", "2017-03-20-foreign-ministers"),
    ("ラブロフと岸田", "meeting", "2017-03-20-foreign-ministers"),
    ("2+2", "meeting", "2019-05-30-two-plus-two"),
    ("Nagato summit", "meeting", "2016-12-15-summit"),
    ("Lavrov missile", "meeting", "2019-05-30-two-plus-two"),
]


@pytest.mark.parametrize(("words", "kind", "key"), FIRST_ANSWERS)
def test_the_first_answer_is_what_was_meant(words, kind, key):
    first = groups(words)[0]
    assert (first.kind.key, first.first_few[0].key) == (kind, key)


SAME = [
    ["Lavrov", "Лавров", "Лаврова", "Лавровым", "ラブロフ", "ラヴロフ"],
    ["Kishida", "Кисида", "Кисиды", "岸田", "きしだ", "キシダ"],
    ["Kono Taro", "Taro Kōno", "Таро Коно", "河野太郎", "こうのたろう"],
    ["Синдзо Абэ", "Синдзо Абе", "Shinzo Abe"],
    ["Nagato", "Нагато", "長門"],
    [
        "Northern Territories",
        "South Kuril Islands",
        "Kuril",
        "Курилы",
        "Северных территорий",
        "北方領土",
        "南クリル諸島",
    ],
    ["missile", "ракета", "ракеты", "ミサイル"],
    ['"peace treaty"', "平和条約", '"мирного договора"'],
]


@pytest.mark.parametrize("spellings", SAME, ids=lambda spellings: spellings[0])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_name_finds_the_same_in_every_script(kind, spellings):
    found = [set(matching(kind.public(), words).values_list("pk", flat=True)) for words in spellings]
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("missle", "missile"),
        ("Missle", "Missile"),
        ("Lavorv", "Lavrov"),
        ("Nagatto", "Nagato"),
        ("Лавровв", "Лавров"),
        ("Нагато саммитт", "Нагато саммит"),
        ("ラブロプ", "ラブロフ"),
        ("きした", "きしだ"),
        ("ミサエル", "ミサイル"),
        ("Lavrov missle", "Lavrov missile"),
        ("missle -Abe", "missile -Abe"),
    ],
)
def test_one_slip_is_put_right(typed, meant):
    assert not groups(typed)
    assert corrected(typed) == meant
    assert groups(meant)


@pytest.mark.parametrize("typed", ["Lavrov", "zzzzzz", "qq", "13", '"missle"', "-missle", "Lavrov xylophones"])
def test_nothing_is_put_right_that_is_right_or_hopeless(typed):
    assert corrected(typed) is None


def test_words_in_the_title_come_before_words_in_the_text():
    found = list(best_first(matching(Meeting.objects.published(), "Lavrov"), "Lavrov"))
    assert [meeting.hit for meeting in found] == sorted(meeting.hit for meeting in found)
    in_titles = [meeting for meeting in found if "Lavrov" in meeting.title_en]
    assert found[: len(in_titles)] == sorted(in_titles, key=lambda meeting: (meeting.start, meeting.key), reverse=True)


def test_what_is_excluded_is_not_found_in_any_script():
    without = matching(Statement.objects.published(), "договор -Lavrov")
    assert without.exists()
    assert not matching(without, "Лавров").exists()


def test_relevance_is_one_order_whatever_page_of_it_is_read():
    rows = best_first(matching(Meeting.objects.published(), "treaty"), "treaty")
    whole = [meeting.key for meeting in rows]
    assert len(whole) > 20
    assert whole == [meeting.key for start in range(0, len(whole), 7) for meeting in rows[start : start + 7]]
