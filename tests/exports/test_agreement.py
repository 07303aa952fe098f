"""The same query string chooses the same meetings in every format, in the same order where the format has one."""

import json
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.exports import chunks
from timeline.models import Meeting

from . import reading
from .conftest import DRAFT, WITHDRAWN

pytestmark = pytest.mark.django_db

MANY = {
    "format": ["leaders-call", "two-plus-two", "summit", "other"],
    "issue": ["energy", "missiles", "peace-treaty"],
    "participant": ["sergey-lavrov", "fumio-kishida"],
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
ONE = {
    "date": ["2017", "2014-03", "2013/2016", "../2017-03-20", "2017-03-20"],
    "date_match": ["overlap", "within"],
    "q": ["missiles", "talks", "Токио", "東京"],
    "sort": ["date", "-date", "updated"],
}
DAYS = ["2013", "2014-03", "2016-06-01", "2017-03-20", "2018", "2019-12-31"]


@st.composite
def queries(draw):
    """Query strings that are understood, from few parameters, as people ask."""
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


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries())
def test_any_query_chooses_the_same_meetings_in_every_format(client, record, query):
    assert_all_agree(client, query)


@pytest.mark.parametrize("query", ["", "sort=-date", "sort=updated", "q=talks&sort=relevance", "format=2%2B2"])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_files_written_in_pieces_of_any_size_are_the_same(client, record, monkeypatch, query, size):
    monkeypatch.setattr(chunks, "CHUNK", size)

    assert_all_agree(client, query)


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
