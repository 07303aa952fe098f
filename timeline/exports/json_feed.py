"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): what changed last comes first."""

from django.conf import settings

from .entries import entries
from .text import json_document


def render(export):
    """The rows of ``export`` as a JSON Feed, chunk by chunk."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": export.titled(f"{settings.SITE_NAME} – {export.noun.label}"),
        "home_page_url": export.page,
        "feed_url": export.address,
        "language": export.language,
        "authors": [{"name": str(settings.SITE_NAME)}],
    }
    return json_document(head, "items", ([_item(entry) for entry in chunk] for chunk in entries(export)))


def _item(entry):
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.summary,
        "language": entry.language,
        **({"date_published": entry.published.isoformat()} if entry.published else {}),
        "date_modified": entry.updated.isoformat(),
        "tags": entry.tags,
        **({"authors": [{"name": name} for name in entry.authors]} if entry.authors else {}),
        "_diplomacy": {**entry.extras, "sources": entry.related},
    }
