"""Questions asked of the meetings, their numbers and links."""

from django.db import models
from django.db.models import Case, CharField, Count, Exists, F, Max, Min, OuterRef, Prefetch, Q, When
from django.db.models.functions import Cast, Substr

from .. import search
from .counting import count_of, record_model
from .vocabulary import KeyedQuerySet

FACETS_OF_THE_MEETING = {
    "format": "format__key",
    "place": "place__key",
    "country": "place__country",
    "status": "status",
    "confidence": "confidence",
}
FACETS_OF_LINKS = {
    "participant": ("Attendance", "participant__key"),
    "side": ("Statement", "side"),
}


class MeetingQuerySet(KeyedQuerySet):
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
        seats = record_model("Attendance").objects.filter(meeting=OuterRef("pk"))
        return self.filter(Exists(seats.filter(participant__key__in=keys)))

    def attended_from(self, keys):
        """At which somebody sat who held one of the offices with these keys on the first day."""
        seats = record_model("Attendance").objects.filter(meeting=OuterRef("pk"))
        terms = record_model("Tenure").objects.filter(participant=OuterRef("participant"), office__key__in=keys)
        return self.filter(Exists(seats.filter(Exists(terms.on(OuterRef("meeting__start"))))))

    def citing(self, keys):
        """For which one of the sources with these keys was read."""
        read = self.model.sources.through.objects.filter(meeting=OuterRef("pk"))
        return self.filter(Exists(read.filter(source__key__in=keys)))

    def touching(self, issue):
        """As ``about``, for a record, its number, or ``OuterRef(OuterRef("pk"))`` inside a question about issues."""
        return self._touching(issue=issue)

    def _touching(self, **issue):
        tagged = self.model.issues.through.objects.filter(meeting=OuterRef("pk"), **issue)
        said = record_model("Statement").issues.through.objects.filter(statement__meeting=OuterRef("pk"), **issue)
        return self.filter(Exists(tagged) | Exists(said))

    def before(self, meeting):
        """Earlier in the chronology, the nearest first."""
        return self.filter(Q(start__lt=meeting.start) | Q(start=meeting.start, key__lt=meeting.key)).newest_first()

    def after(self, meeting):
        """Later in the chronology, the nearest first."""
        return self.filter(Q(start__gt=meeting.start) | Q(start=meeting.start, key__gt=meeting.key)).oldest_first()

    def with_statement(self, **that):
        """At or around which a statement was made; ``that`` narrows which statements count."""
        return self.filter(Exists(record_model("Statement").objects.filter(meeting=OuterRef("pk"), **that)))

    def with_readout_of_japan(self):
        """For which an official Japanese read-out was found."""
        return self._with_readout("JP")

    def with_readout_of_russia(self):
        """For which an official Russian read-out was found."""
        return self._with_readout("RU")

    def _with_readout(self, side):
        read = self.model.sources.through.objects.filter(meeting=OuterRef("pk"))
        in_time = Q(source__published__isnull=True) | Q(source__published__gte=OuterRef("start"))
        return self.filter(Exists(read.filter(in_time, source__kind="official-readout", source__side=side)))

    def with_number(self):
        """That an official count numbers."""
        return self.filter(Exists(record_model("Number").objects.filter(meeting=OuterRef("pk"))))

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

    def best_match_first(self, text):
        """By how well they answer the words of ``text``."""
        return search.best_first(self, text)

    def facet(self, name):
        """How many of these meetings there are by each value of the facet ``name``.

        Rows of ``value`` and ``n``; a value may come in two rows, to be added up.
        """
        if name in FACETS_OF_THE_MEETING:
            return self.values(value=F(FACETS_OF_THE_MEETING[name])).annotate(n=Count("pk")).order_by()
        if name == "issue":
            return [*self._agendas(), *self._spoken_of_only()]
        model, value = FACETS_OF_LINKS[name]
        within = record_model(model).objects.filter(meeting__in=self.order_by().values("pk"))
        return within.values(value=F(value)).annotate(n=Count("meeting", distinct=True)).order_by()

    def _agendas(self):
        """How many of these meetings had each issue on their agenda."""
        tags = self.model.issues.through.objects.filter(meeting__in=self.order_by().values("pk"))
        return tags.values(value=F("issue__key")).annotate(n=Count("pk")).order_by()

    def _spoken_of_only(self):
        """At how many of these meetings a statement was made on each issue that was not on their agenda."""
        agenda = self.model.issues.through.objects.filter(
            meeting=OuterRef("statement__meeting"), issue=OuterRef("issue")
        )
        tags = record_model("Statement").issues.through.objects.filter(
            ~Exists(agenda), statement__meeting__in=self.order_by().values("pk")
        )
        counted = tags.values(value=F("issue__key")).annotate(n=Count("statement__meeting", distinct=True))
        return counted.order_by()

    def by_month(self):
        """Counted by format, month of the first day ("2017-03") and, if no day is known, the last one.

        Rows of format, its rank, month, last day or ``None``, how many, how many were held, latest end, least number.
        """
        month = Substr(Cast("start", CharField()), 1, 7)
        until = Case(When(precision="day", then=None), default="end")
        dated = self.order_by().annotate(month=month, until=until)
        counted = dated.values_list("format__key", "format__rank", "month", "until")
        counts = {"n": Count("pk"), "held": Count("pk", filter=Q(status="held")), "last": Max("end"), "only": Min("pk")}
        return counted.annotate(**counts)

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
            "sources",
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
        return self.select_related("earlier__format", "later__format").prefetch_related("sources")
