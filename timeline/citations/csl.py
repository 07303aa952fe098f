"""CSL-JSON (https://docs.citationstyles.org/): what Zotero, Mendeley and pandoc read.

``event-date`` is an EDTF string, as the schema allows, since a meeting may be known to the month only.
"""

from urllib.parse import urlsplit

TYPE = {"news": "article-newspaper", "list": "dataset"}  # all else is a page of the web


def csl(work):
    """One item."""
    item = {
        "id": work.key,
        "type": TYPE.get(work.kind, "webpage"),
        "title": work.title,
        "author": [{"literal": work.publisher}],
        "container-title": work.container,
        "contributor": [_name(work.contributor)] if work.contributor else None,
        "issued": _date(work.issued),
        "accessed": _date(work.accessed) if work.url else None,
        "URL": work.url,
        "version": work.version,
        "language": work.language,
        "event": work.event,
        "event-date": work.occurred,
        "event-place": work.place,
        "abstract": work.abstract,
        "keyword": ", ".join(work.keywords),
        "locator": work.part,
        "archive": urlsplit(work.archived_url).hostname,
        "archive_location": work.archived_url,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value}


def _name(name):
    return {"family": name.family, "given": name.given} if name.family else {"literal": name.literal}


def _date(day):
    return day and {"date-parts": [[day.year, day.month, day.day]]}
