"""Which meetings may be the one that is being entered."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from ..twins import NEAR, NEIGHBOURS
from .counting import record_model


class TwinQuestions(models.QuerySet):
    """Questions about meetings that may be recorded twice."""

    def twins_of(self, occasion):
        """Meetings, in whatever state, that may be the same as an ``Occasion`` of numbers (``timeline.twins``)."""
        seats = record_model("Attendance").objects.filter(meeting=OuterRef("pk"), participant__in=occasion.people)
        read = self.model.sources.through.objects.filter(meeting=OuterRef("pk"), source__in=occasion.sources)
        same = Q(format=occasion.format) | Exists(seats)
        return self.filter((_within(occasion, NEIGHBOURS) & same) | (_within(occasion, NEAR) & Exists(read)))


def _within(occasion, reach):
    overlaps = Q(start__lte=occasion.end, end__gte=occasion.start)
    if not occasion.to_the_day:
        return overlaps
    near = Q(start__lte=occasion.end + reach, end__gte=occasion.start - reach)
    return overlaps | (Q(precision="day") & near)
