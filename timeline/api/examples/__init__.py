"""Answers that the description of the API shows; tests hold them against the schema."""

import json
from pathlib import Path


def example(name):
    """The example in the file of that name beside this module."""
    return json.loads((Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8"))
