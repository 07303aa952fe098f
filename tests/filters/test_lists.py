"""The query strings of statements, people and sources."""

import pytest
from django.http import QueryDict

from timeline import search
from timeline.filters import PageFilter, ParticipantFilter, SourceFilter, StatementFilter
from timeline.models import Format, Meeting, Participant, Source, Statement

from ..factories import (
    make_meeting,
    make_organisation,
    make_participant,
    make_source,
    make_statement,
    make_tenure,
)
from ..shared import shared

pytestmark = pytest.mark.django_db


@shared("module")
def record():
    make_participant(
        "fumio-kishida", country="JP", name_ja="岸田文雄", reading_ja="きしだ ふみお", name_ru="Фумио Кисида"
    )
    make_participant("dmitry-streltsov", kind="observer")
    make_source("mofa-2017", side="JP", language="ja", title="日露首脳会談")
    make_source("tass-2017", side="third", kind="news", language="en")
    early = make_meeting("2016-05-06-summit", start="2016-05-06", sources=["tass-2017"])
    late = make_meeting("2017-03-20-two-plus-two", format="two-plus-two", sources=["mofa-2017"])
    make_statement(
        late,
        side="JP",
        kind="reply",
        issues=["energy"],
        speaker=make_participant("fumio-kishida"),
        sources=["mofa-2017"],
    )
    make_statement(late, side="joint", kind="agreement", issues=["energy", "visas"], text_en="Missiles were discussed.")
    make_statement(early, attributed_to=make_organisation("mfa-russia"), sources=["tass-2017"])
    draft = make_meeting("2018-draft", start="2018-01-01", state="draft", sources=["secret-source"])
    make_statement(draft, speaker=make_participant("hidden-person"), sources=["secret-source"])
    make_tenure("jp-minister", "fumio-kishida")
    for model in (Statement, Participant, Source):
        search.index(model.objects.all())


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [("2016-05-06-summit", 1), ("2017-03-20-two-plus-two", 1), ("2017-03-20-two-plus-two", 2)]),
        ("sort=-date", [("2017-03-20-two-plus-two", 2), ("2017-03-20-two-plus-two", 1), ("2016-05-06-summit", 1)]),
        ("issue=visas", [("2017-03-20-two-plus-two", 2)]),
        ("side=JP&side=joint", [("2017-03-20-two-plus-two", 1), ("2017-03-20-two-plus-two", 2)]),
        ("kind=reply", [("2017-03-20-two-plus-two", 1)]),
        ("participant=fumio-kishida", [("2017-03-20-two-plus-two", 1)]),
        ("organisation=mfa-russia", [("2016-05-06-summit", 1)]),
        ("meeting=2016-05-06-summit", [("2016-05-06-summit", 1)]),
        ("format=two-plus-two&kind=agreement", [("2017-03-20-two-plus-two", 2)]),
        ("source=tass-2017", [("2016-05-06-summit", 1)]),
        ("to=2016", [("2016-05-06-summit", 1)]),
        ("date=2017&date_match=within&kind=reply", [("2017-03-20-two-plus-two", 1)]),
        ("q=missile", [("2017-03-20-two-plus-two", 2)]),
        ("q=岸田", [("2017-03-20-two-plus-two", 1)]),
    ],
)
def test_a_parameter_chooses_statements(record, query, numbers):
    selection = StatementFilter(QueryDict(query))
    assert selection.faults == []
    assert [(statement.meeting.key, statement.number) for statement in selection.qs] == numbers


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", ["dmitry-streltsov", "fumio-kishida"]),
        ("q=きしだ", ["fumio-kishida"]),
        ("q=кисида", ["fumio-kishida"]),
        ("q=Kishida", ["fumio-kishida"]),
        ("country=JP", ["fumio-kishida"]),
        ("kind=observer", ["dmitry-streltsov"]),
        ("office=jp-minister", ["fumio-kishida"]),
    ],
)
def test_a_parameter_chooses_people(record, query, keys):
    selection = ParticipantFilter(QueryDict(query))
    assert selection.faults == []
    assert [person.key for person in selection.qs if person.key != "sergey-lavrov"] == keys


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("language=ja", ["mofa-2017"]),
        ("side=third", ["tass-2017"]),
        ("kind=news&side=JP", []),
        ("q=首脳会談", ["mofa-2017"]),
        ("q=secret-source", []),
    ],
)
def test_a_parameter_chooses_sources(record, query, keys):
    selection = SourceFilter(QueryDict(query))
    assert selection.faults == []
    assert [source.key for source in selection.qs] == keys


def test_sources_stand_by_the_day_they_were_published_if_asked_to(record):
    for key, day in (("tass-2017", "2017-03-21"), ("mofa-2017", "2017-03-20")):
        Source.objects.filter(key=key).update(published=day)

    assert [source.key for source in SourceFilter(QueryDict("sort=date")).qs][:2] == ["mofa-2017", "tass-2017"]
    assert [source.key for source in SourceFilter(QueryDict("sort=-date")).qs][:2] == ["tass-2017", "mofa-2017"]


def test_a_title_that_says_it_stands_before_a_note_that_mentions_it(record):
    make_source("a-noted", note="On whaling.")
    make_source("b-titled", title="Whaling")
    search.index(Source.objects.filter(key__in=["a-noted", "b-titled"]))

    assert [source.key for source in SourceFilter(QueryDict("q=whaling")).qs] == ["a-noted", "b-titled"]
    assert [source.key for source in SourceFilter(QueryDict("q=whaling&sort=relevance")).qs] == ["b-titled", "a-noted"]


def test_a_claim_that_says_it_stands_before_one_that_is_only_about_it(record):
    about = make_statement(Meeting.objects.get(key="2017-03-20-two-plus-two"), issues=["whaling"])
    says = make_statement(Meeting.objects.get(key="2016-05-06-summit"), text_en="Whaling goes on.")
    search.index(Statement.objects.filter(pk__in=[about.pk, says.pk]))

    assert [claim.pk for claim in StatementFilter(QueryDict("q=whaling&sort=-date")).qs] == [about.pk, says.pk]
    assert [claim.pk for claim in StatementFilter(QueryDict("q=whaling&sort=relevance")).qs] == [says.pk, about.pk]


@pytest.mark.parametrize("selection_class", [StatementFilter, ParticipantFilter, SourceFilter])
def test_best_matches_want_words_to_match(record, selection_class):
    faults = selection_class(QueryDict("sort=relevance")).faults
    assert [(fault.param, fault.code) for fault in faults] == [("sort", "needs_words")]


@pytest.mark.parametrize("selection_class", [StatementFilter, ParticipantFilter, SourceFilter])
def test_every_list_refuses_what_it_does_not_know(record, selection_class):
    selection = selection_class(QueryDict("sides=JP"))
    assert [fault.code for fault in selection.faults] == ["unknown_parameter"]
    assert not selection.qs.exists()


def test_a_list_without_questions_knows_its_pages_only(record):
    selection = PageFilter(QueryDict("page=2&q=x"), queryset=Format.objects.all())
    assert [(fault.param, fault.allowed) for fault in selection.faults] == [
        ("q", ["page", "page_size", "updated_since"])
    ]
