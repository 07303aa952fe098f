"""Days and titles as the English styles write them, whatever the active language."""

import re

_PAIR = re.compile('[“"]([^“”"]*)[”"]')
_MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip


def month(day):
    """The month in full: "September"."""
    return _MONTHS[day.month - 1]


def short_month(day):
    """The month as MLA shortens it: "Sept.", but "May", "June", "July"."""
    name = month(day)
    return name if len(name) < 5 else f"{name[:4] if name == 'September' else name[:3]}."


def closed(text):
    """``text`` as a sentence: a full stop at its end, unless it has a mark there."""
    return text if text.endswith((".", "?", "!", "…", "。", "？", "！")) else f"{text}."


def titled(work):
    """The title of ``work`` as a sentence in quotation marks; a description of ours, which is no title, without."""
    return closed(work.title) if work.title_supplied else quoted(work.title)


def quoted(text):
    """``text`` as a sentence in double quotation marks; what stands in such marks within it gets single ones."""
    inner = _PAIR.sub("‘\\1’", text)
    if text.endswith(("”", '"')) and inner.endswith("’"):
        return f"“{closed(inner[:-1])}’”"
    return f"“{closed(inner)}”"
