"""Two records become one, with all that named them, and can be parted again: on rows of the shipped record."""

import pytest

from tests.factories import make_attendance, make_tenure
from tests.merging.conftest import YEAR, record, somebody
from timeline import search
from timeline.changes import record_changed
from timeline.loading import load
from timeline.merging import MergeError, UndoError, larger_first, obstacles_to_undo, plan, undo
from timeline.models import (
    Change,
    FormerKey,
    LinkState,
    Meeting,
    MeetingLink,
    Organisation,
    Participant,
    Place,
    Revision,
    Source,
    Statement,
    Tenure,
)

pytestmark = pytest.mark.django_db

TWO_PLUS_TWO = "2013-11-02-two-plus-two"


def keys(listed):
    return [one.key for one in listed.all()]


def told(since):
    changes = Change.objects.filter(pk__gt=since).oldest_first()
    return {(change.noun, change.key): (change.kind, change.fields) for change in changes}


def last_change():
    return Change.objects.newest_first().values_list("pk", flat=True)[0]


@pytest.fixture
def before_it(shipped, db):
    """The record before anybody was entered twice."""
    return record()


@pytest.fixture
def two_sources(shipped, db):
    """Two sources of one meeting, the later of which also stands alone elsewhere; both beside a third."""
    meeting = Meeting.objects.get(key=TWO_PLUS_TWO)
    stay, gone, third = Source.objects.filter(meetings=meeting).order_by("pk")[:3]
    meeting.sources.set([third, gone, stay])
    said = list(Statement.objects.filter(meeting=meeting).order_by("number")[:2])
    said[0].sources.set([gone, third])
    said[1].sources.set([stay, gone])
    link = MeetingLink.objects.filter(later=meeting).first()
    link.sources.set([gone])
    return stay, gone, third, meeting, said, link


def test_a_person_entered_twice_is_then_as_if_entered_once(before_it, twice, merged):
    merged(*twice)
    after = record()
    person = after[Participant].pop(("fumio-kishida",))
    before_it[Participant].pop(("fumio-kishida",))

    assert after == before_it
    assert person["aliases"] == ["Kischida", "F. Kishida"]
    assert person["note"] == ""


def test_empty_fields_are_filled_if_the_editor_says_so(twice, merged):
    once, twin = twice
    merged(once, twin, taken=["note", "name_en"])

    once.refresh_from_db()
    assert once.note == "Entered from a read-out."
    assert once.name_en == "Fumio Kishida"


def test_lists_of_sources_keep_their_order_and_name_each_once(two_sources, merged):
    stay, gone, third, meeting, said, link = two_sources
    planned = plan(stay, gone)
    merged(stay, gone)

    both = {moved.field.model: moved.both for moved in planned.moves}
    assert both[Meeting] == {meeting.pk}
    assert both[Statement] == {said[1].pk}
    assert keys(meeting.sources) == [third.key, stay.key]
    assert keys(said[0].sources) == [stay.key, third.key]
    assert keys(said[1].sources) == [stay.key]
    assert keys(link.sources) == [stay.key]


@pytest.mark.parametrize(
    ("model", "key", "field"), [(Organisation, "mfa-russia", "attributed_to"), (Place, "moscow", "place")]
)
def test_bodies_and_places_merge_as_well(shipped, db, merged, model, key, field):
    gone = model.objects.get(key=key)
    stay = model.objects.filter(country=gone.country).exclude(pk=gone.pk).order_by("pk").first()
    named = plan(stay, gone).rows
    before = record()
    done = merged(stay, gone)

    assert named
    assert {getattr(type(row).objects.get(pk=row.pk), field) for row in named} == {stay}
    assert not model.objects.filter(pk=gone.pk).exists()

    undo(done, somebody())

    assert record() == before


