"""MLA, entry of a page on a website in the list of works cited.

MLA Handbook, 9th edition, chapter 5: author unless it is the site itself, title in quotation marks, container in
italics, version, date (day, short month, year), address, day of access.
"""

from django.utils.html import format_html, format_html_join

from .english import closed, short_month, titled
from .foreign import told


def line(work):
    """The work in one line."""
    return format_html_join(" ", "{}", ((part,) for part in _parts(work)))


def _parts(work):
    if work.container and work.container != work.publisher:
        yield closed(work.publisher)
    yield told(titled(work), work.titled_in, "en")
    facts = [format_html("<i>{}</i>", work.container or work.publisher)]
    if work.version:
        facts.append(f"data version {work.version}")
    if work.issued:
        facts.append(_day(work.issued))
    if work.url:
        facts.append(work.url)
    yield format_html("{}.", format_html_join(", ", "{}", ((fact,) for fact in facts)))
    if work.url:
        yield f"Accessed {_day(work.accessed)}."


def _day(day):
    return f"{day.day} {short_month(day)} {day.year}"
