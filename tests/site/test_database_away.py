"""A site whose database cannot be reached says so, and when to ask again, to people and programs alike."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOBODY = "postgres://nobody@127.0.0.1:1/nothing"  # where nothing listens
ADDRESSES = ["/", "/ru/meetings/?format=summit", "/ja/about/", "/api/v1/meetings/", "/meetings.csv", "/oembed/?url=x"]
ASK = """
import json, sys
import django
django.setup()
from django.test import Client
client = Client(raise_request_exception=False, headers={"host": "localhost"})
answers = [client.get(address) for address in json.loads(sys.argv[1])]
print(json.dumps([[one.status_code, dict(one.items()), one.content.decode()] for one in answers]))
"""


@pytest.fixture(scope="module")
def answers():
    """The answers of a process of its own, by address: status, headers, text."""
    environ = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "diplomacy.settings", "DATABASE_URL": NOBODY}
    environ |= {"DJANGO_DEBUG": "0", "DJANGO_LOG_LEVEL": "CRITICAL"}
    command = [sys.executable, "-W", "ignore", "-c", ASK, json.dumps(ADDRESSES)]
    told = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True)
    return dict(zip(ADDRESSES, json.loads(told.stdout), strict=True))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_is_503_and_says_when_to_ask_again(answers, address):
    status, headers, text = answers[address]

    assert (status, headers["Retry-After"], headers["Cache-Control"]) == (503, "30", "no-store")
    assert "127.0.0.1" not in text.replace("http://localhost", "")
    assert "OperationalError" not in text


@pytest.mark.parametrize(("address", "language"), list(zip(ADDRESSES, ["en", "ru", "ja"], strict=False)))
def test_people_get_a_page_in_the_language_of_the_address(answers, address, language):
    _status, headers, text = answers[address]

    assert (headers["Content-Type"], headers["Content-Language"]) == ("text/html; charset=utf-8", language)
    assert f'<html lang="{language}">' in text
    assert "<h1>" in text


@pytest.mark.parametrize("address", ADDRESSES[3:])
def test_programs_get_a_problem(answers, address):
    _status, headers, text = answers[address]

    assert headers["Content-Type"] == "application/problem+json"
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert json.loads(text)["type"].endswith("/about/api/errors/#unavailable")
