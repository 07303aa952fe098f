"""Reads a page as a reader does: by its parts, in words."""

import re

from lxml import html


def read(client, address, status=200):
    """The page at ``address`` as a tree; it must answer with ``status``."""
    response = client.get(address)
    assert response.status_code == status, f"{address}: {response.status_code}"
    return html.fromstring(response.content.decode())


def words(element):
    """What a reader sees of an element: its text, white space folded, none before punctuation."""
    return re.sub(r"\s+([,.;:])", r"\1", " ".join(element.text_content().split()))


def part(page, selector):
    """The words of the one element that ``selector`` finds."""
    (found,) = page.cssselect(selector)
    return words(found)


def parts(page, selector):
    """The words of every element that ``selector`` finds, in the order of the page."""
    return [words(found) for found in page.cssselect(selector)]


def fact(page, term):
    """What the page gives for a term of its facts: the words of its values, or ``None`` if the term is not there."""
    for row in page.cssselect(".facts dl > div"):
        if words(row.cssselect("dt")[0]) == term:
            return parts(row, "dd")
    return None
