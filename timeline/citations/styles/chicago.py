"""Chicago, bibliography form of a web page.

The Chicago Manual of Style, 17th edition, 14.205–14.210: owner of the page, title in quotation marks, the date on which
it came out or was last modified, address; an access date where there is no other date (14.207). What has no title is
described, without quotation marks.
"""

from django.utils.html import format_html_join

from .english import closed, month, titled
from .foreign import told


def line(work):
    """The work in one line."""
    return format_html_join(" ", "{}", ((part,) for part in _parts(work)))


def _parts(work):
    yield closed(work.publisher)
    yield told(titled(work), work.titled_in, "en")
    if work.container and work.container != work.publisher:
        yield closed(work.container)
    if work.version:
        yield f"Data version {work.version}."
    if work.issued:
        words = f"{month(work.issued)} {work.issued.day}, {work.issued.year}."
        yield f"Last modified {words}" if work.is_ours else words
    elif work.url:
        yield f"Accessed {month(work.accessed)} {work.accessed.day}, {work.accessed.year}."
    if work.url:
        yield f"{work.url}."
