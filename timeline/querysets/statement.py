"""Questions asked of what was said."""

from django.db import models
from django.db.models import Count, Prefetch

from .. import search
from .counting import record_model


class StatementQuerySet(models.QuerySet):
    """What was said."""

    def get_by_natural_key(self, meeting, number):
        """Statement ``number`` of the meeting with that key."""
        return self.get(meeting__key=meeting, number=number)

    def published(self):
        """At meetings that the public may see."""
        return self.filter(meeting__state="published")

    def changed_since(self, moment):
        """Of whose meetings readers saw a change since then."""
        return self.filter(meeting__content_updated_at__gte=moment)

    def about(self, keys):
        """On one of the issues with these keys."""
        return self._named_by(self.model.issues.through.objects.filter(issue__key__in=keys))

    def citing(self, keys):
        """For which one of the sources with these keys was read."""
        return self._named_by(self.model.sources.through.objects.filter(source__key__in=keys))

    def _named_by(self, rows):
        """Those that ``rows`` of another table name."""
        return self.filter(pk__in=rows.order_by().values("statement"))

    def matching(self, text):
        """In whose entry every word of ``text`` occurs, in whatever language."""
        return search.matching(self, text)

    def best_match_first(self, text):
        """By how well they answer the words of ``text``."""
        return search.best_first(self, text)

    def by_sides(self, sides):
        """Made by one of these: RU, JP, joint, observer."""
        return self.filter(side__in=sides)

    def of_kinds(self, kinds):
        """Positions, proposals, replies …, by the words of ``Statement.Kind``."""
        return self.filter(kind__in=kinds)

    def by_speakers(self, keys):
        """Made by one of the participants with these keys."""
        return self.filter(speaker__key__in=keys)

    def by_organisations(self, keys):
        """Attributed to one of the organisations with these keys."""
        return self.filter(attributed_to__key__in=keys)

    def at_meetings(self, keys):
        """Made at or around one of the meetings with these keys."""
        return self.filter(meeting__key__in=keys)

    def in_format(self, keys):
        """Made at or around a meeting in one of the formats with these keys."""
        return self.filter(meeting__format__key__in=keys)

    def overlapping(self, first, last):
        """At meetings that could lie between two days, both inclusive; ``None`` leaves that end open."""
        return self.filter(meeting__in=record_model("Meeting").objects.overlapping(first, last).values("pk"))

    def within(self, first, last):
        """At meetings that surely lie between two days, both inclusive; ``None`` leaves that end open."""
        return self.filter(meeting__in=record_model("Meeting").objects.within(first, last).values("pk"))

    def said_by(self, participant):
        """Made by that person."""
        return self.filter(speaker=participant)

    def counted_by(self, name):
        """How many there are by each value of the field ``name``: a mapping, the most frequent first."""
        counted = self.order_by().values_list(name).annotate(n=Count("pk")).order_by("-n", name)
        return dict(counted)

    def in_order_of_time(self):
        """As the meetings followed each other, then by number."""
        return self.order_by("meeting__start", "meeting__key", "number")

    def latest_first(self):
        """From the last meeting back, and from its last statement back."""
        return self.order_by("-meeting__start", "-meeting__key", "-number")

    def last_changed_first(self):
        """By when readers last saw a change of the meeting; its key and the number settle ties."""
        return self.order_by("-meeting__content_updated_at", "meeting__key", "number")

    def for_lists(self):
        """Loaded as for a page, and with the meeting and its format, for pages that are not the meeting's own."""
        return self.for_page().select_related("meeting__format")

    def for_page(self):
        """Loaded with voice, issues, sources and the claim it answers.

        Where no queryset is given, a sorted relation makes one for each statement, ordered, and never asks it.
        """
        issues = Prefetch("issues", record_model("Issue").objects.all())
        sources = Prefetch("sources", record_model("Source").objects.with_link_states())
        return self.select_related("speaker", "attributed_to", "in_reply_to").prefetch_related(issues, sources)
