"""Days as the English styles write them, whatever the active language."""

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
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
