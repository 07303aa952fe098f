"""What holds for every page of the record: drafts stay out, queries do not grow, the shipped record is whole."""

import re

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from tests.factories import (
    make_issue,
    make_link,
    make_meeting,
    make_number,
    make_office,
    make_organisation,
    make_participant,
    make_place,
    make_source,
    make_statement,
    make_tenure,
)
from tests.shipped import put_shipped_record
from timeline.models import (
    Attendance,
    DataVersion,
    Format,
    Issue,
    Meeting,
    MeetingLink,
    Office,
    Participant,
    Place,
    Source,
    Statement,
    Tenure,
)

ADDRESSES = [
    "/meetings/2000-01-01-m/",
    "/issues/",
    "/issues/peace-treaty/",
    "/participants/",
    "/participants/sergey-lavrov/",
    "/formats/",
    "/formats/summit/",
    "/places/",
    "/places/tokyo/",
    "/offices/",
    "/offices/ru-minister-of-foreign-affairs/",
    "/sources/",
    "/sources/mid-2017-03-20/",
    "/statements/",
    "/about/",
    "/about/licence/",
]
LISTS = ["/issues/", "/participants/", "/formats/", "/places/", "/offices/", "/sources/", "/statements/", "/about/"]


def make_rich_meeting():
    """A meeting with a row of everything."""
    kishida = make_participant("fumio-kishida", country="JP")
    seats = ["sergey-lavrov", ("fumio-kishida", {"side": "JP"})]
    meeting = make_meeting("2000-01-01-m", start="2000-01-01", participants=seats)
    claim = make_statement(meeting, 1)
    make_statement(meeting, 2, side="JP", speaker=kishida, in_reply_to=claim)
    make_statement(meeting, 3, side="observer", attributed_to=make_organisation("sankei", kind="observer"))
    make_statement(meeting, 4, speaker=make_participant("igor-morgulov"))
    make_tenure(start="2004-03-09")
    make_tenure(participant="igor-morgulov", start="1999-01-01")
    make_number(meeting, number=1)
    earlier, later = (make_meeting(f"{year}-06-01-m", start=f"{year}-06-01") for year in (1999, 2001))
    for link in (make_link(earlier, meeting), make_link(meeting, later)):
        link.sources.add(make_source("mid-2017-03-20"))
    return meeting


def multiply(meeting, count):
    """Make ``count`` more of everything that ``meeting`` has, and as many statements at ``meeting`` itself."""
    issue, source, lavrov = make_issue(), make_source(), make_participant()
    people = Participant.objects.bulk_create(_alike(lavrov, count))
    Tenure.objects.bulk_create(Tenure(office=make_office(), participant=person) for person in people)
    issues = Issue.objects.bulk_create(_alike(issue, count))
    sources = Source.objects.bulk_create(_alike(source, count))
    Place.objects.bulk_create(_alike(meeting.place, count))
    meetings = Meeting.objects.bulk_create(_alike(meeting, count))
    Attendance.objects.bulk_create(
        Attendance(meeting=one, participant=lavrov, side="RU", capacity_en="Minister") for one in meetings
    )
    MeetingLink.objects.bulk_create(MeetingLink(earlier=meeting, later=one, kind="follows") for one in meetings)
    statements = Statement.objects.bulk_create(
        Statement(meeting=place, number=number, side="RU", kind="position", text_en="Claim.", speaker=speaker)
        for number, (one, person) in enumerate(zip(meetings, people, strict=True), start=10)
        for place, speaker in ((one, lavrov), (meeting, person))
    )
    _tie(Statement, "issue", statements, [issue, issues[0]])
    _tie(Statement, "source", statements, [source, sources[0]])
    _tie(Meeting, "issue", meetings, [issue, *issues[:2]])
    _tie(Meeting, "source", meetings, [source, *sources[:2]])
    _tie(MeetingLink, "source", MeetingLink.objects.exclude(sources=source), [source])


def _alike(record, count):
    """``count`` copies of a record under keys of their own."""
    fields = {field.attname: getattr(record, field.attname) for field in record._meta.fields if field.name != "id"}
    return [type(record)(**fields | {"key": f"{record.key}-{number}"}) for number in range(count)]


def _tie(model, noun, rows, records):
    """Give every row these records, in their order."""
    through = getattr(model, f"{noun}s").through
    owner = model._meta.model_name
    through.objects.bulk_create(
        through(**{f"{owner}_id": row.pk, f"{noun}_id": record.pk, "sort_value": place})
        for row in rows
        for place, record in enumerate(records)
    )


