"""Marks between texts that are put together, as the active language writes them: Japanese has its own."""

from django.utils.translation import pgettext


def labelled(label, value):
    """A label and its value: "Format: Summit", "形式：首脳会談"."""
    return f"{label}{pgettext('between a label and its value', ': ')}{value}"


def dated(date, title):
    """A title after its date, both in words: "20 March 2017: Talks", "2017年3月20日：会談"."""
    return f"{date}{pgettext('between a date and a title', ': ')}{title}"


def listed(words):
    """Words or names after each other: "energy, fisheries", "エネルギー、漁業"."""
    return pgettext("between words", ", ").join(str(word) for word in words)


def told_apart(parts):
    """Parts that may hold commas themselves: "Format: Summit; Issue: energy, fisheries"."""
    return pgettext("between parts of a list", "; ").join(str(part) for part in parts)


def in_brackets(aside):
    """An aside, to stand right behind what it is about: " (Minister)", "（外相）"."""
    return f"{pgettext('before an aside', ' (')}{aside}{pgettext('after an aside', ')')}"
