"""What the tests of the API share."""

import json

import pytest
from jsonschema import Draft202012Validator

from timeline.api.views.root import description


@pytest.fixture
def get(client):
    """Asks an address under /api/v1/ and returns its body; the answer must have that status."""

    def get(path, status=200, **headers):
        answer = client.get(f"/api/v1/{path}", headers=headers)
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    return get


@pytest.fixture
def keys(get):
    """The keys of the rows that a list answers."""
    return lambda path: [row["key"] for row in get(path)["results"]]


@pytest.fixture(scope="session")
def closed_schema():
    """The description of the API, in which no object may have a property that is not described."""
    schema = json.loads(json.dumps(description(), default=str))
    for component in schema["components"]["schemas"].values():
        component["additionalProperties"] = False
    return schema


@pytest.fixture
def assert_described(closed_schema):
    """Asserts that a body is what the description says of that path and status."""

    def assert_described(body, path, status=200, media_type="application/json"):
        responses = closed_schema["paths"][path]["get"]["responses"]
        schema = responses[str(status)]["content"][media_type]["schema"]
        validator = Draft202012Validator(
            {**schema, "components": closed_schema["components"]}, format_checker=Draft202012Validator.FORMAT_CHECKER
        )
        faults = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(body)]
        assert not faults

    return assert_described
