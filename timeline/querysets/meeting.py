"""Questions asked of the meetings, their numbers and links."""

from django.db import models
from django.db.models import CharField, Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Cast, Coalesce, Substr

from .counting import count_of, record_model
from .facet import FacetQuestions
from .keyed import KeyedQuerySet
from .twins import TwinQuestions


class MeetingQuerySet(FacetQuestions, TwinQuestions, KeyedQuerySet):
    """Questions the site asks of the record of meetings."""

    def published(self):
        """What the public may see."""
        return self.filter(state=self.model.State.PUBLISHED)

    def public(self):
        """What the public may see, in the word of the other records."""
        return self.published()

    def changed_since(self, moment):
        """Of which readers saw a change since then."""
        return self.filter(content_updated_at__gte=moment)

    def withdrawn(self):
        """What the public once saw."""
        return self.filter(state=self.model.State.WITHDRAWN)

    def overlapping(self, first, last):
        """Meetings that could lie between two days, both inclusive; ``None`` leaves that end open."""
        return self._between(Q(end__gte=first), Q(start__lte=last), first, last)

    def within(self, first, last):
        """Meetings that surely lie between two days, both inclusive; ``None`` leaves that end open."""
        return self._between(Q(start__gte=first), Q(end__lte=last), first, last)

    def _between(self, after, before, first, last):
        return self.filter(*([after] if first else []), *([before] if last else []))

    def since(self, day):
        """On that day or later, meetings already under way included."""
        return self.overlapping(day, None)

    def until(self, day):
        """On that day or earlier, meetings still under way included."""
        return self.overlapping(None, day)

    def in_year(self, year):
        """That began in that year."""
        return self.filter(start__year=year)

    def years(self):
        """The years in which they began, in order."""
        year = Substr(Cast("start", CharField()), 1, len("2017"))
        return [int(year) for year in self.order_by().values_list(year, flat=True).distinct().order_by(year)]

    def in_format(self, keys):
        """Held in one of the formats with these keys."""
        return self.filter(format__key__in=keys)

    def at(self, keys):
        """Held in one of the places with these keys."""
        return self.filter(place__key__in=keys)

    def in_country(self, codes):
        """Held in one of these countries (ISO 3166-1 alpha-2); no meeting in a contested place is."""
        return self.filter(place__country__in=codes)

    def about(self, keys):
        """On whose agenda one of the issues with these keys stood, or where a statement was made on one."""
        return self._touching(issue__key__in=keys)

    def attended_by(self, keys):
        """At which one of the participants with these keys sat."""
        return self._named_by(record_model("Attendance").objects.filter(participant__key__in=keys))

    def attended_from(self, keys):
        """At which somebody sat who held one of the offices with these keys on the first day."""
        terms = record_model("Tenure").objects.filter(office__key__in=keys)
        seats = record_model("Attendance").objects.filter(participant__in=terms.values("participant"))
        then = terms.filter(participant=OuterRef("participant")).on(OuterRef("meeting__start"))
        return self._named_by(seats.filter(Exists(then)))

    def citing(self, keys):
        """For which one of the sources with these keys was read."""
        return self._named_by(self.model.sources.through.objects.filter(source__key__in=keys))

    def touching(self, issue):
        """As ``about``, for a record."""
        return self._touching(issue=issue)

    def _touching(self, **issue):
        tagged = self.model.issues.through.objects.filter(**issue).order_by().values("meeting")
        said = record_model("Statement").issues.through.objects.filter(**issue).order_by()
        return self.filter(pk__in=tagged.union(said.values("statement__meeting")))

    def _named_by(self, rows):
        """Those that ``rows`` of another table name."""
        return self.filter(pk__in=rows.order_by().values("meeting"))

    def before(self, meeting):
        """Earlier in the chronology, the nearest first."""
        earlier = self.filter(start__lte=meeting.start)  # an index finds these, and in this order
        return earlier.filter(Q(start__lt=meeting.start) | Q(key__lt=meeting.key)).newest_first()

    def after(self, meeting):
        """Later in the chronology, the nearest first."""
        later = self.filter(start__gte=meeting.start)
        return later.filter(Q(start__gt=meeting.start) | Q(key__gt=meeting.key)).oldest_first()

    def with_statement(self, **that):
        """At or around which a statement was made; ``that`` narrows which statements count."""
        return self._named_by(record_model("Statement").objects.filter(**that))

    def with_readout_of_japan(self):
        """For which an official Japanese read-out was found."""
        return self._with_readout("JP")

    def with_readout_of_russia(self):
        """For which an official Russian read-out was found."""
        return self._with_readout("RU")

    def _with_readout(self, side):
        in_time = Q(source__published__isnull=True) | Q(source__published__gte=F("meeting__start"))
        read = self.model.sources.through.objects.filter(in_time, source__kind="official-readout", source__side=side)
        return self._named_by(read)

    def with_number(self):
        """That an official count numbers."""
        return self._named_by(record_model("Number").objects.all())

    def with_discrepancy(self):
        """About which sources differ."""
        return self.exclude(discrepancies="")

    def with_status(self, statuses):
        """Of which one of these became: held, planned, postponed, cancelled."""
        return self.filter(status__in=statuses)

    def with_confidence(self, confidences):
        """Supported to one of these degrees: high, medium, low."""
        return self.filter(confidence__in=confidences)

    def lacking(self, question):
        """To which the method named ``question`` answers no."""
        asked = getattr(self.model.objects, question)()
        return self.exclude(pk__in=asked.order_by().values("pk"))

    def oldest_first(self):
        """In order of time; the key settles ties."""
        return self.order_by("start", "key")

    def newest_first(self):
        """In reverse order of time; the key settles ties."""
        return self.order_by("-start", "-key")

    def last_changed_first(self):
        """By when readers last saw a change; the key settles ties."""
        return self.order_by("-content_updated_at", "key")

    def with_statements_on(self, issue):
        """Each with ``said_count``: how many statements were made on that issue."""
        said = record_model("Statement").issues.through.objects.filter(statement__meeting=OuterRef("pk"), issue=issue)
        return self.annotate(said_count=count_of(said))

    def with_statements_by(self, participant):
        """Each with ``said_count``: how many statements that person made."""
        said = record_model("Statement").objects.filter(meeting=OuterRef("pk"), speaker=participant)
        return self.annotate(said_count=count_of(said))

    def with_statement_count(self):
        """Each with ``said_count``: how many statements were made at all."""
        return self.annotate(said_count=count_of(record_model("Statement").objects.filter(meeting=OuterRef("pk"))))

    def with_waiting_since(self):
        """Each with ``waiting_since``: when it was last sent to review; if nobody did, when it last changed."""
        remarks = record_model("Remark").objects.filter(meeting=OuterRef("pk"), deed="submitted")
        sent = Subquery(remarks.order_by("-at").values("at")[:1])
        return self.annotate(waiting_since=Coalesce(sent, F("content_updated_at")))

    def for_rows(self):
        """Loaded with what a line in a table shows: format and place, but none of the long texts."""
        return self.select_related("format", "place").defer(
            "summary_en", "summary_ru", "summary_ja", "numbers_note", "discrepancies"
        )

    def for_page(self):
        """Loaded with everything that a meeting's own page shows."""
        statements = record_model("Statement").objects.for_page()
        links = record_model("MeetingLink").objects
        return self.select_related("format", "place").prefetch_related(
            "issues",
            Prefetch("sources", record_model("Source").objects.with_link_states()),
            "numbers__series",
            Prefetch("attendances", record_model("Attendance").objects.select_related("participant")),
            Prefetch("statements", statements),
            Prefetch("links_back", links.published().for_page().order_by("earlier__start", "earlier__key")),
            Prefetch("links_ahead", links.published().for_page().order_by("later__start", "later__key")),
        )


class NumberQuerySet(models.QuerySet):
    """Official numbers."""

    def get_by_natural_key(self, meeting, series):
        """The number of that meeting in that count, both by key."""
        return self.get(meeting__key=meeting, series__key=series)

    def published(self):
        """Of meetings that the public may see."""
        return self.filter(meeting__state="published")


class MeetingLinkQuerySet(models.QuerySet):
    """What led to what."""

    def get_by_natural_key(self, earlier, later):
        """The link between two meetings, both by key."""
        return self.get(earlier__key=earlier, later__key=later)

    def published(self):
        """Between two meetings that the public may see."""
        return self.filter(earlier__state="published", later__state="published")

    def citing(self, source):
        """For which that source was read."""
        read = self.model.sources.through.objects.filter(meetinglink=OuterRef("pk"), source=source)
        return self.filter(Exists(read))

    def in_order_of_time(self):
        """By the later meeting, then the earlier one."""
        return self.order_by("later__start", "later__key", "earlier__start", "earlier__key")

    def for_page(self):
        """Loaded with both meetings and the sources."""
        sources = Prefetch("sources", record_model("Source").objects.with_link_states())
        return self.select_related("earlier__format", "later__format").prefetch_related(sources)
