"""Questions asked of what was said."""

from django.db import models
from django.db.models import Count, Exists, OuterRef


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

    def for_lists(self):
        """Loaded as for a page, and with the meeting and its format, for pages that are not the meeting's own."""
        return self.for_page().select_related("meeting__format")

    def for_page(self):
        """Loaded with voice, issues, sources and the claim it answers."""
        return self.select_related("speaker", "attributed_to", "in_reply_to").prefetch_related("issues", "sources")
