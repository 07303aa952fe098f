"""Questions asked of records that a key names: formats, issues, places, offices, sources."""

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q

from .addresses import AddressQuestions
from .counted import CountedQuerySet
from .counting import count_of, record_model
from .keyed import KeyedQuerySet

PUBLISHED = "published"


WAITS = Q(waits=True)  # for the meeting for which it was entered


class FormatQuerySet(KeyedQuerySet):
    """Kinds of meeting."""

    def public(self):
        """All but those that wait for their first meeting to be published."""
        held = record_model("Meeting").objects.published().filter(format=OuterRef("pk"))
        return self.exclude(WAITS & ~Exists(held))

    def with_counts(self):
        """Each with ``meeting_count`` of published meetings."""
        held = record_model("Meeting").objects.published().filter(format=OuterRef("pk"))
        return self.annotate(meeting_count=count_of(held))

    def counted_in(self, meetings):
        """Pairs of each format in which some of ``meetings`` were held and how many, the most frequent first."""
        counted = dict(meetings.order_by().values_list("format").annotate(n=Count("pk")))
        formats = self.in_bulk(counted)
        return sorted(((formats[pk], n) for pk, n in counted.items()), key=lambda pair: (-pair[1], pair[0].order))


class IssueQuerySet(CountedQuerySet):
    """What is talked about."""

    facet = "issue"

    def public(self):
        """All but those that only unpublished meetings take up."""
        published = _published_use("issues", issue=OuterRef("pk"))
        parts = self.model.objects.filter(published, parent=OuterRef("pk"))
        return self.filter(published | Exists(parts) | ~(WAITS | _any_use("issues", issue=OuterRef("pk"))))

    def statements_of(self, records):
        """The statements on these issues."""
        return _tags("Statement", "issues").filter(statement__meeting__state=PUBLISHED, issue__in=records), "issue"

    def with_met(self):
        """Each with ``met``: at how many published meetings it was talked about, to order few of them by."""
        agendas = _tags("Meeting", "issues").filter(meeting__state=PUBLISHED, issue=OuterRef("pk"))
        said = _tags("Statement", "issues").filter(statement__meeting__state=PUBLISHED, issue=OuterRef("pk"))
        there = _tags("Meeting", "issues").filter(meeting=OuterRef("statement__meeting"), issue=OuterRef("issue"))
        only_said = count_of(said.filter(~Exists(there)), distinct="statement__meeting")
        return self.annotate(met=count_of(agendas) + only_said)

    def spoken_of_by(self, participant):
        """On which that person made a statement, each with ``spoken_count``, the most frequent first."""
        said = record_model("Statement").objects.published().said_by(participant)
        tags = _tags("Statement", "issues").filter(issue=OuterRef("pk"), statement__in=said.values("pk"))
        counted = self.annotate(spoken_count=count_of(tags))
        return counted.filter(spoken_count__gt=0).order_by("-spoken_count", "order", "key")


class PlaceQuerySet(KeyedQuerySet):
    """Cities."""

    def public(self):
        """All but those where only unpublished meetings were held."""
        meetings = record_model("Meeting").objects.filter(place=OuterRef("pk"))
        return self.filter(Exists(meetings.published()) | ~(WAITS | Exists(meetings)))

    def with_counts(self):
        """Each with ``meeting_count`` of published meetings."""
        held = record_model("Meeting").objects.published().filter(place=OuterRef("pk"))
        return self.annotate(meeting_count=count_of(held))

    def with_met(self):
        """Each with ``met``: how many published meetings were held there, to order few of them by."""
        return self.annotate(met=count_of(record_model("Meeting").objects.published().filter(place=OuterRef("pk"))))


class OfficeQuerySet(KeyedQuerySet):
    """Posts that people hold one after another."""

    def public(self):
        """All but those that only people of unpublished meetings held."""
        terms = record_model("Tenure").objects.filter(office=OuterRef("pk"))
        return self.filter(Exists(terms.of_public_people()) | ~(WAITS | Exists(terms)))

    def with_tenures(self):
        """Each with its ``tenures`` in order of time, and who held them."""
        tenures = record_model("Tenure").objects.of_public_people().select_related("participant")
        return self.prefetch_related(Prefetch("tenures", tenures.in_order_of_time()))


class SourceQuerySet(AddressQuestions, KeyedQuerySet):
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
        unused = ~(WAITS | _any_use("sources", source=OuterRef("pk")) | Exists(links))
        return self.filter(by_meetings | Exists(shown) | unused)

    def oldest_first(self):
        """By when they were published, those without a date last; the key settles ties."""
        return self.order_by(F("published").asc(nulls_last=True), "key")

    def newest_first(self):
        """By when they were published, the newest first, those without a date last; the key settles ties."""
        return self.order_by(F("published").desc(nulls_last=True), "key")

    def with_known_link(self):
        """Whose present address was tried."""
        return self.filter(link_state__url=F("url"))

    def with_link_as(self, state):
        """At whose present address that was found last: alive, moved, dead, unsure."""
        return self.with_known_link().filter(link_state__state=state)

    def with_counts(self):
        """Each with ``meeting_count`` and ``statement_count``: what rests on it, published meetings only."""
        met = _tags("Meeting", "sources").filter(meeting__state=PUBLISHED, source=OuterRef("pk"))
        said = _tags("Statement", "sources").filter(statement__meeting__state=PUBLISHED, source=OuterRef("pk"))
        return self.annotate(meeting_count=count_of(met), statement_count=count_of(said))

    def with_link_states(self):
        """Each with what was found last at its address."""
        return self.select_related("link_state")

    def with_meetings(self):
        """Each with its published ``meetings`` in order of time."""
        return self.prefetch_related(Prefetch("meetings", record_model("Meeting").objects.published().oldest_first()))


class OrganisationQuerySet(KeyedQuerySet):
    """Bodies to which statements are attributed."""

    def public(self):
        """All but those that only speak at unpublished meetings."""
        said = record_model("Statement").objects.filter(attributed_to=OuterRef("pk"))
        return self.filter(Exists(said.published()) | ~(WAITS | Exists(said)))

    def with_counts(self):
        """Each with ``statement_count`` of published meetings."""
        said = record_model("Statement").objects.published().filter(attributed_to=OuterRef("pk"))
        return self.annotate(statement_count=count_of(said))


class SeriesQuerySet(KeyedQuerySet):
    """Official counts."""

    def public(self):
        """All but those that only number unpublished meetings."""
        numbers = record_model("Number").objects.filter(series=OuterRef("pk"))
        return self.filter(Exists(numbers.published()) | ~(WAITS | Exists(numbers)))

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
