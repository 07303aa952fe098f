"""APA, reference list entry of a web page.

Publication Manual of the American Psychological Association, 7th edition, 10.16: group author, (year, month day), title
in italics, or a description in brackets (9.22), site unless it is the author, address; "n.d." where no date is known,
and then the day of retrieval.
"""

from django.utils.html import format_html, format_html_join

from .english import closed, month
from .foreign import told


def line(work):
    """The work in one line."""
    return format_html_join(" ", "{}", ((part,) for part in _parts(work)))


def _parts(work):
    yield closed(work.publisher)
    yield f"({_date(work.issued)})."
    if work.version:
        title = told(work.title, work.titled_in, "en")
        yield format_html("<i>{}</i> (Data version {}){}.", title, work.version, _form(work))
    else:
        yield format_html("{}" if work.title_supplied else "<i>{}</i>", told(closed(work.title), work.titled_in, "en"))
    if work.container and work.container != work.publisher:
        yield closed(work.container)
    if work.url:
        yield work.url if work.issued else f"Retrieved {_day(work.accessed)}, from {work.url}"


def _form(work):
    """What a list is (10.9): the rest are pages of the web, which need no word for it."""
    return " [Data set]" if work.kind == "list" else ""


def _date(day):
    return f"{day.year}, {month(day)} {day.day}" if day else "n.d."


def _day(day):
    return f"{month(day)} {day.day}, {day.year}"
