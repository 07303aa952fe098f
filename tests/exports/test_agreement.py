"""The same query string chooses the same meetings in every format, in the same order where the format has one."""

import csv
import io
import json
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.exports import chunks
from timeline.exports.formats import of_list
from timeline.filters import MeetingFilter
from timeline.models import Meeting

from . import reading
from .conftest import DRAFT, WITHDRAWN

pytestmark = pytest.mark.django_db

MANY = {
    "format": ["leaders-call", "two-plus-two", "summit", "other"],
    "issue": ["energy", "missiles", "peace-treaty"],
    "participant": ["sergey-lavrov", "fumio-kishida"],
    "office": ["ru-minister-of-foreign-affairs"],
    "place": ["tokyo", "vladivostok", "honolulu"],
    "country": ["JP", "RU", "US"],
    "source": ["mofa-2017", "tass-2017", "mid-2017-03-20"],
    "status": ["held", "planned", "postponed", "cancelled"],
    "side": ["RU", "JP", "joint"],
    "kind": ["position", "agreement"],
    "confidence": ["high", "low"],
    "has": ["statements", "discrepancy", "number", "readout-jp"],
    "lacks": ["statements", "readout-ru", "number"],
}
MANY |= {f"not_{name}": MANY[name] for name in MANY if f"not_{name}" in MeetingFilter.base_filters}
ONE = {
    "date": ["2017", "2014-03", "2013/2016", "../2017-03-20", "2017-03-20"],
    "date_match": ["overlap", "within"],
    "year": ["2013", "2014", "2017", "2018"],
    "updated_since": ["2026-11-01T15:00:00Z", "2026-11-02"],
    "q": ["missiles", "talks", "Токио", "東京"],
    "sort": ["date", "-date", "updated"],
}
DAYS = ["2013", "2014-03", "2016-06-01", "2017-03-20", "2018", "2019-12-31"]


@st.composite
def queries(draw):
    """Query strings of known words, from few parameters, as people ask; some contradict themselves."""
    names = draw(st.lists(st.sampled_from([*MANY, *ONE, "days"]), max_size=3, unique=True))
    pairs = []
    for name in names:
        if name == "days":
            first, last = sorted(draw(st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))))
            pairs += [("from", first), ("to", last)]
        elif name in MANY:
            values = draw(st.lists(st.sampled_from(MANY[name]), min_size=1, max_size=2, unique=True))
            pairs += [(name, value) for value in values]
        else:
            pairs.append((name, draw(st.sampled_from(ONE[name]))))
    return urlencode(pairs)


def assert_all_refuse(client, query):
    for suffix in of_list("meetings"):
        answer = client.get(f"/meetings.{suffix}?{query}")
        assert answer.status_code == 400, suffix
        assert {error["code"] for error in answer.json()["errors"]} <= {"contradiction", "needs_date"}, suffix


def assert_all_agree(client, query):
    keys = reading.in_html(client, query)
    assert not {DRAFT, WITHDRAWN} & set(keys)
    for read in reading.IN_ORDER:
        assert read(client, query) == keys, read.__name__
    changed_last = list(
        Meeting.objects.filter(key__in=keys).order_by("-content_updated_at").values_list("key", flat=True)
    )
    for read in reading.NEWEST_CHANGE_FIRST:
        assert read(client, query) == (keys if "sort=" in query else changed_last), read.__name__


def test_every_parameter_that_chooses_or_orders_is_among_them():
    assert {*MANY, *ONE, "from", "to", "page", "page_size"} == set(MeetingFilter.base_filters)


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries())
def test_any_query_chooses_the_same_meetings_in_every_format_or_is_refused_in_each(client, record, query):
    if client.get(f"/meetings/?{query}").status_code == 400:
        assert_all_refuse(client, query)
    else:
        assert_all_agree(client, query)


@pytest.mark.parametrize(
    "query",
    [
        "has=number&lacks=number",
        "side=JP&lacks=statements",
        "issue=energy&not_issue=energy",
        "from=2017&date=2016",
        "date_match=within",
    ],
)
def test_a_query_that_contradicts_itself_is_refused_on_the_page_too(client, record, query):
    assert client.get(f"/meetings/?{query}").status_code == 400
    assert_all_refuse(client, query)


