"""Editors find people, meetings and sources in any script and case, on every database."""

import pytest
from django.db.models import F

from tests.admin.screens import list_address
from tests.factories import make_meeting, make_participant, make_place, make_source, make_statement
from timeline.admin.folding import Folded
from timeline.models import Meeting, Participant, Place, Source, Statement
from timeline.search import fold

pytestmark = pytest.mark.django_db


def found(client, model, query):
    results = client.get(list_address(model), {"q": query}).context["cl"].result_list
    return [str(getattr(record, "key", record.pk)) for record in results]


@pytest.fixture
def people(db):
    make_participant(
        name_en="Sergey Lavrov",
        name_ru="Сергей Лавров",
        name_ja="セルゲイ・ラブロフ",
        full_name_ru="Сергей Викторович Лавров",
        aliases=["Sergej Lawrow", "拉夫罗夫"],
    )
    make_participant(
        "taro-kono", name_en="Tarō Kōno", name_ru="Таро Коно", name_ja="河野太郎", reading_ja="コウノ・タロウ"
    )
    make_participant("semyon", name_en="Semyon", name_ru="Семён", name_ja="セミョン")


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("лавров", "sergey-lavrov"),
        ("ЛАВРОВ", "sergey-lavrov"),
        ("ラブロフ", "sergey-lavrov"),
        ("らぶろふ", "sergey-lavrov"),
        ("ﾗﾌﾞﾛﾌ", "sergey-lavrov"),
        ("LAVR", "sergey-lavrov"),
        ("lawrow", "sergey-lavrov"),
        ("拉夫罗夫", "sergey-lavrov"),
        ("лавров sergey ラブ", "sergey-lavrov"),
        ("викторович", "sergey-lavrov"),
        ("sergey-lavrov", "sergey-lavrov"),
        ("kono", "taro-kono"),
        ("河野", "taro-kono"),
        ("こうの", "taro-kono"),
        ("СЕМЕН", "semyon"),
    ],
)
def test_people_are_found_in_three_scripts(boss, people, query, key):
    assert found(boss, Participant, query) == [key]


@pytest.mark.parametrize("query", ["лавров коно", "100%", "_", "nobody"])
def test_every_word_must_occur_and_wildcards_are_letters(boss, people, query):
    assert found(boss, Participant, query) == []


def test_the_database_folds_as_the_site_does(db):
    spellings = "ЛАВРОВ Ёлка Tōkyō Ōsumi セルゲイ ﾗﾌﾞﾛﾌ ＡＢＣ Йод ガギ ÉCOLE"
    make_place("spelled", name_ru=spellings)

    folded = Place.objects.values_list(Folded(F("name_ru")), flat=True).get(key="spelled")
    assert folded == fold(spellings)


def test_a_meeting_is_found_by_those_who_sat_there_and_listed_once(boss, people):
    make_meeting("2017-03-20-summit", participants=["sergey-lavrov", "semyon"])
    make_meeting("2018-01-01-summit")

    assert found(boss, Meeting, "с") == ["2017-03-20-summit"]
    assert found(boss, Meeting, "лавров") == ["2017-03-20-summit"]


def test_a_statement_is_found_by_its_speaker(boss, people):
    said = make_statement(make_meeting())

    assert found(boss, Statement, "ЛАВРОВ") == [str(said.pk)]


def test_a_source_is_found_by_title_and_address(boss):
    make_source("mid", title="Выступление Министра", url="https://example.org/minister")

    assert found(boss, Source, "выступление MINISTER") == ["mid"]


def test_an_autocomplete_names_records_so_that_namesakes_differ(boss):
    make_source("mofa-1", title="Meeting", publisher="Ministry", published="2017-03-20")
    make_source("mofa-2", title="Meeting", publisher="Ministry")

    choices = {"app_label": "timeline", "model_name": "statement", "field_name": "sources", "term": "meeting"}
    offered = boss.get("/admin/autocomplete/", choices).json()["results"]

    assert [choice["text"] for choice in offered] == [
        "2017-03-20 · Ministry: Meeting [mofa-1]",
        "– · Ministry: Meeting [mofa-2]",
    ]
