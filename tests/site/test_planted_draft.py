"""Nothing that only a draft names is anywhere on the site: not on a page, in a file, a count, a proposal or a frame."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache

from tests.planted import SECRET, plant
from timeline import search
from timeline.changes import record_changed
from timeline.exports.formats import of_list
from timeline.exports.nouns import NOUNS
from timeline.filters.counts import BY
from timeline.models import Meeting

SLIP = SECRET[:-1]  # near enough to be put right, if anything could be proposed
BEGINNINGS = [
    "/",
    "/ja/",
    "/ru/meetings/",
    "/sitemap.xml",
    "/changes/",
    "/changes.json?since=0",
    "/changes.atom",
    "/embed/meetings/?page_size=50",
    "/api/v1/",
    *(f"/{noun}.{suffix}" for noun in NOUNS for suffix in of_list(noun)),
    *(f"/api/v1/meetings/counts/?by={by}" for by, _label in BY),
    *(f"/{where}?q={SLIP}" for where in ("meetings/", "search/", "search/suggest/", "statements/", "embed/meetings/")),
    *(f"/meetings/?{name}={SLIP}" for name in ("issue", "place", "participant", "source", "not_issue")),
    f"/oembed/?url=http://testserver/meetings/?issue={SLIP}",
    f"/meetings/2017-04-01-{SLIP}/",
    f"/embed/meetings/2017-04-01-{SLIP}/",
    f"/issues/{SLIP}/",
    f"/participants/{SLIP}-person/",
]
ELSEWHERE = ("/static/", "/admin/", "/api/v1/docs/", "/api/v1/schema")
OTHER_LANGUAGES = ("/ru/", "/ja/")  # begun with above, and no further: they show the same rows
ADDRESS = re.compile(r"""(?:href|src|action)="([^"]+)"|<loc>([^<]+)</loc>|"(?:html_)?url": ?"([^"]+)\"""")


@pytest.fixture
def planted(db):
    """A draft full of the secret word, as the site has it after each part of it was saved."""
    plant("draft")
    search.index_record()
    record_changed(Meeting.objects.published(), whole=True)
    cache.clear()


def led_to(text):
    """The paths of this site that an answer leads to, without what only other query strings would give."""
    for found in ADDRESS.findall(text):
        parts = urlsplit(unescape("".join(found)))
        if parts.netloc in ("", "testserver") and parts.path.startswith("/") and not parts.query:
            yield parts.path


def test_a_draft_is_nowhere_on_the_whole_site(client, planted):
    seen, waiting, leaks = set(), list(BEGINNINGS), []
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(ELSEWHERE):
            continue
        seen.add(address)
        answer = client.get(address, headers={"accept": "*/*"})
        text = answer.getvalue().decode(errors="replace") if not answer.streaming else b"".join(answer).decode()
        if SECRET in text:
            leaks.append((address, text[max(0, text.index(SECRET) - 60) :][:120]))
        waiting += [path for path in led_to(text) if not path.startswith(OTHER_LANGUAGES)]

    assert leaks == []
    assert {"/meetings/2018-05-01-summit/", "/issues/peace-treaty/", "/meetings/2017-03-20-summit.ics"} <= seen
    assert len(seen) > 100