@pytest.mark.anywhere
@pytest.mark.parametrize("query", ["", "sort=-date", "sort=updated", "q=talks&sort=relevance", "format=2%2B2"])
@pytest.mark.parametrize("size", [1, 3])
def test_files_written_in_pieces_of_any_size_are_the_same(client, record, monkeypatch, query, size):
    monkeypatch.setattr(chunks, "CHUNK", size)

    assert_all_agree(client, query)


@pytest.mark.parametrize(
    ("noun", "query"),
    [
        *(
            ("statements", query)
            for query in (
                "",
                "side=JP",
                "sort=-date",
                "issue=missiles&kind=agreement",
                "q=claim",
                "q=claim&sort=relevance",
            )
        ),
        *(("sources", query) for query in ("", "side=JP&side=third", "q=TASS", "sort=-date", "q=TASS&sort=relevance")),
        *(("participants", query) for query in ("", "country=JP", "q=Лавров", "q=Лавров&sort=relevance")),
    ],
)
def test_the_other_lists_hold_the_same_rows_in_every_format(client, record, noun, query):
    keys = [row["key"] for row in client.get(f"/{noun}.json?{query}&page_size=500").json()["results"]]
    found = {suffix: client.get(f"/{noun}.{suffix}?{query}") for suffix in of_list(noun) if suffix != "json"}
    text = {suffix: reading.body(answer) for suffix, answer in found.items()}

    assert {answer["X-Total-Count"] for answer in found.values()} == {str(len(keys))}
    assert [row["key"] for row in csv.DictReader(io.StringIO(text["csv"], newline=""))] == keys
    assert [json.loads(line)["key"] for line in text["ndjson"].splitlines()] == keys
    if "jsonld" in text:
        assert [one["item"]["identifier"] for one in json.loads(text["jsonld"])["itemListElement"]] == keys
    if "atom" in text:
        assert text["atom"].count("<entry>") == len(json.loads(text["feed.json"])["items"]) == len(keys)
    if "bib" in text:
        assert text["bib"].count("\n  title = ") == text["ris"].count("ER  - ") == len(json.loads(text["csl.json"]))


def test_nothing_unpublished_shows_in_any_format(client, record):
    formats = ["json", "csv", "ndjson", "ics", "atom", "feed.json", "jsonld", "geojson", "timeline.json"]
    lists = [f"/meetings.{suffix}" for suffix in [*formats, "bib", "ris", "csl.json"]]
    said = [f"/statements.{suffix}" for suffix in ("csv", "ndjson", "atom", "feed.json", "jsonld", "bib", "csl.json")]

    for address in [*lists, *said]:
        text = reading.body(client.get(address))
        assert "secret" not in text, address
        assert "Hidden" not in text, address


@pytest.mark.parametrize("key", [DRAFT, WITHDRAWN])
@pytest.mark.parametrize("suffix", ["json", "ics", "jsonld", "bib", "ris", "csl.json"])
def test_an_unpublished_meeting_has_no_file(client, record, key, suffix):
    answer = client.get(f"/meetings/{key}.{suffix}")

    assert answer.status_code == (410 if key == WITHDRAWN else 404)
    assert answer["Content-Type"] == "application/problem+json"
    assert "Hidden" not in answer.content.decode()


def test_an_empty_list_is_a_whole_file_in_every_format(client, record):
    for read in [*reading.IN_ORDER, *reading.NEWEST_CHANGE_FIRST]:
        assert read(client, "place=honolulu&status=planned") == []


def test_json_is_the_answer_of_the_api(client, record):
    assert json.loads(reading.get(client, "json", "status=held&page_size=2")) == (
        client.get("/api/v1/meetings/?status=held&page_size=2").json()
    )
    assert client.get("/meetings/2017-09-06-summit.json").json() == (
        client.get("/api/v1/meetings/2017-09-06-summit/").json()
    )
