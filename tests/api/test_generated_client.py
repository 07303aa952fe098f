"""A client that openapi-python-client makes of our description of the API, without a warning, reads a live server."""

import importlib
import subprocess
import sys

import pytest

from tests.factories import make_meeting, make_statement

PACKAGE = "made_of_the_description"


@pytest.fixture
def made(client, transactional_db, tmp_path, monkeypatch):
    """A function that imports a module of the generated client; whatever the generator warns of fails the test."""
    (tmp_path / "schema.json").write_bytes(client.get("/api/v1/schema.json").content)
    (tmp_path / "config.yml").write_text("post_hooks: []\n")
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--fail-on-warning", "--meta", "none"]
    where = ["--path", "schema.json", "--config", "config.yml", "--output-path", PACKAGE]
    told = subprocess.run([*command, *where], cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603
    assert told.returncode == 0, told.stdout + told.stderr
    assert "warning" not in (told.stdout + told.stderr).lower()
    monkeypatch.syspath_prepend(tmp_path)
    yield lambda name="": importlib.import_module(f"{PACKAGE}{name}")
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def test_it_lists_and_fetches_and_is_told_what_is_wrong(made, live_server):
    meeting = make_meeting(title_ja="日露首脳会談", start="2014-03-01", end="2014-03-31", precision="month")
    make_meeting("2017-09-06-summit", start="2017-09-06", status="cancelled")
    make_statement(meeting, phrase="deeply")
    here = made("").Client(base_url=live_server.url)

    listed = made(".api.meetings.meetings_list").sync(client=here, page_size=1, format_=["summit"])
    one = made(".api.meetings.meetings_record").sync(meeting.key, client=here)
    wrong = made(".api.meetings.meetings_list").sync_detailed(client=here, format_=["sumit"])

    assert (listed.count, [row.key for row in listed.results]) == (2, [meeting.key])
    assert listed.next_.startswith(f"{live_server.url}/api/v1/meetings/?")
    assert (one.title.ja, one.dates.edtf, one.dates.precision.value) == ("日露首脳会談", "2014-03", "month")
    assert [(said.number, said.phrase) for said in one.statements] == [(1, "deeply")]
    assert isinstance(wrong.parsed, made(".models").Problem)
    assert (wrong.status_code, wrong.parsed.errors[0].did_you_mean) == (400, "summit")
