"""The Nu HTML checker finds no error on any type of page of the shipped record.

It is a Java program: name its file in VNU_JAR=/path/to/vnu.jar (npm's package vnu-jar holds it).
"""

import json
import os
import shutil
import subprocess

import pytest

from tests.pages.page_types import PAGE_TYPES

LANGUAGES = ("", "/ru", "/ja")


@pytest.fixture(scope="module")
def checker():
    """The command that checks files and answers in JSON; the tests are skipped where it cannot run."""
    java, jar = shutil.which("java"), os.environ.get("VNU_JAR")
    if not java or not jar:
        pytest.skip("no HTML checker: it needs Java, and its file named in VNU_JAR=/path/to/vnu.jar")
    return [java, "-Xss4m", "-jar", jar, "--format", "json", "--exit-zero-always"]


def errors(checker, files):
    """What the checker calls an error, each with its file, line and text."""
    answer = subprocess.run([*checker, *map(str, files)], capture_output=True, check=True, text=True)  # noqa: S603
    messages = json.loads(answer.stderr)["messages"]
    return [
        f"{message.get('url')}, line {message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] != "info"
    ]


@pytest.mark.django_db
def test_no_type_of_page_has_an_error_in_any_language(client, checker, tmp_path):
    for language in LANGUAGES:
        for name, address in PAGE_TYPES.items():
            file = tmp_path / f"{language.strip('/') or 'en'} {name}.html"
            file.write_bytes(client.get(language + address).content)

    assert errors(checker, sorted(tmp_path.iterdir())) == []


def test_the_checker_would_find_an_error(checker, tmp_path):
    file = tmp_path / "wrong.html"
    file.write_text('<!DOCTYPE html><html lang="en"><title>x</title><p><div></div></p>')

    assert len(errors(checker, [file])) == 1
