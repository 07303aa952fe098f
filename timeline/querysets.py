"""Every question asked of the record.

Methods that choose read as English (``published``, ``since``); methods that load are ``for_<place>``. All return
querysets, so they chain, also from ``issue.meetings``. Many-to-many questions use ``Exists``: no row comes twice.
"""

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, ExpressionWrapper, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Coalesce, TruncMonth, TruncYear


def _model(name):
    return apps.get_model("timeline", name)


class KeyedQuerySet(models.QuerySet):
    """Records that a key names."""

    def get_by_natural_key(self, key):
        """The record with that key; raises ``DoesNotExist``."""
        return self.get(key=key)


class MeetingQuerySet(KeyedQuerySet):
    """Questions the site asks of the record of meetings."""

    def published(self):
        """What the public may see."""
        return self.filter(state=self.model.State.PUBLISHED)

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
        """On whose agenda one of the issues with these keys stood."""
        tagged = self.model.issues.through.objects.filter(meeting=OuterRef("pk"))
        return self.filter(Exists(tagged.filter(issue__key__in=keys)))

    def attended_by(self, keys):
        """At which one of the participants with these keys sat."""
        seats = _model("Attendance").objects.filter(meeting=OuterRef("pk"))
        return self.filter(Exists(seats.filter(participant__key__in=keys)))

    def attended_from(self, keys):
        """At which somebody sat who held one of the offices with these keys on the first day."""
        seats = _model("Attendance").objects.filter(meeting=OuterRef("pk"))
        terms = _model("Tenure").objects.filter(participant=OuterRef("participant"), office__key__in=keys)
        return self.filter(Exists(seats.filter(Exists(terms.on(OuterRef("meeting__start"))))))

    def citing(self, keys):
        """For which one of the sources with these keys was read."""
        read = self.model.sources.through.objects.filter(meeting=OuterRef("pk"))
        return self.filter(Exists(read.filter(source__key__in=keys)))

    def with_statement(self, **that):
        """At or around which a statement was made; ``that`` narrows which statements count."""
        return self.filter(Exists(_model("Statement").objects.filter(meeting=OuterRef("pk"), **that)))

    def with_readout(self, side):
        """For which an official read-out of that side (``RU`` or ``JP``) was found."""
        read = self.model.sources.through.objects.filter(meeting=OuterRef("pk"))
        return self.filter(Exists(read.filter(source__kind="official-readout", source__side=side)))

    def with_number(self):
        """That an official count numbers."""
        return self.filter(Exists(_model("Number").objects.filter(meeting=OuterRef("pk"))))

    def with_discrepancy(self):
        """About which sources differ."""
        return self.exclude(discrepancies="")

    def oldest_first(self):
        """In order of time; the key settles ties."""
        return self.order_by("start", "key")

    def newest_first(self):
        """In reverse order of time; the key settles ties."""
        return self.order_by("-start", "-key")

    def last_changed_first(self):
        """By when readers last saw a change; the key settles ties."""
        return self.order_by("-content_updated_at", "key")

    def for_page(self):
        """Loaded with everything that a meeting's own page shows."""
        statements = _model("Statement").objects.for_page()
        links = _model("MeetingLink").objects
        return self.select_related("format", "place").prefetch_related(
            "issues",
            "sources",
            "numbers__series",
            Prefetch("attendances", _model("Attendance").objects.select_related("participant")),
            Prefetch("statements", statements),
            Prefetch("links_back", links.published().for_page().order_by("earlier__start", "earlier__key")),
            Prefetch("links_ahead", links.published().for_page().order_by("later__start", "later__key")),
        )


class AttendanceQuerySet(models.QuerySet):
    """Who sat at the table."""

    def get_by_natural_key(self, meeting, participant):
        """The seat of that participant at that meeting, both by key."""
        return self.get(meeting__key=meeting, participant__key=participant)

    def published(self):
        """At meetings that the public may see."""
        return self.filter(meeting__state="published")


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

    def for_page(self):
        """Loaded with both meetings and the sources."""
        return self.select_related("earlier__format", "later__format").prefetch_related("sources")


class StatementQuerySet(models.QuerySet):
    """What was said."""

    def get_by_natural_key(self, meeting, number):
        """Statement ``number`` of the meeting with that key."""
        return self.get(meeting__key=meeting, number=number)

    def published(self):
        """At meetings that the public may see."""
        return self.filter(meeting__state="published")

    def about(self, keys):
        """On one of the issues with these keys."""
        tagged = self.model.issues.through.objects.filter(statement=OuterRef("pk"))
        return self.filter(Exists(tagged.filter(issue__key__in=keys)))

    def citing(self, keys):
        """For which one of the sources with these keys was read."""
        read = self.model.sources.through.objects.filter(statement=OuterRef("pk"))
        return self.filter(Exists(read.filter(source__key__in=keys)))

    def in_order_of_time(self):
        """As the meetings followed each other, then by number."""
        return self.order_by("meeting__start", "meeting__key", "number")

    def for_page(self):
        """Loaded with voice, issues, sources and the claim it answers."""
        return self.select_related("speaker", "attributed_to", "in_reply_to").prefetch_related("issues", "sources")


class ParticipantQuerySet(KeyedQuerySet):
    """People who met or spoke."""

    def with_counts(self):
        """Each with ``meeting_count`` and ``statement_count`` of published meetings."""
        seats = _model("Attendance").objects.published().filter(participant=OuterRef("pk"))
        said = _model("Statement").objects.published().filter(speaker=OuterRef("pk"))
        return self.annotate(meeting_count=count_of(seats), statement_count=count_of(said))


class TenureQuerySet(models.QuerySet):
    """Who held which office when."""

    def get_by_natural_key(self, office, participant, term):
        """That term of that participant in that office, both by key."""
        return self.get(office__key=office, participant__key=participant, term=term)

    def on(self, day):
        """Tenures that may cover that day: an unknown end is open, a partial one counts to the end of its period."""
        begun = Q(start__isnull=True) | Q(start__lte=day)
        running = Q(end__isnull=True) | Q(end__gte=day) | self._same_period(day)
        return self.filter(begun & running)

    def _same_period(self, day):
        """The end is known to the month or year, and the day lies in that month or year."""
        day = ExpressionWrapper(day if hasattr(day, "resolve_expression") else Value(day), models.DateField())
        return Q(end_precision="month", end=TruncMonth(day)) | Q(end_precision="year", end=TruncYear(day))


class DataVersionQuerySet(models.QuerySet):
    """The stamp of the published record."""

    def current(self):
        """The one row; made when the record is first asked for it."""
        return self.get_or_create(pk=self.model.ONLY)[0]


def count_of(rows):
    """A subquery that counts ``rows``, which refer to the outer row; 0 where there is none."""
    counted = rows.order_by().annotate(_one=Value(1)).values("_one").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)
