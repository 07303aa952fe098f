"""The formats that exist: by suffix, by media type, for lists and for single records."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from . import atom, bibliography, geojson, ical, json_feed, jsonld, ndjson, table, timelinejs
from .asked import ALL

MEETINGS = frozenset({"meetings"})
SAID = MEETINGS | {"statements"}
CITED = SAID | {"sources"}
LISTS = CITED | {"participants"}
CHANGES = frozenset({"changes"})  # which ``timeline.changes`` writes itself
VOCABULARY = frozenset({"formats", "issues", "places", "offices"})  # which have no files: ``Accept`` chooses JSON
ONE = "one"  # texts in one language, the one asked for


@dataclass(frozen=True)
class Format:
    """A format: where it is offered, how it is written.

    ``render`` makes the parts of a file from an ``Export``; it is ``None`` where the API itself answers.
    ``language`` is ``ONE`` or ``ALL``; ``takes`` are parameters beside those of the list. ``negotiated`` is whether the
    header ``Accept`` can choose it. ``attached`` is whether a browser saves it, ``newest_change_first`` whether that is
    its own order, ``dated`` whether it tells the day on which it was made.
    """

    suffix: str
    media_type: str
    label: str
    lists: frozenset
    records: frozenset = frozenset()
    render: Callable | None = None
    language: str = ONE
    takes: frozenset = frozenset({"lang"})
    content_type: str = ""
    negotiated: bool = True
    attached: bool = False
    newest_change_first: bool = False
    dated: bool = False

    @property
    def header(self):
        """The header ``Content-Type``."""
        return self.content_type or f"{self.media_type}; charset=utf-8"


FORMATS = {
    form.suffix: form
    for form in [
        Format(
            "json", "application/json", "JSON", LISTS | CHANGES | VOCABULARY, LISTS | VOCABULARY, takes=frozenset(),
            language=ALL,
        ),
        Format(
            "csv", "text/csv", "CSV", LISTS, render=table.render, language=ALL, takes=frozenset({"lang", "bom"}),
            content_type="text/csv; charset=utf-8; header=present", attached=True,
        ),
        Format(
            "ndjson", "application/x-ndjson", "NDJSON", LISTS, render=ndjson.render, language=ALL, takes=frozenset(),
            attached=True,
        ),
        Format("ics", "text/calendar", "iCalendar", MEETINGS, MEETINGS, render=ical.render, attached=True),
        Format("atom", "application/atom+xml", "Atom", SAID | CHANGES, render=atom.render, newest_change_first=True),
        Format(
            "feed.json", "application/feed+json", "JSON Feed", SAID, render=json_feed.render, newest_change_first=True
        ),
        Format(
            "jsonld", "application/ld+json", "JSON-LD", SAID, SAID, render=jsonld.render, language=ALL,
            takes=frozenset(),
        ),
        Format("geojson", "application/geo+json", "GeoJSON", MEETINGS, render=geojson.render),
        Format(
            "timeline.json", "application/json", "TimelineJS", MEETINGS, render=timelinejs.render, negotiated=False
        ),
        Format(
            "bib", "application/x-bibtex", "BibTeX", CITED, CITED, render=bibliography.render_bibtex, attached=True,
            dated=True,
        ),
        Format(
            "ris", "application/x-research-info-systems", "RIS", CITED, CITED, render=bibliography.render_ris,
            attached=True, dated=True,
        ),
        Format(
            "csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON", CITED, CITED,
            render=bibliography.render_csl, dated=True,
        ),
    ]
}  # fmt: skip

PURPOSES = [  # for people: what a format is good for
    (_("Spreadsheet, map"), ("csv", "geojson")),
    (_("Calendar"), ("ics",)),
    (_("Feed"), ("atom", "feed.json")),
    (_("Programs"), ("json", "ndjson", "jsonld", "timeline.json")),
    (_("Reference manager"), ("bib", "ris", "csl.json")),
]


def of_list(noun):
    """The formats of a list, by suffix."""
    return {suffix: form for suffix, form in FORMATS.items() if noun in form.lists}


def of_record(noun):
    """The formats of a single record, by suffix."""
    return {suffix: form for suffix, form in FORMATS.items() if noun in form.records}