def costs(client):
    """How many queries each page takes."""
    counted = {}
    for address in ADDRESSES:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        counted[address] = len(queries)
    return counted


@pytest.mark.django_db
def test_a_page_costs_as_many_queries_for_one_row_as_for_a_hundred(client):
    DataVersion.objects.current()
    meeting = make_rich_meeting()
    before = costs(client)
    multiply(meeting, 99)

    assert {address: cost for address, cost in costs(client).items() if cost > before[address]} == {}


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["draft", "review", "withdrawn"])
def test_nothing_of_an_unpublished_meeting_is_on_any_page(client, state):
    meeting = make_rich_meeting()
    hidden = make_meeting(
        "2000-01-02-planted",
        state=state,
        title_en="Planted talks",
        format="summit",
        place="planted-place",
        issues=["peace-treaty", "planted-issue"],
        sources=["mid-2017-03-20", "planted-source"],
        participants=["sergey-lavrov", ("planted-person", {"side": "JP"})],
    )
    make_statement(hidden, 1, text_en="Planted claim.", issues=["planted-issue"], sources=["planted-source"])
    make_statement(hidden, 2, text_en="Planted words.", speaker=make_participant("planted-speaker"))
    make_tenure(participant="planted-person")
    make_number(hidden, number=2)
    make_link(meeting, hidden).sources.add(make_source("planted-link-source"))

    for address in ADDRESSES:
        text = client.get(address).content.decode()
        assert not re.findall(r"[^\"<>]*planted[^\"<>]*", text, re.IGNORECASE), address
    assert "peace-treaty" in client.get("/issues/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("noun", ["issues/planted", "participants/planted", "places/planted", "sources/planted"])
def test_what_only_a_draft_uses_has_no_page_of_its_own(client, noun):
    issue, person, place = make_issue("planted"), make_participant("planted"), make_place("planted")
    meeting = make_meeting(state="draft", issues=["planted"], sources=["planted"], place="planted")
    make_statement(meeting, issues=["planted"], sources=["planted"], speaker=person)

    assert client.get(f"/{noun}/").status_code == 404

    meeting.state = "published"
    meeting.save()
    assert client.get(f"/{noun}/").status_code == 200
    assert issue.key == person.key == place.key


@pytest.mark.django_db
def test_pages_hold_no_inline_script_or_style(client):
    make_rich_meeting()

    for address in ADDRESSES:
        html = client.get(address).content.decode()
        assert not re.search(
            r"<script(?![^>]*\s(src|type=\"application/ld\+json\"))|<style\b|\sstyle=|\son\w+=\"", html
        ), address


class ShippedPagesTests(TestCase):
    """The record that the project ships, loaded once."""

    @classmethod
    def setUpTestData(cls):
        put_shipped_record()

    def assert_all_answer(self, records, language="en"):
        """Every record's page answers, and says nothing that a template failed to fill in."""
        for record in records:
            with override(language):
                address = record.get_absolute_url()
            response = self.client.get(address)
            assert response.status_code == 200, address
            html = response.content.decode()
            assert not re.search(r">\s*None\s*<|\{\{|\{%", html), address

    def test_issues_formats_places_offices_and_participants_have_pages(self):
        for model in (Issue, Format):
            self.assert_all_answer(model.objects.all())
        for model in (Place, Office, Participant):
            self.assert_all_answer(model.objects.order_by("key")[::4])

    def test_sources_have_pages(self):
        self.assert_all_answer(Source.objects.order_by("key")[::10])

    def test_every_kind_of_page_answers_in_russian_and_japanese(self):
        for language in ("ru", "ja"):
            for model in (Meeting, Issue, Format, Place, Office, Participant, Source):
                self.assert_all_answer(model.objects.order_by("key")[:3], language)
            for address in LISTS:
                assert self.client.get(f"/{language}{address}").status_code == 200, address

    def test_the_largest_issue_stays_on_one_page(self):
        html = self.client.get("/issues/peace-treaty/").content.decode()

        assert html.count('class="by"') == 148
        assert "?page=2" not in html

    def test_every_meeting_has_a_page_with_each_of_its_statements_once(self):
        meetings = Meeting.objects.prefetch_related("statements")
        for meeting in meetings:
            html = self.client.get(f"/meetings/{meeting.key}/").content.decode()
            shown = sorted(int(number) for number in re.findall(r'id="s(\d+)"', html))
            assert shown == [statement.number for statement in meeting.statements.all()], meeting.key