@pytest.mark.parametrize("twins", ["twice", "two_sources"])
def test_undone_everything_is_as_it_was(request, merged, twins):
    stay, gone, *_ = request.getfixturevalue(twins)
    LinkState.objects.bulk_create(
        LinkState(source=one, url=one.url, state="dead", checked_at="2026-11-20T10:00:00Z", detail="404")
        for one in (stay, gone)
        if isinstance(one, Source)
    )
    before, links = record(), list(LinkState.objects.order_by("pk").values("pk", "source", "state", "checked_at"))
    done = merged(stay, gone)
    assert record() != before

    undo(done, somebody())

    assert record() == before
    assert list(LinkState.objects.order_by("pk").values("pk", "source", "state", "checked_at")) == links
    assert not FormerKey.objects.exists()
    assert obstacles_to_undo(done) == ["It was undone already."]


def test_the_gone_key_leads_on_and_what_led_there_before_does_too(twice, merged, client):
    once, twin = twice
    FormerKey.objects.create(noun="participants", key="kishida", kind="renamed", successor=twin.key)
    merged(once, twin)

    for former in ("f-kishida", "kishida"):
        answer = client.get(f"/participants/{former}/")
        assert (answer.status_code, answer["Location"]) == (301, "/participants/fumio-kishida/")


def test_readers_are_told_and_search_follows(twice, merged):
    once, twin = twice
    record_changed(Meeting.objects.published(), others=[twin, once])
    seat = twin.attendances.first()
    stamp, since = seat.meeting.content_updated_at, last_change()
    merged(once, twin)
    changes = told(since)

    assert changes["participants", "f-kishida"] == ("withdrawn", [])
    assert changes["participants", "fumio-kishida"] == ("changed", ["aliases", "tenures"])
    assert changes["meetings", seat.meeting.key] == ("changed", ["participants"])
    assert Meeting.objects.get(pk=seat.meeting_id).content_updated_at > stamp
    assert [one.key for one in search.matching(Participant.objects.all(), "Kischida")] == ["fumio-kishida"]
    assert seat.meeting in search.matching(Meeting.objects.all(), "Kischida")


def test_every_record_that_changed_keeps_a_version_that_says_why(twice, merged):
    once, twin = twice
    meeting = twin.attendances.first().meeting
    merged(once, twin, reason="Both are the deputy minister.")

    for noun, key in (("participants", once.key), ("meetings", meeting.key)):
        kept = Revision.objects.of(noun, key)
        assert [(one.deed, one.reason) for one in kept][-1] == ("merged", "Both are the deputy minister.")
        assert kept.count() == 2


def test_a_second_load_leaves_a_merge_as_it_is(shipped, db, merged):
    onodera, kishida = (Participant.objects.get(key=key) for key in ("itsunori-onodera", "fumio-kishida"))
    merged(onodera, kishida, decide="stays")
    before = record()

    load(YEAR)

    assert record() == before


def test_what_readers_know_of_stays_known_in_a_record_that_was_entered_for_later(shipped, db, merged):
    names = {"name_en": "Lone", "name_ru": "Один", "name_ja": "一", "country": "RU", "kind": "official"}
    waiting = Participant.objects.create(key="waiting", waits=True, **names)
    known = Participant.objects.create(key="known", **names)
    merged(waiting, known)

    assert Participant.objects.public().filter(pk=waiting.pk).exists()


# What only one can have


@pytest.mark.parametrize(("decision", "capacity"), [("stays", "Minister for Foreign Affairs"), ("goes", "Guest")])
def test_of_two_seats_at_one_meeting_the_chosen_one_stays(twice, merged, decision, capacity):
    once, twin = twice
    seat = once.attendances.first()
    make_attendance(seat.meeting, twin.key, capacity_en="Guest")
    before = record()
    done = merged(once, twin, decide=decision)

    assert seat.meeting.attendances.get(participant=once).capacity_en == capacity

    undo(done, somebody())

    assert record() == before


