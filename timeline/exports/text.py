"""Small rules of writing that several formats share."""

import json
import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def dumps(value):
    """``value`` as JSON on one line, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def without_controls(text):
    """``text`` without the control characters that neither XML nor iCalendar allows, and what XML knows as none."""
    return _CONTROL.sub("", text)


def json_array(chunks, opening="[", closing="]"):
    """A JSON array, chunk by chunk; ``closing`` is written only when every chunk was."""
    yield f"{opening}\n"
    is_first = True
    for chunk in chunks:
        items = ",\n".join(dumps(item) for item in chunk)
        yield items if is_first else f",\n{items}"
        is_first = False
    yield f"\n{closing}\n"


def json_document(head, name, chunks):
    """A JSON object: the members of ``head``, then the array ``name``, chunk by chunk."""
    return json_array(chunks, opening=f'{dumps(head)[:-1]},"{name}":[', closing="]}")
