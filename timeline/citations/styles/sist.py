"""SIST 02-2007「参照文献の書き方」(科学技術振興機構), a page of a website.

著者名. “題名”. ウェブサイトの名称. 更新日付. 入手先, (参照 日付). A site that answers for its own
pages stands once.
"""

from django.utils.html import format_html, format_html_join

from .foreign import told


def line(work):
    """The work in one line."""
    return format_html_join(" ", "{}", ((part,) for part in _parts(work)))


def _parts(work):
    site = work.container or work.publisher
    if work.publisher != site:
        yield f"{work.publisher}."
    yield format_html("{}." if work.title_supplied else "“{}”.", told(work.title, work.titled_in, "ja"))
    yield f"{site}."
    if work.version:
        yield f"データ版 {work.version}."
    if work.issued:
        yield f"{work.issued.isoformat()}."
    if work.url:
        yield f"{work.url}, (参照 {work.accessed.isoformat()})."