@pytest.mark.parametrize(
    ("dates", "options"),
    [
        ({"start": "2013-01-01", "end": "2014-01-01"}, ["stays", "goes"]),
        ({"start": None}, ["stays", "goes", "both"]),
        ({"start": "2010-01-01", "end": None}, ["stays", "goes", "both"]),
        ({"start": "2009-01-01", "end": "2010-01-01"}, None),
    ],
)
def test_terms_that_may_be_one_are_to_be_decided(shipped, db, merged, dates, options):
    once, twin = (Participant.objects.get(key=key) for key in ("taro-kono", "fumio-kishida"))
    make_tenure("spare-office", once.key, start="2012-06-01", end="2014-06-01")
    term = make_tenure("spare-office", twin.key, **dates)
    (conflict,) = [one for one in plan(once, twin).conflicts if one.goes == term] or [None]

    assert (conflict and conflict.options) == options

    seats = {one.name: "stays" for one in plan(once, twin).conflicts}
    merged(once, twin, decisions=seats | ({conflict.name: options[-1]} if options else {}))

    kept = Tenure.objects.filter(office__key="spare-office").order_by("term")
    both = options is None or "both" in options
    assert [(one.participant, one.term) for one in kept] == ([(once, 1), (once, 2)] if both else [(once, 1)])
    if not both:
        assert kept[0].pk == term.pk


# What is refused


def test_people_of_different_countries_are_not_merged(shipped, db, merged):
    lavrov, kishida = (Participant.objects.get(key=key) for key in ("sergey-lavrov", "fumio-kishida"))

    assert plan(lavrov, kishida).obstacles == [
        "They are of different countries (RU, JP): whichever is wrong is corrected first."
    ]
    with pytest.raises(MergeError, match="different countries"):
        merged(lavrov, kishida, decide="stays")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"reason": " "}, "Say why"),
        ({"seen": "another"}, "Something changed since"),
        ({"decisions": {}}, "Decide what stays"),
    ],
)
def test_nothing_is_merged_without_a_reason_unseen_or_undecided(twice, merged, said, why):
    once, twin = twice
    make_attendance(once.attendances.first().meeting, twin.key)
    before = record()

    with pytest.raises(MergeError, match=why):
        merged(once, twin, **{"decide": "stays"} | said)

    assert record() == before


def test_what_was_changed_since_stands_in_the_way_of_undoing(twice, merged):
    once, twin = twice
    seat, other = twin.attendances.order_by("pk")[:2]
    said = twin.statements.first()
    done = merged(once, twin)
    before = record()
    seat.refresh_from_db()
    seat.participant = Participant.objects.get(key="sergey-lavrov")
    seat.meeting.attendances.filter(participant=seat.participant).delete()
    seat.save()
    other.delete()
    Participant.objects.create(key=twin.key, name_en="Another", name_ru="Другой", name_ja="別", country="RU")
    now = record()

    with pytest.raises(UndoError) as refused:
        undo(done, somebody())

    assert set(refused.value.obstacles) == {
        f"participant at the meeting {seat.meeting.key} fumio-kishida was changed since.",
        f"participant at the meeting {other.meeting.key} fumio-kishida is no longer there.",
        "participant f-kishida is there again.",
    }
    assert record() == now != before
    assert said.pk


def test_what_was_changed_elsewhere_in_a_touched_row_does_not(twice, merged):
    once, twin = twice
    seat = twin.attendances.first()
    done = merged(once, twin)
    type(seat).objects.filter(pk=seat.pk).update(capacity_en="Deputy")

    assert obstacles_to_undo(done) == []

    undo(done, somebody())

    seat.refresh_from_db()
    assert (seat.participant.key, seat.capacity_en) == ("f-kishida", "Deputy")


def test_the_record_that_more_rows_name_is_proposed_to_stay(twice):
    once, _twin = twice
    lone = Participant.objects.create(key="lone", name_en="Lone", name_ru="Один", name_ja="一", country="RU")

    assert larger_first(lone, once) == [once, lone]
