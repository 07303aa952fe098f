"""Atom (RFC 4287): what changed last comes first."""

import io

from django.conf import settings
from django.utils.xmlutils import SimplerXMLGenerator

from ..api.link_header import LICENSE
from .entries import entries
from .names import name_of
from .text import without_controls

NAMESPACE = "http://www.w3.org/2005/Atom"


def render(export):
    """The rows of ``export`` as an Atom feed, chunk by chunk; closed only when all were written."""
    text = io.StringIO()
    xml = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("feed", {"xmlns": NAMESPACE, "xml:lang": export.language})
    _head(xml, export)
    yield _taken(text)
    for chunk in entries(export):
        for entry in chunk:
            _entry(xml, entry)
        yield _taken(text)
    xml.endElement("feed")
    yield f"{_taken(text)}\n"


def _taken(text):
    """What has been written since the last time."""
    written = text.getvalue()
    text.seek(0)
    text.truncate()
    return written


def _head(xml, export):
    _element(xml, "id", name_of(export.address))
    _element(xml, "title", export.titled(f"{settings.SITE_NAME} – {export.noun.label}"))
    _element(xml, "updated", export.version.moved_at.isoformat())
    _element(xml, "rights", LICENSE)
    _link(xml, "self", export.address, "application/atom+xml")
    _link(xml, "alternate", export.page, "text/html")
    _link(xml, "license", LICENSE)
    _person(xml, str(settings.SITE_NAME))


def _entry(xml, entry):
    xml.startElement("entry", {})
    _element(xml, "id", entry.id)
    _element(xml, "title", entry.title)
    _element(xml, "updated", entry.updated.isoformat())
    if entry.published:
        _element(xml, "published", entry.published.isoformat())
    _element(xml, "summary", entry.summary, {"type": "text", "xml:lang": entry.language})
    for name in entry.authors:
        _person(xml, name)
    for tag in entry.tags:
        xml.startElement("category", {"term": without_controls(tag)})
        xml.endElement("category")
    _link(xml, "alternate", entry.url, "text/html")
    for address in entry.related:
        _link(xml, "related", address)
    xml.endElement("entry")


def _element(xml, name, text, attributes=None):
    xml.startElement(name, attributes or {})
    xml.characters(without_controls(text))
    xml.endElement(name)


def _link(xml, relation, address, media_type=""):
    xml.startElement("link", {"rel": relation, "href": address} | ({"type": media_type} if media_type else {}))
    xml.endElement("link")


def _person(xml, name):
    xml.startElement("author", {})
    _element(xml, "name", name)
    xml.endElement("author")
