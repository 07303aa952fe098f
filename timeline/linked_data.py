"""What pages tell search engines in the words of https://schema.org: how it is written, and the way to a page."""

from html.parser import HTMLParser

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .exports.text import dumps

CONTEXT = "https://schema.org"
LETTERS_OF_MARKUP = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script(thing):
    """``thing`` as the element that search engines read; no browser runs it."""
    text = SafeString(dumps({"@context": CONTEXT} | thing).translate(LETTERS_OF_MARKUP))
    return format_html('<script type="application/ld+json">{}</script>', text)


def breadcrumbs(way, absolute):
    """The steps of ``way``, a list in HTML, as a ``BreadcrumbList``; ``None`` if there are none.

    ``absolute`` makes a path an address. The last step, the page itself, has no link and needs none.
    """
    reader = _Steps()
    reader.feed(way)
    reader.close()
    steps = [
        {"@type": "ListItem", "position": position, "name": " ".join(words.split())}
        | ({"item": absolute(path)} if path else {})
        for position, (words, path) in enumerate(reader.steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps} if steps else None


class _Steps(HTMLParser):
    """Reads the items of a list: ``steps`` are pairs of its words and the path of its link, ``None`` without one."""

    def __init__(self):
        super().__init__()
        self.steps = []

    def handle_starttag(self, tag, attributes):
        if tag == "li":
            self.steps.append(("", None))
        elif tag == "a" and self.steps:
            self.steps[-1] = (self.steps[-1][0], dict(attributes)["href"])

    def handle_data(self, data):
        if self.steps:
            words, path = self.steps[-1]
            self.steps[-1] = (words + data, path)
