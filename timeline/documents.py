"""Documents of this project (``docs/*.md``) as parts of pages: HTML that reads on a phone and by keyboard.

The English ones are in ``docs/``, their translations under the same names in ``docs/<language>/``.
"""

import re
from functools import cache
from typing import NamedTuple

import markdown
from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from markdown.extensions.toc import TocExtension, slugify

DIRECTORY = settings.BASE_DIR / "docs"
ENGLISH = "en"
AT_HOME = "http://127.0.0.1:8000"  # where the examples in the documents ask

TITLE = re.compile(r"^# ", re.MULTILINE)
LINK_TO_A_DOCUMENT = re.compile(r"\[([^\]]+)\]\((?:\.\./)?\w+\.md\)")
HEADING_ID = re.compile(r'<h[1-6] id="([^"]+)"')


class Document(NamedTuple):
    """A document as safe HTML, and the language in which it is."""

    body: str
    language: str


def document(name, site=AT_HOME):
    """The document ``name`` in the active language, or in English if it has no translation; examples ask this ``site``.

    Wide tables and code can be scrolled by keyboard. The ids of the headings are the English ones in every language, so
    that a link to one of them works in all. The documents are files of this project; nothing in them was typed by
    anybody from outside.
    """
    language = get_language() or ENGLISH
    if not _file(name, language).is_file():
        language = ENGLISH
    body = _html(name, language).replace(AT_HOME, escape(site))
    body = re.sub(r"<table>.*?</table>", r'<div class="scroll" tabindex="0">\g<0></div>', body, flags=re.DOTALL)
    return Document(mark_safe(body.replace("<pre>", '<pre tabindex="0">')), language)  # noqa: S308 -- see above


def _file(name, language):
    return DIRECTORY / ("" if language == ENGLISH else language) / f"{name}.md"


def _html(name, language):
    if language == ENGLISH:
        slugs = slugify
    else:
        anchors = iter(_anchors(name))
        slugs = lambda heading, separator: next(anchors)  # noqa: E731 -- as the extension calls it
    return markdown.markdown(_text(name, language), extensions=["tables", "fenced_code", TocExtension(slugify=slugs)])


@cache
def _anchors(name):
    """The ids of the headings, in order."""
    return HEADING_ID.findall(_html(name, ENGLISH))


def _text(name, language):
    """The document as it reads on a page of the site.

    What stands above the title leads readers of the file to its other languages. Other documents are no pages: they are
    named, not linked. Pictures are beside the page.
    """
    text = _file(name, language).read_text(encoding="utf-8")
    text = text[TITLE.search(text).start() :]
    return LINK_TO_A_DOCUMENT.sub(r"\1", text).replace("](../images/", "](images/")
