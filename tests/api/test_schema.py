import json

import pytest
import yaml
from django.core.management import call_command
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.factories import (
    make_link,
    make_meeting,
    make_number,
    make_office,
    make_organisation,
    make_statement,
    make_tenure,
)
from timeline.api.examples import example
from timeline.api.problems import MEDIA_TYPE
from timeline.api.views.root import LISTS
from timeline.changes import record_changed
from timeline.filters.counts import MeetingCountFilter

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def drawn():
    """The schema, once a test has asked for it; no record changes it."""
    return {}


@pytest.fixture
def schema(client, drawn):
    if not drawn:
        drawn.update(client.get("/api/v1/schema/").json())
    return drawn


def test_it_is_valid_openapi_3_1(schema):
    OpenAPIV31SpecValidator(schema).validate()
    assert schema["openapi"] == "3.1.0"


def test_the_generator_has_nothing_to_warn_of(tmp_path):
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "schema.yaml"))


@pytest.mark.parametrize(
    ("address", "accept", "media_type"),
    [
        ("schema/", "*/*", "application/json"),
        ("schema/", "application/vnd.oai.openapi+json", "application/vnd.oai.openapi+json"),
        ("schema/", "application/yaml", "application/yaml"),
        ("schema/", "application/vnd.oai.openapi", "application/vnd.oai.openapi"),
        ("schema.json", "*/*", "application/json"),
        ("schema.yaml", "*/*", "application/vnd.oai.openapi"),
    ],
)
def test_it_comes_in_json_and_yaml(client, schema, address, accept, media_type):
    answer = client.get(f"/api/v1/{address}", headers={"accept": accept})

    assert answer["Content-Type"].startswith(media_type)
    assert yaml.safe_load(answer.content) == schema


def test_it_takes_no_parameters(client):
    assert client.get("/api/v1/schema/?format=yaml").status_code == 400


@pytest.mark.parametrize("view", LISTS, ids=lambda view: view.noun)
def test_every_working_parameter_is_described_with_its_help(schema, view):
    described = schema["paths"][f"/api/v1/{view.noun}/"]["get"]["parameters"]

    assert {parameter["name"] for parameter in described} == set(view.asked_class().base_filters)
    assert all(parameter["description"] for parameter in described)


@pytest.mark.parametrize("view", LISTS, ids=lambda view: view.noun)
def test_every_described_parameter_works(client, schema, view):
    for parameter in schema["paths"][f"/api/v1/{view.noun}/"]["get"]["parameters"]:
        answer = client.get(f"/api/v1/{view.noun}/", {parameter["name"]: "0"})
        codes = [error["code"] for error in answer.json().get("errors", [])]
        assert "unknown_parameter" not in codes, parameter["name"]


def test_the_words_of_closed_lists_are_described_and_allowed(client, schema):
    parameters = {one["name"]: one["schema"] for one in schema["paths"]["/api/v1/meetings/"]["get"]["parameters"]}

    assert parameters["status"]["items"]["enum"] == ["held", "planned", "postponed", "cancelled"]
    assert parameters["page_size"] == {"type": "integer", "minimum": 1, "maximum": 500}
    for name in ("status", "confidence", "side", "kind", "has", "lacks", "date_match"):
        for word in parameters[name].get("items", parameters[name])["enum"]:
            asked = {name: word} | ({"date": "2017"} if name == "date_match" else {})
            assert client.get("/api/v1/meetings/", asked).status_code == 200, asked


def test_counts_are_described_with_what_they_need(client, schema):
    described = {one["name"]: one for one in schema["paths"]["/api/v1/meetings/counts/"]["get"]["parameters"]}

    assert set(described) == set(MeetingCountFilter.base_filters)
    assert [name for name, one in described.items() if one.get("required")] == ["by"]
    assert client.get("/api/v1/meetings/counts/").json()["errors"][0]["code"] == "required"
    for word in described["by"]["schema"]["enum"]:
        assert client.get("/api/v1/meetings/counts/", {"by": word}).status_code == 200, word


@pytest.fixture
def full_record():
    """A record in which every kind of record and every relation occurs."""
    make_office()
    make_tenure(start="2004-03-01", start_precision="month")
    first = make_meeting("2016-12-15-summit", start="2016-12-15", participants=["sergey-lavrov"], place=None)
    second = make_meeting(participants=["sergey-lavrov"])
    make_statement(second, issues=["peace-treaty"])
    claim = make_statement(first)
    body = make_organisation("mfa-japan", country="")
    make_statement(first, side="JP", kind="reply", in_reply_to=claim, attributed_to=body)
    make_statement(first, side="joint")
    make_number(first, "leaders", 16)
    make_link(first, second).sources.set(first.sources.all())
    record_changed(whole=True)


@pytest.mark.usefixtures("full_record")
@pytest.mark.parametrize("view", LISTS, ids=lambda view: view.noun)
def test_lists_and_records_are_what_the_schema_says(get, closed_schema, assert_described, view):
    body = get(f"{view.noun}/")
    assert body["count"] > 0
    assert_described(body, f"/api/v1/{view.noun}/")

    paths = [path for path in closed_schema["paths"] if path.startswith(f"/api/v1/{view.noun}/{{")]
    for row in body["results"] if paths else []:
        assert_described(get(row["url"].removeprefix("http://testserver/api/v1/")), *paths)


def test_the_entrance_is_what_the_schema_says(get, assert_described):
    body = get("")

    assert_described(body, "/api/v1/")
    assert [resource["name"] for resource in body["resources"]] == [view.noun for view in LISTS]


def test_the_entrance_leads_everywhere(client, get):
    body = get("")
    for address in [body["schema_url"], *(resource["url"] for resource in body["resources"])]:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_every_problem_is_described(schema):
    for path, operations in schema["paths"].items():
        responses = operations["get"]["responses"]
        assert {"400", "405", "406", "500"} <= set(responses), path
        for status, response in responses.items():
            media_type = "application/json" if status == "200" else MEDIA_TYPE
            assert set(response["content"]) == {media_type}
    assert "410" in schema["paths"]["/api/v1/meetings/{key}/"]["get"]["responses"]


@pytest.mark.parametrize(
    ("name", "status", "media_type"),
    [("meetings", 200, "application/json"), ("unknown_parameter", 400, MEDIA_TYPE)],
)
def test_the_examples_are_what_the_schema_says(schema, assert_described, name, status, media_type):
    path = "/api/v1/meetings/"
    assert_described(example(name), path, status, media_type)
    shown = schema["paths"][path]["get"]["responses"][str(status)]["content"][media_type]["examples"]
    assert json.dumps(example(name)) in [json.dumps(one["value"]) for one in shown.values()]


def test_the_reference_is_drawn_from_here_without_inline_scripts(client):
    answer = client.get("/api/v1/docs/", headers={"accept": "text/html"})
    page = answer.content.decode()

    assert answer.status_code == 200
    assert 'data-schema="/api/v1/schema/"' in page
    assert "<script>" not in page
    assert "style=" not in page
    assert "http://" not in page
    assert "https://" not in page
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
