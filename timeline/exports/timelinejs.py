"""The JSON that TimelineJS3 reads (https://timeline.knightlab.com/docs/json-format.html): one slide a meeting.

TimelineJS shows its texts as HTML, so ours are escaped.
"""

from django.conf import settings
from django.utils.html import escape, format_html, format_html_join

from . import wording
from .text import json_document

PARTS = {"day": ("year", "month", "day"), "month": ("year", "month"), "year": ("year",)}


def render(export):
    """The meetings of ``export`` as slides, chunk by chunk."""
    head = {"title": {"unique_id": "title", "text": {"headline": str(escape(export.titled(settings.SITE_NAME)))}}}
    chunks = ([_slide(export, meeting) for meeting in chunk] for chunk in export.chunks())
    return json_document(head, "events", chunks)


def _slide(export, meeting):
    slide = {
        "unique_id": meeting.key,
        "start_date": _date(meeting.start, meeting.precision),
        "display_date": wording.when(meeting),
        "group": str(meeting.format),
        "text": {"headline": str(escape(str(meeting.title))), "text": _text(export, meeting)},
    }
    end = _date(meeting.end, meeting.precision)
    return slide if end == slide["start_date"] else slide | {"end_date": end}


def _date(day, precision):
    """A date with those of its parts that are known."""
    return {part: getattr(day, part) for part in PARTS[precision]}


def _text(export, meeting):
    paragraphs = [text for text in (wording.where(meeting), str(meeting.summary)) if text]
    address = export.addresses.page("meetings", meeting.key)
    link = format_html('<p><a href="{0}">{0}</a></p>', address)
    return format_html_join("", "<p>{}</p>", [[text] for text in paragraphs]) + link
