"""Questions asked of records that a key names: formats, issues, places, offices, sources."""

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch

from .. import search
from .counting import count_of, record_model

PUBLISHED = "published"


class KeyedQuerySet(models.QuerySet):
    """Records that a key names."""

    def get_by_natural_key(self, key):
        """The record with that key; raises ``DoesNotExist``."""
        return self.get(key=key)

    def public(self):
        """What the public may see: all, where a record tells nothing of an unpublished meeting."""
        return self.all()

    def changed_since(self, moment):
        """That readers saw come or change since then."""
        name = self.model._meta.model_name
        told = record_model("Change").objects.filter(noun=name if name.endswith("s") else f"{name}s")
        return self.filter(Exists(told.filter(key=OuterRef("key"), at__gte=moment)))

    def matching(self, text):
        """In whose entry every word of ``text`` occurs, in whatever language (searchable records only)."""
        return search.matching(self, text)


class FormatQuerySet(KeyedQuerySet):
    """Kinds of meeting."""

    def with_counts(self):
        """Each with ``meeting_count`` of published meetings."""
        held = record_model("Meeting").objects.published().filter(format=OuterRef("pk"))
        return self.annotate(meeting_count=count_of(held))


class IssueQuerySet(KeyedQuerySet):
    """What is talked about."""

    def public(self):
        """All but those that only unpublished meetings take up."""
        published = _published_use("issues", issue=OuterRef("pk"))
        parts = self.model.objects.filter(published, parent=OuterRef("pk"))
        return self.filter(published | Exists(parts) | ~_any_use("issues", issue=OuterRef("pk")))

    def with_counts(self):
        """Each with ``meeting_count`` (on the agenda, or spoken of) and ``statement_count``, published ones only."""
        met = record_model("Meeting").objects.published().touching(OuterRef(OuterRef("pk")))
        said = _tags("Statement", "issues").filter(statement__meeting__state=PUBLISHED, issue=OuterRef("pk"))
        return self.annotate(meeting_count=count_of(met), statement_count=count_of(said))

    def spoken_of_by(self, participant):
        """On which that person made a statement, each with ``spoken_count``, the most frequent first."""
        said = _tags("Statement", "issues").filter(issue=OuterRef("pk"), statement__meeting__state=PUBLISHED)
        counted = self.annotate(spoken_count=count_of(said.filter(statement__speaker=participant)))
        return counted.filter(spoken_count__gt=0).order_by("-spoken_count", "order", "key")


class PlaceQuerySet(KeyedQuerySet):
    """Cities."""

    def public(self):
        """All but those where only unpublished meetings were held."""
        meetings = record_model("Meeting").objects.filter(place=OuterRef("pk"))
        return self.filter(Exists(meetings.published()) | ~Exists(meetings))

    def with_counts(self):
        """Each with ``meeting_count`` of published meetings."""
        held = record_model("Meeting").objects.published().filter(place=OuterRef("pk"))
        return self.annotate(meeting_count=count_of(held))


class OfficeQuerySet(KeyedQuerySet):
    """Posts that people hold one after another."""

    def public(self):
        """All but those that only people of unpublished meetings held."""
        terms = record_model("Tenure").objects.filter(office=OuterRef("pk"))
        return self.filter(Exists(terms.of_public_people()) | ~Exists(terms))

    def with_tenures(self):
        """Each with its ``tenures`` in order of time, and who held them."""
        tenures = record_model("Tenure").objects.of_public_people().select_related("participant")
        return self.prefetch_related(Prefetch("tenures", tenures.in_order_of_time()))


class SourceQuerySet(KeyedQuerySet):
    """What was read."""

    def from_sides(self, sides):
        """Texts of one of these: RU, JP, third."""
        return self.filter(side__in=sides)

    def of_kinds(self, kinds):
        """Read-outs, news, analysis …, by the words of ``Source.Kind``."""
        return self.filter(kind__in=kinds)

    def in_languages(self, codes):
        """In one of these languages (BCP 47)."""
        return self.filter(language__in=codes)

    def public(self):
        """All but those that only unpublished meetings, and links with them, rest on."""
        links = record_model("MeetingLink").sources.through.objects.filter(source=OuterRef("pk"))
        shown = links.filter(meetinglink__earlier__state=PUBLISHED, meetinglink__later__state=PUBLISHED)
        by_meetings = _published_use("sources", source=OuterRef("pk"))
        unused = ~(_any_use("sources", source=OuterRef("pk")) | Exists(links))
        return self.filter(by_meetings | Exists(shown) | unused)

    def with_counts(self):
        """Each with ``meeting_count`` and ``statement_count``: what rests on it, published meetings only."""
        met = _tags("Meeting", "sources").filter(meeting__state=PUBLISHED, source=OuterRef("pk"))
        said = _tags("Statement", "sources").filter(statement__meeting__state=PUBLISHED, source=OuterRef("pk"))
        return self.annotate(meeting_count=count_of(met), statement_count=count_of(said))

    def with_meetings(self):
        """Each with its published ``meetings`` in order of time."""
        return self.prefetch_related(Prefetch("meetings", record_model("Meeting").objects.published().oldest_first()))


class OrganisationQuerySet(KeyedQuerySet):
    """Bodies to which statements are attributed."""

    def public(self):
        """All but those that only speak at unpublished meetings."""
        said = record_model("Statement").objects.filter(attributed_to=OuterRef("pk"))
        return self.filter(Exists(said.published()) | ~Exists(said))

    def with_counts(self):
        """Each with ``statement_count`` of published meetings."""
        said = record_model("Statement").objects.published().filter(attributed_to=OuterRef("pk"))
        return self.annotate(statement_count=count_of(said))


class SeriesQuerySet(KeyedQuerySet):
    """Official counts."""

    def public(self):
        """All but those that only number unpublished meetings."""
        numbers = record_model("Number").objects.filter(series=OuterRef("pk"))
        return self.filter(Exists(numbers.published()) | ~Exists(numbers))

    def with_numbers(self):
        """Each with its ``numbers`` of published meetings, in order, and these meetings."""
        numbers = record_model("Number").objects.published().select_related("meeting")
        return self.prefetch_related(Prefetch("numbers", numbers))


def _tags(model, field):
    """The rows that tie meetings or statements to their issues or sources."""
    return getattr(record_model(model), field).through.objects.all()


def _published_use(field, **tied):
    """Whether a published meeting, or a statement at one, is tied to the outer row."""
    meetings = _tags("Meeting", field).filter(meeting__state=PUBLISHED, **tied)
    statements = _tags("Statement", field).filter(statement__meeting__state=PUBLISHED, **tied)
    return Exists(meetings) | Exists(statements)


def _any_use(field, **tied):
    """Whether any meeting or statement is tied to the outer row."""
    return Exists(_tags("Meeting", field).filter(**tied)) | Exists(_tags("Statement", field).filter(**tied))
