"""Finds what a page says in a script that its readers did not ask for, and without a ``lang``."""

import re

from lxml import html

SCRIPTS = {
    "Latin": r"A-Za-zÀ-ɏ",
    "Cyrillic": r"\u0400-\u04ff",
    "Japanese": r"\u3041-\u30ff\u4e00-\u9fff",
}
FOREIGN = {"ru": ("Latin", "Japanese"), "ja": ("Latin", "Cyrillic")}
WORDS = {name: re.compile(rf"[{letters}][{letters}’'-]+|[{letters}]{{2,}}") for name, letters in SCRIPTS.items()}
SPOKEN = ("alt", "aria-label", "aria-description", "data-label", "placeholder", "title")
NOT_WORDS = ("code", "kbd", "pre", "samp", "script", "style", "template")
ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[!-~]+")


def foreign_words(page, language, allowed=()):
    """The words of ``page`` (HTML) in a script foreign to ``language``, each with the text in which it stands.

    What carries a ``lang`` of its own may be in any script, code and addresses too; ``allowed`` names are taken out
    before the words are sought.
    """
    found = {}
    longest_first = "|".join(re.escape(name) for name in sorted(allowed, key=len, reverse=True))
    taken_out = re.compile(rf"(?<![A-Za-z])(?:{longest_first})(?![A-Za-z])") if allowed else ADDRESS
    for text in _texts(html.fromstring(page), language):
        rest = taken_out.sub(" ", ADDRESS.sub(" ", text))
        for script in FOREIGN[language]:
            for word in WORDS[script].findall(rest):
                found.setdefault(word, " ".join(text.split())[:120])
    return found


def _texts(element, language):
    """Every text a reader sees or hears in ``element`` that claims to be in ``language``."""
    if not isinstance(element.tag, str) or element.tag in NOT_WORDS:
        return
    if element.get("lang", language) != language or element.get("translate") == "no":
        return
    yield from (element.get(name) for name in SPOKEN if element.get(name))
    if element.tag == "meta" and element.get("name") == "description":
        yield element.get("content", "")
    yield element.text or ""
    for child in element:
        yield from _texts(child, language)
        yield child.tail or ""
