"""Rules of places and sources."""

from zoneinfo import available_timezones

from timeline.models import Meeting, MeetingLink, Place, Source, Statement

from .registry import Severity, rule


@rule(Severity.ERROR)
def time_zone_exists(picture):
    """The time zone of a place is one of the IANA names."""
    known = available_timezones()
    for place in picture.all(Place):
        if place.time_zone not in known:
            yield place, f"has the time zone {place.time_zone}"


@rule(Severity.WARNING)
def source_is_cited(picture):
    """Every source supports a meeting, a statement or a link."""
    cited = {
        key for model in (Meeting, Statement, MeetingLink) for entry in picture.all(model) for key in entry.sources
    }
    for source in picture.all(Source):
        if source.key not in cited:
            yield source, "is cited nowhere"
