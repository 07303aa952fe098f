"""ГОСТ Р 7.0.5–2008 «Библиографическая ссылка», затекстовая ссылка на электронный ресурс (section 10).

Title / who answers for it // container : сайт. Facts of the edition. Date. URL: address (дата обращения:
day.month.year). A page is an analytical part of its site, so two slashes stand before the site, which is not named
twice; what was not read on the web is on no site.
"""

from django.utils.html import format_html_join

from .english import closed
from .foreign import told


def line(work):
    """The work in one line."""
    return format_html_join(" ", "{}", ((part,) for part in _parts(work)))


def _parts(work):
    container = work.container or work.publisher
    yield told(work.title, work.titled_in, "ru")
    if work.publisher != container:
        yield f"/ {work.publisher}"
    yield f"// {container} : сайт." if work.url else closed(f"// {container}")
    if work.version:
        yield f"Версия данных {work.version}."
    if work.issued:
        yield f"{_day(work.issued)}."
    if work.url:
        yield f"URL: {work.url} (дата обращения: {_day(work.accessed)})."
    elif work.note:
        yield closed(work.note)


def _day(day):
    return f"{day:%d.%m.%Y}"
