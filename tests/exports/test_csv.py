"""``/meetings.csv`` and its kin, read back by ``csv`` and by frictionless."""

import csv
import io
import json
import re

import pytest
from frictionless import Resource, Schema

from timeline.exports.columns import COLUMNS

from .reading import body, get

pytestmark = pytest.mark.django_db

NOUNS = ["meetings", "statements", "participants", "sources"]


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def row(client, key, query=""):
    return next(one for one in rows(get(client, "csv", query)) if one["key"] == key)


@pytest.mark.parametrize("query", ["", "?lang=ja"])
@pytest.mark.parametrize("noun", NOUNS)
def test_a_table_passes_the_schema_that_it_names(client, record, noun, query, tmp_path):
    answer = client.get(f"/{noun}.csv{query}")
    (tmp_path / "table.csv").write_text(body(answer), encoding="utf-8", newline="")
    address = re.search(r'<http://testserver([^>]*)>; rel="describedby"; type="application/json"', answer["Link"])[1]
    schema = Schema.from_descriptor(client.get(address).json())

    report = Resource(path="table.csv", basepath=str(tmp_path), schema=schema, encoding="utf-8").validate()

    assert report.valid, report.flatten(["title", "fieldName", "note"])
    assert report.tasks[0].stats["rows"] > 0


@pytest.mark.parametrize("noun", NOUNS)
def test_the_header_the_schema_and_the_dictionary_name_the_same_columns(client, record, noun):
    names = [column.name for column in COLUMNS[noun]]
    dictionary = client.get("/about/data-dictionary/").content.decode()

    assert body(client.get(f"/{noun}.csv")).partition("\r\n")[0].split(",") == names
    assert [field["name"] for field in client.get(f"/{noun}.schema.json").json()["fields"]] == names
    assert all(f"<code>{name}</code>" in dictionary for name in names)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_column_holds_what_json_has_under_its_name(client, record, noun):
    answers = [json.loads(line) for line in body(client.get(f"/{noun}.ndjson")).splitlines()]

    for answer, one in zip(answers, rows(body(client.get(f"/{noun}.csv"))), strict=True):
        for column in COLUMNS[noun]:
            assert one[column.name].removeprefix("'") == column.cell(answer).removeprefix("'"), column.name


def test_lines_end_as_the_rule_has_it_and_no_mark_leads_the_file(client, record):
    text = get(client, "csv")

    assert text.startswith("key,url,")
    assert text.endswith("\r\n")
    assert len(rows(text)) == 8


def test_a_line_break_within_a_cell_is_kept(client, record):
    assert "braces}, 100% of #1_2; back\\slash.\nSecond line." in row(client, "2017-03-20-two-plus-two")["summary.en"]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_can_be_taken_for_a_formula(client, record, start):
    record.filter(key="2013-12-31-call").update(title_en=start)

    assert row(client, "2013-12-31-call")["title.en"] == f"'{start}"


def test_many_values_stand_in_one_cell_in_one_order(client, record):
    one = row(client, "2017-03-20-two-plus-two")

    assert one["participants.participant.key"] == "sergey-lavrov; fumio-kishida"
    assert one["participants.participant.name.ja"].endswith("; 岸田文雄")
    assert one["participants.side"] == "RU; JP"
    assert one["issues.key"] == "peace-treaty; missiles"


def test_what_is_not_known_is_empty(client, record):
    one = row(client, "2013-12-31-call")

    assert (one["place.key"], one["dates.time_zone"], one["duration_minutes"], one["occasion.en"]) == ("", "", "", "")


def test_a_partial_date_stays_partial(client, record):
    edtf = {key: row(client, key)["dates.edtf"] for key in ("2014-03-visit", "2014-09-visit", "2016-plan")}

    assert edtf == {"2014-03-visit": "2014-03", "2014-09-visit": "2014-09/2014-11", "2016-plan": "2016"}


def test_excel_reads_cyrillic_and_japanese_by_the_mark_that_bom_asks_for(client, record):
    text = b"".join(client.get("/meetings.csv?bom=1").streaming_content)

    assert text.startswith(b"\xef\xbb\xbfkey,")
    assert text.count(b"\xef\xbb\xbf") == 1
    assert "日露外務・防衛閣僚協議（「2+2」）、東京" in text.decode("utf-8-sig")
    assert "Консультации «2+2»" in text.decode("utf-8-sig")


def test_one_language_leaves_out_the_columns_of_the_others(client, record):
    one = row(client, "2017-03-20-two-plus-two", "lang=ru")

    assert one["title.ru"].startswith("Консультации")
    assert not {"title.ja", "format.name.en", "place.name.en", "issues.name.ja"} & set(one)
    assert set(row(client, "2017-03-20-two-plus-two", "lang=all")) == {column.name for column in COLUMNS["meetings"]}


def test_a_text_that_is_not_translated_stands_beside_in_english(client, record):
    (one, _joint) = rows(body(client.get("/statements.csv?lang=ja")))

    assert (one["text.ja"], one["text.en"]) == ("", "Claim 1 of 2017-03-20-two-plus-two.")
    assert row(client, "2016-plan", "lang=ru")["summary.en"] == "What happened at 2016-plan."
    assert "summary.ru" not in row(client, "2016-plan", "lang=en")


def test_the_headers_tell_count_version_schema_and_a_name_that_says_the_query(client, record):
    answer = client.get("/meetings.csv?format=2%2B2&date=2013/2019")

    assert answer["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert answer["X-Total-Count"] == "1"
    assert f"v{answer['X-Data-Version']}.csv" in answer["Content-Disposition"]
    assert 'attachment; filename="meetings_2013_2019_two-plus-two_' in answer["Content-Disposition"]
    assert '<http://testserver/meetings.schema.json>; rel="describedby"' in answer["Link"]
