"""The search page, its suggestions, and what browsers are told of it."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from timeline import search
from timeline.models import Issue, Meeting, Participant, Place, Source, Statement

from ..factories import make_issue, make_meeting, make_participant, make_place, make_source, make_statement

pytestmark = pytest.mark.django_db


def index():
    for model in (Meeting, Statement, Participant, Issue, Place, Source):
        search.index(model.objects.all())


@pytest.fixture
def record():
    make_participant(name_en="Sergey Lavrov", name_ru="Сергей Лавров", name_ja="セルゲイ・ラヴロフ")
    make_issue("missiles", name_en="Missile defence", name_ru="ПРО", name_ja="ミサイル防衛")
    bonn = make_meeting(
        "bonn",
        title_en="Lavrov–Kishida talks, Bonn",
        title_ru="Переговоры Лаврова и Кисиды, Бонн",
        participants=["sergey-lavrov"],
        issues=["missiles"],
        sources=["bonn-readout"],
    )
    make_statement(bonn, text_en="Lavrov named <b>missile</b> defence.", issues=["missiles"], sources=["bonn-readout"])
    index()
    return bonn


def kinds(response):
    return [group["key"] for group in response.context["groups"]]


def text_of(response):
    return response.content.decode()


def test_results_are_grouped_by_kind_with_counts(client, record):
    page = client.get("/search/", {"q": "Lavrov"})
    assert page.status_code == 200
    assert kinds(page) == ["participant", "meeting", "statement"]
    assert [group["count"] for group in page.context["groups"]] == [1, 1, 1]


def test_what_was_searched_for_is_marked_and_nothing_else_is_markup(client, record):
    text = text_of(client.get("/search/", {"q": "missile"}))
    assert "Lavrov named &lt;b&gt;<mark>missile</mark>&lt;/b&gt; defence." in text


def test_a_name_is_marked_in_the_script_of_the_page(client, record):
    assert "<mark>Lavrov</mark>–Kishida talks, Bonn" in text_of(client.get("/search/", {"q": "ラブロフ"}))
    assert "Переговоры <mark>Лаврова</mark> и Кисиды, Бонн" in text_of(client.get("/ru/search/", {"q": "Lavrov"}))


def test_each_result_says_why_it_was_found(client, record):
    text = text_of(client.get("/search/", {"q": "missile", "kind": "meeting"}))
    assert re.search(r'class="why">issue<.*?<mark>Missile</mark> defence', text, re.S)


def test_a_text_in_another_language_says_so(client, record):
    record.venue, record.summary_ru = "Villa", "Обсудили ракеты."
    record.save()
    index()
    text = text_of(client.get("/search/", {"q": "обсудить"}))
    assert re.search(r'class="why">summary, in Russian<.*?lang="ru".*?<mark>Обсудили</mark>', text, re.S)


def test_a_slip_is_named_and_never_put_right_silently(client, record):
    page = client.get("/search/", {"q": "missle"})
    text = text_of(page)
    assert "Nothing was found for “missle”" in text
    assert 'Did you mean <a href="/search/?q=missile">missile</a>?' in text
    assert "meeting" in kinds(page)


@pytest.mark.parametrize("path", ["/meetings/", "/statements/"])
def test_an_empty_list_says_what_was_probably_meant(client, record, path):
    text = text_of(client.get(path, {"q": "missle", "sort": "-date"}))
    assert f'Did you mean <a href="{path}?sort=-date&amp;q=missile">missile</a>?' in text
    assert "Did you mean" not in text_of(client.get(path, {"q": "xylophone"}))
    assert "Did you mean" not in text_of(client.get(path, {"q": "missile", "from": "2019"}))


@pytest.mark.parametrize("path", ["/participants/", "/sources/"])
def test_an_empty_list_of_people_or_sources_says_so_too(client, record, path):
    assert f'Did you mean <a href="{path}?q=Lavrov">Lavrov</a>?' in text_of(client.get(path, {"q": "Lavrv"}))
    assert "Did you mean" not in text_of(client.get(path, {"q": "xylophone"}))


def test_a_search_for_nothing_there_is_helps_on(client, record):
    page = client.get("/search/", {"q": "xylophone"})
    assert page.status_code == 200
    assert "Nothing was found for “xylophone”" in text_of(page)
    assert "/participants/" in text_of(page)


def test_without_words_the_page_says_what_can_be_searched(client, record):
    page = client.get("/search/")
    assert page.status_code == 200
    assert "?q=%22peace%20treaty%22" in text_of(page)


def test_more_than_a_few_lead_to_the_filtered_list(client, record):
    for number in range(6):
        make_meeting(f"more-{number}", title_en="Lavrov again")
        make_place(f"lavrovo-{number}", name_en=f"Lavrov {number}")
    index()
    text = text_of(client.get("/search/", {"q": "Lavrov"}))
    assert 'href="/meetings/?q=Lavrov&amp;sort=relevance"' in text
    assert 'href="/search/?q=Lavrov&amp;kind=place"' in text
    assert len(client.get("/meetings/", {"q": "Lavrov", "sort": "relevance"}).context["cards"]) == 7


def test_one_kind_is_shown_page_by_page(client, record):
    for number in range(6):
        make_place(f"lavrovo-{number}", name_en=f"Lavrov {number}")
    index()
    page = client.get("/search/", {"q": "Lavrov", "kind": "place", "page": "2", "page_size": "4"})
    assert [group["count"] for group in page.context["groups"]] == [6]
    assert len(page.context["groups"][0]["found"]) == 2
    assert "Results 5–6 of 6" in text_of(page)


@pytest.mark.parametrize(
    "query", ["qq=Lavrov", "q=Lavrov&kind=people", "q=Lavrov&kind=place&kind=issue", "q=%22%22", "q=Lavrov&page=0"]
)
def test_a_query_that_is_not_understood_is_refused(client, record, query):
    page = client.get(f"/search/?{query}")
    assert page.status_code == 400
    assert page.context["groups"] == []


def test_a_page_beyond_the_last_is_not_there(client, record):
    assert client.get("/search/?q=Lavrov&kind=meeting&page=2").status_code == 404


@pytest.mark.parametrize(
    "words", ["' OR 1=1 --", "NEAR(a b)", "trea*", '"', "-", "\\", "%", "a:b", "(", "<->", "&|!", "\0x"]
)
def test_hostile_words_find_nothing_and_break_nothing(client, record, words):
    assert client.get("/search/", {"q": words}).status_code in {200, 400}
    assert client.get("/search/suggest/", {"q": words}).status_code in {200, 400}


@pytest.mark.parametrize("state", ["draft", "review", "withdrawn"])
def test_nothing_unpublished_is_found_or_suggested(client, state):
    hidden = make_meeting(
        "hidden",
        state=state,
        title_en="Xylophone",
        place="xylophone-town",
        issues=["xylophones"],
        sources=["xylophone"],
    )
    make_statement(hidden, text_en="Xylophone", speaker=make_participant("xylophone-player"), sources=["xylophone"])
    index()
    assert client.get("/search/", {"q": "xylophone"}).context["groups"] == []
    assert client.get("/search/", {"q": "xylophnes"}).context["groups"] == []
    assert client.get("/search/suggest/", {"q": "xylo"}).json()["suggestions"] == []


def test_the_page_costs_the_same_however_many_are_found(client, record, django_assert_max_num_queries):
    for number in range(30):
        make_statement(make_meeting(f"more-{number}", participants=["sergey-lavrov"]), text_en="Lavrov spoke.")
    make_source("lavrov", title="Lavrov")
    index()
    with django_assert_max_num_queries(40):
        client.get("/search/", {"q": "Lavrov"})


def test_names_are_suggested_in_the_language_of_the_page_with_the_script_typed(client, record):
    found = client.get("/ja/search/suggest/", {"q": "lav"}).json()["suggestions"]
    assert [(one["name"], one["lang"], one["also"]) for one in found] == [
        ("セルゲイ・ラヴロフ", "ja", {"text": "Sergey Lavrov", "language": "en"})
    ]
    assert found[0]["url"] == "/ja/participants/sergey-lavrov/"


@pytest.mark.parametrize("typed", ["l", "Lavr", "sergey la", "lavrov se", "ラヴ", "ラブ", "лавр"])
def test_beginnings_of_any_word_of_a_name_are_completed(client, record, typed):
    found = client.get("/search/suggest/", {"q": typed}).json()["suggestions"]
    assert "Sergey Lavrov" in [one["name"] for one in found]


def test_suggestions_may_be_kept_a_while(client, record):
    assert client.get("/search/suggest/", {"q": "lav"}).headers["Cache-Control"] == "public, max-age=300"


def test_suggestions_refuse_what_they_do_not_understand(client):
    answer = client.get("/search/suggest/?x=1")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["param"] == "x"


@pytest.mark.parametrize(
    ("path", "search_path"), [("/opensearch.xml", "/search/"), ("/ru/opensearch.xml", "/ru/search/")]
)
def test_browsers_are_told_how_to_search(client, path, search_path):
    answer = client.get(path)
    assert answer.headers["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    spaces = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    description = ElementTree.fromstring(answer.content)  # noqa: S314 -- our own
    assert len(description.find("o:ShortName", spaces).text) <= 16
    template = description.find("o:Url[@type='text/html']", spaces).get("template")
    assert template == f"http://testserver{search_path}?q={{searchTerms}}"
    assert f'href="{path}"' in text_of(client.get(search_path))
