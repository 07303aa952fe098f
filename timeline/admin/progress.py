"""Work that takes longer than a page should: done while its page is being sent, so that it tells how far it is.

One request does all of it, in one transaction if the work has one. If the editor leaves, the server closes the work,
and the transaction is taken back. No script is needed: each word of progress replaces the one before it by its style.
"""

from django.http import StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import get_language, override

MARK = "<!-- progress -->"
EVERY = 0.01  # of the work, between two words of progress


def streamed(request, work, context):
    """The answer that does ``work``, an iterable of ``Progress``, as it is sent, and then leads on.

    ``context``: of ``admin/timeline/exchange_progress.html``, with ``title`` and ``further``, the address that follows.
    """
    page = render_to_string("admin/timeline/exchange_progress.html", context, request)
    response = StreamingHttpResponse(_pieces(page, work, get_language()))
    response["X-Accel-Buffering"] = "no"  # a proxy passes each word on as it comes
    return response


def _pieces(page, work, language):
    head, tail = page.split(MARK)
    yield head
    told, words = -1.0, ""
    with override(language):
        for progress in work:
            if (progress.words != words and progress.share >= told + EVERY) or progress.share in (0, 1):
                told, words = progress.share, progress.words
                yield _item(progress)
    yield tail


def _item(progress):
    return format_html(
        '<li><progress max="100" value="{}"></progress> {}</li>\n', round(progress.share * 100), progress.words
    )
