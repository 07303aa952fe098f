"""Newline-delimited JSON: each line is a row of the list as the API answers it."""

from .text import dumps


def render(export):
    """The rows of ``export``, one JSON object a line, chunk by chunk."""
    for chunk in export.chunks():
        yield "".join(f"{dumps(row)}\n" for row in export.answers(chunk))
