"""Less of each record, or more of it, in one language or all; without some, lately changed, or only counted."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from freezegun import freeze_time

from tests.factories import make_issue, make_meeting, make_participant, make_source, make_statement, make_tenure
from tests.pages.reading import read
from timeline.changes import record_changed
from timeline.models import Meeting

pytestmark = pytest.mark.django_db

KEY = "2017-03-20-summit"


class TestFields:
    """``fields``"""

    def test_rows_have_these_fields_alone(self, get):
        make_meeting()

        assert get("meetings/?fields=key,dates&fields=status")["results"][0].keys() == {"key", "dates", "status"}
        assert get("issues/?fields=key")["results"] == [{"key": "peace-treaty"}]
        assert get("changes/?since=0&fields=key")["results"] == []

    def test_a_record_has_these_fields_alone(self, get):
        make_statement(make_meeting())

        assert get(f"meetings/{KEY}/?fields=key,statement_count") == {"key": KEY, "statement_count": 1}
        assert get(f"statements/{KEY}/1/?fields=number") == {"number": 1}

    def test_a_field_of_the_full_record_comes_too_if_it_is_named(self, get):
        make_meeting(discrepancies="Times differ.")

        (row,) = get("meetings/?fields=key,discrepancies")["results"]
        assert row == {"key": KEY, "discrepancies": "Times differ."}

    def test_an_unknown_field_is_refused_with_the_nearest_one(self, get):
        (error,) = get("meetings/?fields=key,titel", 400)["errors"]

        assert (error["param"], error["value"], error["did_you_mean"]) == ("fields", "titel", "title")
        assert "statements" in error["allowed"]

    def test_the_way_to_the_page_for_people_leaves_them_out(self, client):
        make_meeting()
        answer = client.get("/api/v1/meetings/?format=summit&fields=key&lang=ru")

        assert '<http://testserver/meetings/?format=summit>; rel="alternate"' in answer["Link"]
        assert answer.json()["query"] == {"format": ["summit"], "fields": ["key"], "lang": ["ru"]}


class TestExpand:
    """``expand``"""

    def test_rows_hold_what_the_full_record_has(self, get):
        make_statement(make_meeting())
        row, record = get("meetings/?expand=statements,sources")["results"][0], get(f"meetings/{KEY}/")

        assert row["statements"] == record["statements"]
        assert row["sources"] == record["sources"]
        assert row.keys() == get("meetings/")["results"][0].keys() | {"statements", "sources"}
        assert {name: row[name] for name in row if name != "statements"} == {
            name: record[name] for name in row if name != "statements"
        }

    def test_the_order_is_that_of_the_list(self, get):
        for day in ("03", "01", "02"):
            make_meeting(f"2017-03-{day}-summit", start=f"2017-03-{day}")

        rows = get("meetings/?expand=statements&sort=-date")["results"]
        assert [row["key"][8:10] for row in rows] == ["03", "02", "01"]

    def test_people_can_be_had_with_their_offices_and_sources_with_their_meetings(self, get):
        make_meeting(participants=["sergey-lavrov"])
        make_tenure()

        assert get("participants/?expand=tenures")["results"][0]["tenures"][0]["office"]["key"]
        assert get("sources/?expand=meetings")["results"][0]["meetings"][0]["key"] == KEY

    def test_it_costs_the_same_for_one_row_as_for_ten(self, client):
        def cost():
            with CaptureQueriesContext(connection) as queries:
                client.get("/api/v1/meetings/?expand=statements,led_to")
            return len(queries)

        make_statement(make_meeting())
        cost()
        one = cost()
        for day in range(10, 19):
            make_statement(make_meeting(f"2017-03-{day}-summit", start=f"2017-03-{day}"))
        assert cost() == one

    def test_a_draft_does_not_come_in_by_that_way(self, client):
        make_meeting()
        make_meeting("secret", state="draft")

        assert b"secret" not in client.get("/api/v1/sources/?expand=meetings").content

    @pytest.mark.parametrize("path", ["meetings/?expand=title", "issues/?expand=meetings", f"meetings/{KEY}/?expand=x"])
    def test_what_cannot_be_expanded_is_refused(self, get, path):
        make_meeting()

        assert get(path, 400)["errors"][0]["param"] == "expand"

    def test_what_fields_leaves_out_cannot_be_expanded(self, get):
        make_statement(make_meeting())

        (error,) = get("meetings/?fields=key,sources&expand=sources,statements", 400)["errors"]
        assert (error["param"], error["value"], error["code"]) == ("expand", "statements", "contradiction")
        (row,) = get("meetings/?fields=key,statements&expand=statements")["results"]
        assert row.keys() == {"key", "statements"}


class TestLang:
    """``lang``"""

    def test_texts_are_narrowed_down_to_one_language_at_every_depth(self, get):
        make_meeting()
        (row,) = get("meetings/?lang=ru")["results"]

        assert row["title"] == {"ru": f"Talks {KEY} (ru)"}
        assert row["format"]["name"].keys() == row["issues"][0]["name"].keys() == {"ru"}

    def test_a_text_that_is_not_translated_says_in_which_language_it_is(self, get):
        make_meeting()

        assert get(f"meetings/{KEY}/?lang=ja")["summary"] == {"en": f"What happened at {KEY}."}

    def test_the_header_says_it(self, client):
        make_meeting()

        assert client.get("/api/v1/meetings/?lang=ja")["Content-Language"] == "ja"
        assert client.get("/api/v1/meetings/?lang=all")["Content-Language"] == "en, ru, ja"

    def test_all_is_every_language(self, get):
        make_meeting()

        assert get("meetings/?lang=all")["results"] == get("meetings/")["results"]

    def test_another_language_is_refused(self, get):
        (error,) = get("meetings/?lang=de", 400)["errors"]

        assert error["allowed"] == ["all", "en", "ru", "ja"]


class TestExclusion:
    """``not_format`` and its kin"""

    @pytest.fixture(autouse=True)
    def _meetings(self):
        make_meeting("both", issues=["energy", "airspace"], participants=["sergey-lavrov"])
        make_meeting("energy", issues=["energy"], format="two-plus-two", place=None)
        make_meeting("neither", issues=[], status="cancelled", sources=["mofa"])

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("not_format=two-plus-two", {"both", "neither"}),
            ("not_format=two-plus-two&not_format=summit", set()),
            ("not_issue=airspace", {"energy", "neither"}),
            ("issue=energy&not_issue=airspace", {"energy"}),
            ("not_participant=sergey-lavrov", {"energy", "neither"}),
            ("not_place=tokyo", {"energy"}),
            ("not_country=JP", {"energy"}),
            ("not_status=cancelled", {"both", "energy"}),
            ("not_source=mofa", {"both", "energy"}),
        ],
    )
    def test_what_the_parameter_would_choose_is_left_out(self, keys, query, found):
        assert set(keys(f"meetings/?{query}")) == found

    def test_the_page_and_the_files_understand_it_too(self, client):
        assert client.get("/meetings.ndjson?not_issue=energy").getvalue().count(b"\n") == 1
        rows = read(client, "/meetings/?not_issue=energy").cssselect("li.entry h3 a")
        assert [row.get("href") for row in rows] == ["/meetings/neither/"]

    def test_an_unknown_value_is_refused_as_without_not(self, get):
        (error,) = get("meetings/?not_issue=enrgy", 400)["errors"]

        assert (error["param"], error["did_you_mean"]) == ("not_issue", "energy")


class TestUpdatedSince:
    """``updated_since``"""

    def test_meetings_and_statements_that_readers_saw_change(self, keys):
        make_statement(make_meeting("old", content_updated_at=datetime(2026, 11, 1, tzinfo=UTC)))
        make_statement(make_meeting("new", content_updated_at=datetime(2026, 11, 2, 12, tzinfo=UTC)))

        assert keys("meetings/?updated_since=2026-11-02") == ["new"]
        assert keys("meetings/?updated_since=2026-11-02T12:00:01Z") == []
        assert keys("statements/?updated_since=2026-11-02T21:00:00%2B09:00") == ["new#1"]

    def test_other_records_by_their_changes(self, keys):
        with freeze_time("2026-11-01"):
            record_changed([make_meeting(participants=["sergey-lavrov"])])
        with freeze_time("2026-11-02"):
            record_changed(others=[make_issue("energy"), make_participant("taro-kono"), make_source("mofa")])

        assert keys("issues/?updated_since=2026-11-02") == ["energy"]
        assert keys("participants/?updated_since=2026-11-02") == ["taro-kono"]
        assert keys("sources/?updated_since=2026-11-02") == ["mofa"]
        assert keys("formats/?updated_since=2026-11-02") == []
        assert keys("formats/?updated_since=2026-11-01") == ["summit"]

    def test_the_file_understands_it_too(self, client):
        make_meeting()

        assert client.get("/meetings.csv?updated_since=2100-01-01").getvalue().count(b"\r\n") == 1

    def test_another_word_is_refused(self, get):
        assert get("meetings/?updated_since=yesterday", 400)["errors"][0]["code"] == "invalid_date"


class TestCounts:
    """``/api/v1/meetings/counts/``"""

    @pytest.fixture(autouse=True)
    def _meetings(self):
        make_statement(make_meeting("one", start="2016-12-15", issues=["energy"], participants=["sergey-lavrov"]))
        make_meeting("two", issues=["energy", "airspace"], place=None, status="planned")
        make_meeting("three", start="2017-01-01", end="2017-12-31", precision="year", issues=[])
        make_meeting("draft", state="draft", start="2018-01-01")

    @staticmethod
    def counts(body):
        return [(row["value"], row["count"]) for row in body["results"]]

    @pytest.mark.parametrize(
        ("by", "expected"),
        [
            ("year", [("2016", 1), ("2017", 2)]),
            ("month", [("2016-12", 1), ("2017-03", 1), (None, 1)]),
            ("format", [("summit", 3)]),
            ("issue", [("energy", 2), ("airspace", 1), ("peace-treaty", 1)]),
            ("participant", [("sergey-lavrov", 1)]),
            ("country", [("JP", 2)]),
            ("place", [("tokyo", 2)]),
            ("status", [("held", 2), ("planned", 1)]),
            ("side", [("RU", 1)]),
        ],
    )
    def test_meetings_are_counted_by_value(self, get, by, expected):
        body = get(f"meetings/counts/?by={by}")

        assert self.counts(body) == expected
        assert (body["by"], body["count"]) == (by, 3)

    def test_the_same_parameters_choose_what_is_counted(self, get):
        body = get("meetings/counts/?by=year&issue=energy&not_status=planned")

        assert self.counts(body) == [("2016", 1)]
        assert body["query"] == {"by": ["year"], "issue": ["energy"], "not_status": ["planned"]}

    def test_a_key_comes_with_its_name(self, get):
        assert get("meetings/counts/?by=participant")["results"][0]["name"]["ru"] == "Sergey Lavrov (ru)"
        assert get("meetings/counts/?by=year")["results"][0]["name"] is None

    def test_it_is_what_the_schema_says(self, get, assert_described):
        assert_described(get("meetings/counts/?by=issue"), "/api/v1/meetings/counts/")

    @pytest.mark.parametrize(
        ("query", "param", "code"),
        [
            ("", "by", "required"),
            ("by=yaer", "by", "unknown_value"),
            ("by=year&page=2", "page", "unknown_parameter"),
            ("by=year&sort=date", "sort", "unknown_parameter"),
            ("by=year&from=2018&to=2017", "to", "ends_before_start"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, get, query, param, code):
        (error,) = get(f"meetings/counts/?{query}", 400)["errors"]

        assert (error["param"], error["code"]) == (param, code)

    def test_a_hundred_years_of_meetings_cost_no_more_queries(self, client, django_assert_max_num_queries):
        Meeting.objects.all().update(confidence="low")
        client.get("/api/v1/meetings/counts/?by=issue")
        with django_assert_max_num_queries(8):
            client.get("/api/v1/meetings/counts/?by=issue&confidence=low")
