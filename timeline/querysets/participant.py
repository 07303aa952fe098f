"""Questions asked of people, their seats and their offices."""

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Prefetch, Q, Value
from django.db.models.functions import TruncMonth, TruncYear

from .counted import CountedQuerySet
from .counting import count_of, record_model
from .vocabulary import WAITS


class ParticipantQuerySet(CountedQuerySet):
    """People who met or spoke."""

    facet = "participant"

    def public(self):
        """All but those who only sat or spoke at unpublished meetings."""
        seats = record_model("Attendance").objects.filter(participant=OuterRef("pk"))
        said = record_model("Statement").objects.filter(speaker=OuterRef("pk"))
        published = Exists(seats.published()) | Exists(said.published())
        return self.filter(published | ~(WAITS | Exists(seats) | Exists(said)))

    def from_countries(self, codes):
        """From one of these countries (ISO 3166-1 alpha-2)."""
        return self.filter(country__in=codes)

    def of_kinds(self, kinds):
        """Officials or observers."""
        return self.filter(kind__in=kinds)

    def who_held(self, keys):
        """Who ever held one of the offices with these keys."""
        terms = record_model("Tenure").objects.filter(participant=OuterRef("pk"), office__key__in=keys)
        return self.filter(Exists(terms))

    def who_spoke(self):
        """Who made a published statement."""
        said = record_model("Statement").objects.published().filter(speaker=OuterRef("pk"))
        return self.filter(Exists(said))

    def by_name(self):
        """By English name; the key settles ties."""
        return self.order_by("name_en", "key")

    def met_by(self, participant):
        """Who sat across the table from that person at meetings that were held, each with ``met_count``."""
        seats = record_model("Attendance").objects
        held = seats.published().filter(participant=participant, meeting__status="held")
        across = Q()
        for side in ("RU", "JP"):
            across |= Q(meeting__in=held.filter(side=side).values("meeting")) & ~Q(side=side)
        counted = self.annotate(met_count=count_of(seats.filter(across, participant=OuterRef("pk"))))
        counted = counted.filter(met_count__gt=0)
        return counted.order_by("-met_count", "name_en", "key")

    def with_tenures(self):
        """Each with its ``tenures`` in order of time, and their offices."""
        in_order = record_model("Tenure").objects.select_related("office").in_order_of_time()
        return self.prefetch_related(Prefetch("tenures", in_order))

    def statements_of(self, records):
        """What these people said."""
        return record_model("Statement").objects.published().filter(speaker__in=records), "speaker"

    def with_met(self):
        """Each with ``met``: at how many published meetings the person sat, to order few of them by."""
        return self.annotate(
            met=count_of(record_model("Attendance").objects.published().filter(participant=OuterRef("pk")))
        )


class AttendanceQuerySet(models.QuerySet):
    """Who sat at the table."""

    def get_by_natural_key(self, meeting, participant):
        """The seat of that participant at that meeting, both by key."""
        return self.get(meeting__key=meeting, participant__key=participant)

    def published(self):
        """At meetings that the public may see."""
        return self.filter(meeting__state="published")

    def at(self, meetings):
        """Seats at these meetings."""
        return self.filter(meeting__in=meetings)


class TenureQuerySet(models.QuerySet):
    """Who held which office when."""

    def get_by_natural_key(self, office, participant, term):
        """That term of that participant in that office, both by key."""
        return self.get(office__key=office, participant__key=participant, term=term)

    def of_public_people(self):
        """Held by people whom the public may see."""
        return self.filter(participant__in=record_model("Participant").objects.public().values("pk"))

    def held_by(self, people):
        """Held by one of these people (numbers or records), with the office."""
        return self.filter(participant__in=people).select_related("office")

    def in_order_of_time(self):
        """By first day, unknown ones first; office, name and term settle ties."""
        return self.order_by(F("start").asc(nulls_first=True), "office__order", "participant__name_en", "term")

    def on(self, day):
        """Tenures that may cover that day: an unknown end is open, a partial one counts to the end of its period."""
        begun = Q(start__isnull=True) | Q(start__lte=day)
        running = Q(end__isnull=True) | Q(end__gte=day) | self._same_period(day)
        return self.filter(begun & running)

    def during(self, first, last):
        """Tenures that may cover one of the days from ``first`` to ``last``, read as ``on`` does."""
        begun = Q(start__isnull=True) | Q(start__lte=last)
        running = Q(end__isnull=True) | Q(end__gte=first) | self._same_period(first)
        return self.filter(begun & running)

    def _same_period(self, day):
        """The end is known to the month or year, and the day lies in that month or year."""
        day = ExpressionWrapper(day if hasattr(day, "resolve_expression") else Value(day), models.DateField())
        return Q(end_precision="month", end=TruncMonth(day)) | Q(end_precision="year", end=TruncYear(day))
