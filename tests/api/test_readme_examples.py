"""The README shows three requests and their answers; they are asked of the shipped record."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings

README = Path(settings.BASE_DIR) / "README.md"
EXAMPLE = re.compile(r"```http\nGET (?P<address>\S+)\n```\n+```json\n(?P<answer>.*?)```", re.DOTALL)


def examples():
    section = README.read_text(encoding="utf-8").split("## The API in three examples")[1].split("\n## ")[0]
    return [(found["address"], json.loads(found["answer"])) for found in EXAMPLE.finditer(section)]


def is_part_of(shown, answer):
    """Whether an answer, shortened, may be shown like this: keys and later rows may be left out."""
    if isinstance(shown, dict):
        return all(key in answer and is_part_of(value, answer[key]) for key, value in shown.items())
    if isinstance(shown, list):
        return len(shown) <= len(answer) and all(map(is_part_of, shown, answer))
    return shown == answer


@pytest.mark.django_db
def test_the_examples_are_true_of_the_shipped_record(client, shipped):
    assert len(examples()) == 3

    for address, shown in examples():
        answer = client.get(address, headers={"host": "127.0.0.1:8000"})
        assert is_part_of(shown, answer.json()), address


@pytest.mark.parametrize(
    ("shown", "answer", "is_part"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 2}, {"a": 1}, False),
        ({"c": 1}, {"a": 1}, False),
        ([{"a": 1}], [{"a": 1, "b": 2}, {"a": 3}], True),
        ([1, 2], [1], False),
        (None, 0, False),
    ],
)
def test_shortening_hides_no_difference(shown, answer, is_part):
    assert is_part_of(shown, answer) is is_part
