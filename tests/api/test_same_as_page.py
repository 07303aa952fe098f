"""A query string chooses the same rows in the same order on the page and in the API."""

import pytest
from lxml import html

from tests.factories import make_meeting, make_organisation, make_source, make_statement
from tests.shared import shared
from timeline import search
from timeline.models import Meeting, Statement

pytestmark = pytest.mark.django_db

QUERIES = {
    "meetings": [
        "",
        "sort=-date",
        "sort=updated",
        "format=summit&format=two-plus-two",
        "issue=syria",
        "participant=sergey-lavrov&sort=-date",
        "place=nagato",
        "country=JP&status=held",
        "date=2016-12/2017-03",
        "date=2018&date_match=within",
        "from=2016&to=2017-02",
        "has=statements&lacks=number",
        "side=JP&kind=reply",
        "q=talks",
        "q=talks&sort=relevance",
        "page_size=2",
        "page_size=2&page=2",
        "page_size=2&page=2&sort=-date",
        "confidence=low",
        "q=nothing-of-the-kind",
    ],
    "statements": [
        "",
        "sort=-date",
        "side=RU",
        "issue=syria",
        "participant=sergey-lavrov",
        "organisation=mfa-japan",
        "format=two-plus-two",
        "from=2017",
        "q=claim",
        "q=claim&sort=relevance",
        "page_size=2&page=2",
    ],
    "sources": ["", "side=JP", "kind=official-readout", "language=ru", "page_size=1&page=2", "sort=-date"],
}
ROWS = {
    "meetings": "li.entry h3 a",
    "statements": "div.st p.by a.n",
    "sources": "ul.sources li > span.kindof > a[href]:not([class])",
}


@shared("module", autouse=True)
def _record():
    nagato = make_meeting("2016-12-15-summit", start="2016-12-15", end="2016-12-16", place="nagato")
    claim = make_statement(nagato)
    make_statement(nagato, side="JP", kind="reply", in_reply_to=claim, attributed_to=make_organisation("mfa-japan"))
    make_source("mofa-2017-03-20", side="JP", language="ja")
    tokyo = make_meeting(
        "2017-03-20-two-plus-two", format="two-plus-two", issues=["syria"], participants=["sergey-lavrov", "taro-kono"],
        sources=["mid-2017-03-20", "mofa-2017-03-20"],
    )  # fmt: skip
    make_statement(tokyo, issues=["syria"])
    for key in ("2017-03-20-summit", "2017-03-21-call"):
        make_meeting(key, start=key[:10], place=None)
    make_meeting(
        "2018-planned", format="other", start="2018-01-01", end="2018-12-31", precision="year", place=None,
        status="planned", confidence="low",
    )  # fmt: skip
    for model in (Meeting, Statement):
        search.index(model.objects.all())


def on_page(client, noun, query):
    """The keys of the rows that the page shows, in their order."""
    answer = client.get(f"/{noun}/?{query}")
    assert answer.status_code == 200
    links = html.fromstring(answer.content.decode()).cssselect(ROWS[noun])
    return [_key(link.get("href")) for link in links]


def _key(address):
    path, _hash, anchor = address.partition("#s")
    return path.strip("/").split("/")[-1] + (f"#{anchor}" if anchor else "")


def in_api(client, noun, query):
    return [row["key"] for row in client.get(f"/api/v1/{noun}/?{query}").json()["results"]]


@pytest.mark.parametrize(("noun", "query"), [(noun, query) for noun, queries in QUERIES.items() for query in queries])
def test_page_and_api_answer_alike(client, noun, query):
    page, api = on_page(client, noun, query), in_api(client, noun, query)

    assert page == api
    assert api or query in ("date=2018&date_match=within", "q=nothing-of-the-kind") or "relevance" in query


@pytest.mark.parametrize("noun", QUERIES)
@pytest.mark.parametrize("query", ["formt=summit", "page=0", "page_size=501", "q=a&q=b"])
def test_page_and_api_refuse_alike(client, noun, query):
    page, api = client.get(f"/{noun}/?{query}"), client.get(f"/api/v1/{noun}/?{query}")

    assert page.status_code == api.status_code == 400
    shown = html.fromstring(page.content.decode()).text_content()
    for error in api.json()["errors"]:
        assert error["message"] in shown


@pytest.mark.parametrize("query", ["format=summit&sort=-date", "issue=syria&page_size=1"])
def test_the_page_points_to_the_same_list_in_json(client, query):
    page = html.fromstring(client.get(f"/meetings/?{query}").content.decode())
    (link,) = page.cssselect('link[rel=alternate][type="application/json"][href*="/meetings.json"]')

    assert client.get(link.get("href")).json()["results"] == client.get(f"/api/v1/meetings/?{query}").json()["results"]


@pytest.mark.parametrize("noun", QUERIES)
def test_rows_lead_to_pages_that_are_there(client, noun):
    for row in client.get(f"/api/v1/{noun}/").json()["results"]:
        assert client.get(row["html_url"].removeprefix("http://testserver").split("#")[0]).status_code == 200
